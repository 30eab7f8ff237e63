import { type BodyEncoding, PlaylistVersion } from './playlist-version.ts';

/** Edges of one origin may be a few versions apart. */
const versionsPerPlaylist = 6;
const maxPlaylists = 512;
const maxCachedBytes = 64_000_000;

/** The latest bodies of one playlist, the newest first. */
export class PlaylistShelf {
  readonly uri: string;
  versions: readonly PlaylistVersion[] = [];
  bytes = 0;

  constructor(uri: string) {
    this.uri = uri;
  }
}

/** One parse for each distinct body in a shard, whoever received it first. */
export class PlaylistCache {
  /** The least recently changed first. */
  readonly #shelves = new Map<string, PlaylistShelf>();
  #bytes = 0;
  /** How many bodies were parsed. */
  parses = 0;

  shelf(uri: string): PlaylistShelf {
    let shelf = this.#shelves.get(uri);
    if (shelf === undefined) {
      shelf = new PlaylistShelf(uri);
      this.#shelves.set(uri, shelf);
      this.#makeRoom();
    }
    return shelf;
  }

  /** The version with these bytes: one that is there, or a new one, which is parsed now. */
  add(shelf: PlaylistShelf, body: Buffer, encoding: BodyEncoding): PlaylistVersion {
    const known = shelf.versions.find((each) => each.encoding === encoding && body.equals(each.bytes));
    if (known !== undefined) return known;
    const version = new PlaylistVersion(shelf.uri, body, encoding);
    this.parses++;
    const versions = [version, ...shelf.versions].slice(0, versionsPerPlaylist);
    const bytes = versions.reduce((sum, each) => sum + each.bytes.length, 0);
    this.#bytes += bytes - shelf.bytes;
    shelf.versions = versions;
    shelf.bytes = bytes;
    this.#shelves.delete(shelf.uri);
    this.#shelves.set(shelf.uri, shelf);
    this.#makeRoom();
    return version;
  }

  /** A shelf that goes is only forgotten: who holds a version keeps it. */
  #makeRoom(): void {
    for (const [uri, shelf] of this.#shelves) {
      if (this.#shelves.size <= maxPlaylists && (this.#bytes <= maxCachedBytes || this.#shelves.size === 1)) return;
      this.#shelves.delete(uri);
      this.#bytes -= shelf.bytes;
      shelf.versions = [];
      shelf.bytes = 0;
    }
  }
}
