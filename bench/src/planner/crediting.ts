import { liveSpansOf, minutesADay, stepMinutes } from './live-blocks.ts';
import { isEarned, type World, type WorldCampaign } from './world.ts';

const minuteMs = 60_000;

/** What Twitch looks at when it credits a minute. */
export interface CreditMoment {
  readonly minute: number;
  /** By the campaign's index. */
  readonly watchedMinutes: Int32Array;
  /** Credited in the step before; null = none. */
  readonly credited: WorldCampaign | null;
}

/** Which campaign the time of one step counts for when somebody watches for the sake of `wanted`. */
export type Crediting = (wanted: WorldCampaign, moment: CreditMoment) => WorldCampaign;

/** Every campaign can be chosen by itself: the replay of the goals. */
export const creditChosen: Crediting = (wanted) => wanted;

/** Only a channel can be chosen, and Twitch chooses the campaign. Protocol 5.4. */
export interface Lines {
  /**
   * Of those of the game that allow-list the channel, or else of the open ones, the one that it is crediting, then the one
   * that ends first; also one that no list has shown yet. Of the live channels that serve `wanted`, one where it is
   * credited is taken if there is any.
   */
  readonly credit: Crediting;
  /** Those of one line cannot be told apart by choosing a channel, as the miner tells its planner; null = it is alone. */
  readonly lineOf: (campaign: WorldCampaign, minute: number) => string | null;
}

export function createLines(world: World): Lines {
  const isLive = createLiveness(world);
  return { credit: createLineCrediting(world, isLive), lineOf: createLineReader(world, isLive) };
}

/** Open campaigns of one game are one line, allow-listed ones are where the same channels stream them. */
function createLineReader({ gameIds }: World, isLive: Liveness): Lines['lineOf'] {
  return ({ game, channels, liveChannels }, minute) => {
    const gameId = gameIds[game] ?? '';
    if (liveChannels === null) return gameId;
    const live = channels.filter((channel) => isLive(channel, minute));
    return live.length === 0 ? null : `${gameId} ${live.sort((a, b) => a - b).join(' ')}`;
  };
}

function createLineCrediting(world: World, isLive: Liveness): Crediting {
  const ofGame = Map.groupBy(world.campaigns, ({ game }) => game);
  return (wanted, { minute, watchedMinutes, credited }) => {
    const rivals = (ofGame.get(wanted.game) ?? []).filter(
      (campaign) =>
        (campaign.liveChannels === null) === (wanted.liveChannels === null) &&
        campaign.startMinute <= minute &&
        minute < campaign.endMinute &&
        !isEarned(campaign, watchedMinutes[campaign.index] ?? 0),
    );
    if (rivals.length < 2) return wanted;
    if (wanted.liveChannels === null) return firstCredited(rivals, credited) ?? wanted;
    let found: WorldCampaign | null = null;
    for (const channel of wanted.channels) {
      if (!isLive(channel, minute)) continue;
      const first = firstCredited(
        rivals.filter(({ channels }) => channels.includes(channel)),
        credited,
      );
      if (first === wanted) return wanted;
      found ??= first;
    }
    return found ?? wanted;
  };
}

/** `rivals` are by start, then id; that settles what ends at the same time. */
function firstCredited(rivals: readonly WorldCampaign[], credited: WorldCampaign | null): WorldCampaign | null {
  if (credited !== null && rivals.includes(credited)) return credited;
  let first: WorldCampaign | null = null;
  for (const campaign of rivals) if (first === null || campaign.endMinute < first.endMinute) first = campaign;
  return first;
}

type Liveness = (channel: number, minute: number) => boolean;

function createLiveness({ startsAt, minutes }: World): Liveness {
  const known = new Map<number, Uint8Array>();
  const stepsOf = (channel: number): Uint8Array => {
    const steps = new Uint8Array(minutes / stepMinutes);
    for (const [start, end] of liveSpansOf(channel, startsAt / minuteMs / minutesADay, minutes / minutesADay)) {
      steps.fill(1, start / stepMinutes, end / stepMinutes);
    }
    return steps;
  };
  return (channel, minute) => {
    const steps = known.get(channel) ?? stepsOf(channel);
    known.set(channel, steps);
    return steps[minute / stepMinutes] === 1;
  };
}
