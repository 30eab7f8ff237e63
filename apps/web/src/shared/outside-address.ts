/** Addresses come from Twitch and from settings files: only ones of the web are linked to. Null = show the text alone. */
export function outsideAddress(address: string | null | undefined): string | null {
  if (address === null || address === undefined) return null;
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
