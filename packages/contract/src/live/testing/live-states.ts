import fc from 'fast-check';
import type { CampaignView } from '../../views/campaign.ts';
import type { ChannelView } from '../../views/channel.ts';
import type { ChildView } from '../../views/child.ts';
import type { StoredLine } from '../../views/log-line.ts';
import type { LiveState } from '../live-state.ts';

export const emptyState: LiveState = {
  epoch: 'a',
  seq: 0,
  at: 0,
  minerClock: { now: 0, at: 0, speed: 1 },
  status: {
    childId: 'miner',
    status: 'Nothing to do.',
    phase: 'idle',
    watching: null,
    manual: null,
    claimed: null,
    confirmedMinutes: null,
    sockets: null,
    fetchedAt: null,
    catalogue: 'unknown',
  },
  login: {
    state: 'unknown',
    sentence: 'Nothing is known.',
    login: null,
    userId: null,
    userCode: null,
    verificationUri: null,
    codeExpiresAt: null,
    lastValidatedAt: null,
    expiresAt: null,
    clientName: null,
    cookiesValid: null,
    limits: [],
  },
  health: {
    code: 'starting',
    level: 'working',
    sentence: 'It starts.',
    todo: '',
    detail: {},
    since: null,
    others: [],
  },
  progress: null,
  plan: null,
  channels: {},
  campaigns: {},
  children: {},
  settings: { settings: [], problems: [], warnings: [], revision: 1 },
  lines: [],
};

export function channel(id: string, viewers: number | null = 1): ChannelView {
  return {
    id,
    login: `login${id}`,
    displayName: `Login ${id}`,
    live: true,
    game: 'Rust',
    gameId: '1',
    viewers,
    title: null,
    allowListed: false,
    drops: null,
    watching: false,
    doubtfulUntil: null,
  };
}

export function campaign(id: string, claimedDrops = 0): CampaignView {
  return {
    id,
    name: `Campaign ${id}`,
    game: 'Rust',
    gameId: null,
    boxArtUrl: null,
    startsAt: 0,
    endsAt: 1,
    state: 'active',
    linked: 'unknown',
    linkUrl: null,
    detailsUrl: null,
    imageUrl: null,
    allowList: null,
    claimedDrops,
    drops: [],
    whyNot: null,
  };
}

export function child(id: string, restarts = 0): ChildView {
  return {
    id,
    name: id,
    adapter: 'command',
    phase: 'running',
    sentence: 'It runs.',
    todo: '',
    since: 0,
    pid: 1,
    startedAt: 0,
    restarts,
    nextStartAt: null,
    lastExit: null,
    usage: null,
    can: [],
    cannot: [],
    version: null,
  };
}

export function line(seq: number): StoredLine {
  return { seq, at: seq, childId: 'miner', level: 'info', source: 'stdout', text: `line ${seq}` };
}

/** Ids that the language itself knows are among them: they are a stranger's text. */
const ids = fc.constantFrom('1', '2', '30', 'x', 'constructor', '__proto__', 'toString');

function itemsOf<Item extends { readonly id: string }>(
  make: (id: string, variant: number) => Item,
): fc.Arbitrary<Readonly<Record<string, Item>>> {
  return fc
    .array(fc.tuple(ids, fc.nat(2)), { maxLength: 8 })
    .map((drawn) => Object.fromEntries(drawn.map(([id, variant]) => [id, make(id, variant)])));
}

const drawnContent = fc.record({
  text: fc.string(),
  speed: fc.constantFrom(1, 60),
  claimed: fc.option(fc.nat(3)),
  user: fc.option(fc.string()),
  required: fc.option(fc.nat(240)),
  planned: fc.option(fc.nat(9)),
  revision: fc.nat(3),
  channels: itemsOf(channel),
  campaigns: itemsOf(campaign),
  children: itemsOf(child),
  newLines: fc.nat(500),
});

/** Two states of which the second may follow the first: its lines are the first's and newer ones. */
export const statePairs: fc.Arbitrary<readonly [LiveState, LiveState]> = fc
  .tuple(drawnContent, drawnContent)
  .map(([first, second]) => {
    const before = stateOf(first, emptyState.lines);
    return [before, stateOf(second, before.lines)] as const;
  });

type Drawn = typeof drawnContent extends fc.Arbitrary<infer Value> ? Value : never;

function stateOf(drawn: Drawn, linesBefore: readonly StoredLine[]): LiveState {
  const from = (linesBefore.at(-1)?.seq ?? 0) + 1;
  const newLines = Array.from({ length: drawn.newLines }, (_, index) => line(from + index));
  return {
    ...emptyState,
    minerClock: { now: 5, at: 5, speed: drawn.speed },
    status: { ...emptyState.status, status: drawn.text, claimed: drawn.claimed },
    login: { ...emptyState.login, login: drawn.user },
    health: { ...emptyState.health, sentence: drawn.text },
    progress: drawn.required === null ? null : progressOf(drawn.required),
    plan: drawn.planned === null ? null : planOf(drawn.planned),
    channels: drawn.channels,
    campaigns: drawn.campaigns,
    children: drawn.children,
    settings: { ...emptyState.settings, revision: drawn.revision },
    lines: [...linesBefore, ...newLines].slice(-200),
  };
}

function progressOf(requiredMinutes: number): NonNullable<LiveState['progress']> {
  return {
    dropId: null,
    dropName: 'Hat',
    campaignId: null,
    campaignName: null,
    gameName: null,
    imageUrl: null,
    requiredMinutes,
    confirmedMinutes: null,
    estimatedMinutes: 0,
    confirmedAt: null,
    finishesAt: null,
  };
}

function planOf(onTrack: number): NonNullable<LiveState['plan']> {
  return {
    madeAt: 0,
    until: 1,
    slots: [],
    forecasts: [],
    counts: { onTrack, atRisk: 0, later: 0, givenUp: 0, impossible: 0 },
    price: { must: null, want: 0, fill: 0 },
  };
}
