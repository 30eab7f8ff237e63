/**
 * The directory slug of a game that came without one. Twitch's rule as the peers compute it: lower case, no
 * apostrophes, every run of non-word characters one hyphen, none at the ends. Protocol 3.10.
 */
export function slugOf(displayName: string): string {
  return displayName
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
