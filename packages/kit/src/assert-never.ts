/** Ends every `switch` over a union: a new member breaks the build here, a foreign value throws. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected member: ${JSON.stringify(value)}`);
}
