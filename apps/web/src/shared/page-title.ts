/** Says in the tab and to a screen reader which screen this is. */
export function titleOf(screen: string): string {
  return screen === '' ? 'Dropwise' : `${screen} · Dropwise`;
}
