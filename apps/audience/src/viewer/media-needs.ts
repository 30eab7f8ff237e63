import type { InitializationSection, LiveSegment, SegmentKey } from '@dropwise/hls/live';

const keysKept = 4;

/** What a viewer must have before a segment is of use to it, as a player would: the section that is in force, and the key. */
export class MediaNeeds {
  #map: InitializationSection | null = null;
  /** A section holds within its discontinuity only. */
  #mapDiscontinuity = -1;
  readonly #keys: string[] = [];

  /** To be fetched first, and taken as had from now on; null = it is there, or none is needed. */
  takeMap({ map, discontinuitySequence }: LiveSegment): InitializationSection | null {
    const had = this.#map;
    const isSame =
      map?.uri === had?.uri &&
      map?.byteRange?.offset === had?.byteRange?.offset &&
      discontinuitySequence === this.#mapDiscontinuity;
    if (map === null || isSame) return null;
    this.#map = map;
    this.#mapDiscontinuity = discontinuitySequence;
    return map;
  }

  /** The same for a key's address. A licence (a key of another scheme) is nothing that is fetched. */
  takeKey(key: SegmentKey | null): string | null {
    const uri = key?.uri ?? null;
    if (uri === null || this.#keys.includes(uri)) return null;
    this.#keys.push(uri);
    if (this.#keys.length > keysKept) this.#keys.shift();
    return uri;
  }

  /** The section that was taken last could not be had. */
  loseMap(): void {
    this.#map = null;
  }

  loseKey(): void {
    this.#keys.pop();
  }
}
