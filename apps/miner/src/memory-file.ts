import { type Campaign, type Drop, type Memory, type Price, type PriceMemory, parseSightings } from '@dropwise/core';

/**
 * The miner's memory out of its file; null when the text is not one that this version wrote. Nothing in it is needed, so
 * whatever looks wrong is left behind rather than trusted.
 */
export function parseMemory(text: string): Memory | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.transports) || !isRecord(value.claimedBenefits))
    return null;
  const { campaigns } = value;
  if (!Array.isArray(campaigns) || !campaigns.every(isCampaign)) return null;
  const memory = value as unknown as Memory;
  return { ...memory, price: parsePrice(value.price), sightings: parseSightings(value.sightings) };
}

/** JSON has no infinity and writes null for it: a price that nothing can pay. */
function parsePrice(value: unknown): PriceMemory | null {
  if (!isRecord(value) || !isInstant(value.learntAt) || !isRecord(value.price)) return null;
  const { must, want, fill } = value.price;
  if (!isPrice(must) || !isPrice(want) || !isPrice(fill)) return null;
  const price: Price = { must: must ?? Infinity, want: want ?? Infinity, fill: fill ?? Infinity };
  return { price, learntAt: value.learntAt };
}

function isPrice(value: unknown): value is number | null {
  return value === null || (isInstant(value) && value >= 0);
}

export function formatMemory(memory: Memory): string {
  return `${JSON.stringify(memory)}\n`;
}

function isCampaign(value: unknown): value is Campaign {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    isRecord(value.game) &&
    typeof value.game.id === 'string' &&
    typeof value.game.name === 'string' &&
    isInstant(value.startsAt) &&
    isInstant(value.endsAt) &&
    (value.allowList === null || Array.isArray(value.allowList)) &&
    Array.isArray(value.sources) &&
    Array.isArray(value.drops) &&
    value.drops.every(isDrop)
  );
}

function isDrop(value: unknown): value is Drop {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    isInstant(value.startsAt) &&
    isInstant(value.endsAt) &&
    typeof value.requiredMinutes === 'number' &&
    Array.isArray(value.preconditionIds) &&
    Array.isArray(value.benefits) &&
    isRecord(value.progress) &&
    typeof value.progress.confirmedMinutes === 'number' &&
    isRecord(value.claim) &&
    typeof value.claim.kind === 'string'
  );
}

function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
