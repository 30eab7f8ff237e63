import type { PlaylistCache, PlaylistShelf } from './playlist-cache.ts';
import type { BodyEncoding, PlaylistVersion } from './playlist-version.ts';

/** A playlist as it arrives, compared with what is known: of one that did not change nothing is kept, copied or parsed. */
export class PlaylistBody {
  readonly #cache: PlaylistCache;
  #shelf: PlaylistShelf | null = null;
  #encoding: BodyEncoding = 'identity';
  #candidate: PlaylistVersion | null = null;
  #matchedBytes = 0;
  /** Only once it differs from all that is known. */
  #collected: Buffer[] | null = null;

  constructor(cache: PlaylistCache) {
    this.#cache = cache;
  }

  begin(uri: string, encoding: BodyEncoding): void {
    this.#shelf = this.#shelf?.uri === uri ? this.#shelf : this.#cache.shelf(uri);
    this.#encoding = encoding;
    this.#matchedBytes = 0;
    this.#collected = null;
    const newest = this.#shelf.versions[0];
    this.#candidate = newest?.encoding === encoding ? newest : null;
  }

  add(buffer: Uint8Array, start: number, end: number): void {
    if (this.#collected === null && this.#matches(buffer, start, end)) {
      this.#matchedBytes += end - start;
      return;
    }
    this.#collected ??= this.#startCollecting();
    this.#collected.push(Buffer.from(buffer.subarray(start, end)));
  }

  end(): PlaylistVersion {
    const candidate = this.#candidate;
    const shelf = this.#shelf as PlaylistShelf;
    if (this.#collected === null && candidate?.bytes.length === this.#matchedBytes) return candidate;
    const body = Buffer.concat(this.#collected ?? this.#startCollecting());
    this.#collected = null;
    return this.#cache.add(shelf, body, this.#encoding);
  }

  #matches(buffer: Uint8Array, start: number, end: number): boolean {
    if (continues(this.#candidate, this.#matchedBytes, buffer, start, end)) return true;
    const before = this.#candidate;
    for (const version of this.#shelf?.versions ?? []) {
      if (version === before || version.encoding !== this.#encoding) continue;
      if (before !== null && !startsAlike(before, version, this.#matchedBytes)) continue;
      if (before === null && this.#matchedBytes > 0) continue;
      if (continues(version, this.#matchedBytes, buffer, start, end)) {
        this.#candidate = version;
        return true;
      }
    }
    return false;
  }

  #startCollecting(): Buffer[] {
    const candidate = this.#candidate;
    return candidate === null ? [] : [candidate.bytes.subarray(0, this.#matchedBytes)];
  }
}

function continues(
  version: PlaylistVersion | null,
  at: number,
  buffer: Uint8Array,
  start: number,
  end: number,
): boolean {
  const to = at + end - start;
  return version !== null && to <= version.bytes.length && version.bytes.compare(buffer, start, end, at, to) === 0;
}

function startsAlike(a: PlaylistVersion, b: PlaylistVersion, length: number): boolean {
  return length <= b.bytes.length && a.bytes.compare(b.bytes, 0, length, 0, length) === 0;
}
