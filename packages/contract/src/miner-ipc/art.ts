/** Box art and rewards. No SVG: that is a program. */
export type ArtType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';

export interface Art {
  readonly contentType: ArtType;
  readonly bytes: Uint8Array;
}

export interface ArtProblem {
  /** True: asking again soon would end the same. */
  readonly isLasting: boolean;
  readonly sentence: string;
}

/** Twitch's box art has some tens of kilobytes. */
export const maxArtBytes = 512 * 1024;
export const maxArtAddressLength = 1_000;

/** What each type begins with: text at places. */
const signs: readonly (readonly [type: ArtType, ...places: readonly (readonly [at: number, text: string])[]])[] = [
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/gif', [0, 'GIF87a']],
  ['image/gif', [0, 'GIF89a']],
  ['image/avif', [4, 'ftypavif']],
  ['image/avif', [4, 'ftypavis']],
];

/** By what it begins with, whatever it calls itself; null = no picture that is shown here. */
export function artTypeOf(bytes: Uint8Array): ArtType | null {
  const has = ([at, text]: readonly [number, string]): boolean =>
    String.fromCharCode(...bytes.subarray(at, at + text.length)) === text;
  return signs.find(([, ...places]) => places.every(has))?.[0] ?? null;
}
