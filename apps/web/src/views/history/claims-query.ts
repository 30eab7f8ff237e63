import type { claimsAnswer } from '@dropwise/contract';
import type { InferOutput } from 'valibot';
import { formatCsv } from './csv.ts';
import type { Page } from './paged.svelte.ts';

export type Claim = InferOutput<typeof claimsAnswer>['items'][number];

export interface ClaimChoice {
  readonly text: string;
  readonly since: number;
}

export function claimsAddress({ text, since }: ClaimChoice, before: number | null, limit: number): string {
  const query = new URLSearchParams({ since: String(Math.max(0, Math.round(since))), limit: String(limit) });
  if (text !== '') query.set('text', text.slice(0, 200));
  if (before !== null) query.set('before', String(before));
  return `api/history/claims?${query}`;
}

/** As the API searches: for a claim that has just been stored. */
export function fitsText(claim: Readonly<Record<string, unknown>>, text: string): boolean {
  if (text === '') return true;
  const words = [claim.dropName, claim.campaignName, claim.gameName, ...namesIn(claim.benefitNames)];
  return words.some((word) => typeof word === 'string' && word.toLowerCase().includes(text.toLowerCase()));
}

function namesIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export const maxExportRows = 20_000;
const pageRows = 1_000;

/** Every claim that fits, newest first, up to a maximum; says how far it is. */
export async function readAllClaims(
  read: (before: number | null, limit: number) => Promise<Page<Claim>>,
  onCount: (count: number) => void,
): Promise<{ readonly claims: readonly Claim[]; readonly isCut: boolean }> {
  const claims: Claim[] = [];
  let before: number | null = null;
  do {
    const page: Page<Claim> = await read(before, pageRows);
    claims.push(...page.items);
    onCount(claims.length);
    before = page.next;
  } while (before !== null && claims.length < maxExportRows);
  return { claims: claims.slice(0, maxExportRows), isCut: before !== null };
}

const head = ['claimed_at', 'drop', 'campaign', 'game', 'rewards', 'miner', 'drop_id', 'campaign_id'];

/** With the mark by which spreadsheets know UTF-8. */
export function claimsCsv(claims: readonly Claim[]): string {
  const rows = claims.map((claim) => [
    new Date(claim.at).toISOString(),
    claim.dropName,
    claim.campaignName,
    claim.gameName,
    claim.benefitNames.join('; '),
    claim.childId,
    claim.dropId,
    claim.campaignId,
  ]);
  return `\ufeff${formatCsv([head, ...rows])}`;
}
