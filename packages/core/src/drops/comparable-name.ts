/** Names of games, campaigns and drops are compared without case and blanks around them. Protocol 6.2. */
export function comparableName(name: string): string {
  return name.trim().toLowerCase();
}
