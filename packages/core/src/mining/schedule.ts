import { workableCampaigns } from './candidates.ts';
import { startTimer, stopTimer, type Turn } from './turn.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** After the top of the hour, when most campaigns begin: late enough that Twitch lists them. */
const peekOffsetMs = 50_000;

/** The next instant just after a full hour, at least `minDelayMs` away. */
export function nextHourPeek(now: number, minDelayMs: number): number {
  const earliest = now + minDelayMs;
  const hour = Math.floor((earliest - peekOffsetMs) / hourMs) + 1;
  return hour * hourMs + peekOffsetMs;
}

/**
 * Plans the next full reload, at most `reloadMinutes` away and just after a full hour where one fits, and the
 * cheap look in between, so that what starts on the hour is noticed within two minutes.
 */
export function scheduleReload(turn: Turn): void {
  const latest = turn.now + turn.state.settings.reloadMinutes * minuteMs;
  const aligned = Math.floor((latest - peekOffsetMs) / hourMs) * hourMs + peekOffsetMs;
  const reloadAt = aligned > turn.now + (latest - turn.now) / 2 ? aligned : latest;
  const peekAt = nextHourPeek(turn.now, minuteMs);
  startTimer(turn, 'reload', reloadAt - turn.now);
  if (reloadAt - peekAt > 2 * minuteMs || peekAt < reloadAt - minuteMs) startTimer(turn, 'peek', peekAt - turn.now);
  else stopTimer(turn, 'peek');
}

/** Wakes at the next start or end of a campaign or drop, when what is wanted may change. Protocol 6.1. */
export function scheduleBoundary(turn: Turn): void {
  let next = Number.POSITIVE_INFINITY;
  for (const campaign of workableCampaigns(turn.state, turn.now)) {
    for (const span of [campaign, ...campaign.drops]) {
      if (span.startsAt > turn.now && span.startsAt < next) next = span.startsAt;
      if (span.endsAt > turn.now && span.endsAt < next) next = span.endsAt;
    }
  }
  if (Number.isFinite(next)) startTimer(turn, 'boundary', next - turn.now + 1_000);
  else stopTimer(turn, 'boundary');
}
