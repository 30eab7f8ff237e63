import {
  type CampaignView,
  type ChannelView,
  type ChildDefinition,
  type ChildView,
  childDefinition,
  type HealthView,
  type HeldReasonView,
  type LoginView,
  type MinerView,
  type PlanView,
  type StatusView,
} from '@dropwise/contract';
import { formatReason, type ReasonCode, reasons } from '@dropwise/core';
import * as v from 'valibot';

/** Views with everything filled in, each part of which a test can replace. Instants are on 1 March 2026. */
export const testNow = Date.UTC(2026, 2, 1, 12);

export function buildDefinition(parts: Partial<v.InferInput<typeof childDefinition>> = {}): ChildDefinition {
  return v.parse(childDefinition, { id: 'miner', name: 'Dropwise', adapter: 'dropwise', ...parts });
}

export function buildChild(parts: Partial<ChildView> = {}): ChildView {
  return {
    id: 'miner',
    name: 'Dropwise',
    adapter: 'dropwise',
    phase: 'running',
    sentence: 'Running since noon.',
    todo: '',
    since: testNow - 60_000,
    pid: 4_711,
    startedAt: testNow - 60_000,
    restarts: 0,
    nextStartAt: null,
    lastExit: null,
    usage: { at: testNow, cpuPercent: 1.5, rssBytes: 70_000_000 },
    can: ['facts', 'confirmedProgress', 'channels', 'campaigns', 'plan', 'health', 'login', 'reload', 'selectChannel'],
    cannot: [],
    version: '0.1.0',
    ...parts,
  };
}

export function buildReason(code: ReasonCode): HeldReasonView {
  return { code, level: reasons[code].level, ...formatReason(code), detail: {}, since: null };
}

/** The first is the worst. */
export function buildHealth(code: ReasonCode = 'working', ...others: ReasonCode[]): HealthView {
  return { ...buildReason(code), others: others.map(buildReason) };
}

export function buildStatus(parts: Partial<StatusView> = {}): StatusView {
  return {
    childId: 'miner',
    status: 'Watching alpha.',
    phase: 'watching',
    watching: {
      channelId: '101',
      login: 'alpha',
      displayName: 'Alpha',
      game: 'Rust',
      viewers: 1_200,
      campaignId: 'campaign-1',
      campaignName: 'Launch',
      since: testNow - 50_000,
      transport: 'spade',
      lastConfirmedAt: testNow - 10_000,
    },
    manual: null,
    claimed: 2,
    confirmedMinutes: 130,
    sockets: { connected: 1, total: 1 },
    fetchedAt: testNow - 40_000,
    catalogue: 'complete',
    ...parts,
  };
}

export function buildLogin(parts: Partial<LoginView> = {}): LoginView {
  return {
    state: 'signedIn',
    sentence: 'Signed in as someone.',
    login: 'someone',
    userId: '42',
    userCode: null,
    verificationUri: null,
    codeExpiresAt: null,
    lastValidatedAt: testNow - 1_000,
    expiresAt: null,
    clientName: 'tv',
    cookiesValid: true,
    limits: [],
    ...parts,
  };
}

export function buildChannel(parts: Partial<ChannelView> = {}): ChannelView {
  return {
    id: '101',
    login: 'alpha',
    displayName: 'Alpha',
    live: true,
    game: 'Rust',
    gameId: '263490',
    viewers: 1_200,
    title: 'Drops on',
    allowListed: false,
    drops: true,
    watching: false,
    doubtfulUntil: null,
    ...parts,
  };
}

export function buildCampaign(parts: Partial<CampaignView> = {}): CampaignView {
  return {
    id: 'campaign-1',
    name: 'Launch',
    game: 'Rust',
    gameId: '263490',
    boxArtUrl: null,
    startsAt: testNow - 3_600_000,
    endsAt: testNow + 3_600_000,
    state: 'active',
    linked: 'linked',
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: null,
    claimedDrops: 0,
    drops: [],
    whyNot: null,
    ...parts,
  };
}

export function buildPlan(parts: Partial<PlanView> = {}): PlanView {
  return {
    madeAt: testNow,
    until: testNow + 86_400_000,
    slots: [],
    forecasts: [],
    counts: { onTrack: 0, atRisk: 0, later: 0, givenUp: 0, impossible: 0 },
    price: { must: 0.1, want: null, fill: null },
    ...parts,
  };
}

export function buildView(parts: Partial<MinerView> = {}): MinerView {
  return {
    status: buildStatus(),
    login: buildLogin(),
    health: buildHealth(),
    progress: null,
    plan: buildPlan(),
    channels: { 101: buildChannel({ watching: true }) },
    campaigns: { 'campaign-1': buildCampaign() },
    ...parts,
  };
}
