import { isTokenOctet, isValueOctet, semicolon } from './octets.ts';

const quote = 0x22;
const equals = 0x3d;
const backslash = 0x5c;

/**
 * What may stand behind a chunk's size (RFC 9112 7.1.1), read and thrown away: `;name`, `;name=token`,
 * `;name="text"`, without spaces.
 *
 * name ─ '=' ─▶ value ─ '"' at once ─▶ quoted ─ '"' ─▶ behind        any but quoted ─ ';' ─▶ name
 */
export class ChunkExtension {
  #stage: 'name' | 'value' | 'quoted' | 'escaped' | 'behind' = 'name';
  /** Of the name or value that is being read. */
  #octets = 0;

  /** The line may end here. */
  get isWhole(): boolean {
    return this.#stage === 'behind' || (this.#octets > 0 && (this.#stage === 'name' || this.#stage === 'value'));
  }

  /** False: this octet may not stand here. */
  take(octet: number): boolean {
    if (this.#stage === 'quoted' || this.#stage === 'escaped') return this.#takeQuoted(octet);
    if (octet === semicolon) return this.isWhole && this.#go('name');
    if (this.#stage === 'behind') return false;
    if (this.#stage === 'name' && octet === equals) return this.#octets > 0 && this.#go('value');
    if (this.#stage === 'value' && octet === quote) return this.#octets === 0 && this.#go('quoted');
    this.#octets++;
    return isTokenOctet(octet);
  }

  #takeQuoted(octet: number): boolean {
    if (!isValueOctet(octet)) return false;
    if (this.#stage === 'escaped') return this.#go('quoted');
    if (octet === quote) return this.#go('behind');
    return octet !== backslash || this.#go('escaped');
  }

  #go(stage: 'name' | 'value' | 'quoted' | 'escaped' | 'behind'): true {
    this.#stage = stage;
    this.#octets = 0;
    return true;
  }
}
