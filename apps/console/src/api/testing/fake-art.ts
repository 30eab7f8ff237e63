import type { Art } from '@dropwise/contract';
import { fail } from '@dropwise/kit';
import type { ArtCache, ArtOutcome } from '../../art/create-art-cache.ts';

/** Pictures as objects; everything that would be fetched is written down. */
export class FakeArt implements Pick<ArtCache, 'kept' | 'fetch'> {
  readonly onDisk = new Map<string, Art>();
  readonly asked: string[] = [];
  outcome: ArtOutcome = fail({ isLasting: false, sentence: 'Nobody was asked.' });

  async kept(address: string): Promise<Art | null> {
    return this.onDisk.get(address) ?? null;
  }

  async fetch(address: string): Promise<ArtOutcome> {
    this.asked.push(address);
    return this.outcome;
  }
}
