import type { AcceleratedClock } from '@dropwise/runtime';
import { type FlagDefinition, type ParsedFlags, UsageError } from './flags.ts';
import { parsePositiveNumber } from './numbers.ts';

/** For runs against a Twitch of this machine. */
export const localTwitchFlags: readonly FlagDefinition[] = [
  { name: 'endpoints', value: 'URL', doc: 'Use a local Twitch at this origin: http://127.0.0.1:PORT of dropwise sim.' },
  { name: 'speed', value: 'N', hidden: true, doc: 'Run the clock N times as fast; only with --endpoints.' },
  { name: 'clock-from', value: 'MS@REAL', hidden: true, doc: 'The clock shows MS at the real instant REAL, epoch ms.' },
];

export function parseOrigin(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.parse(text);
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === '';
  if (!isOrigin) throw new UsageError(`--endpoints must be an origin such as http://127.0.0.1:8080, found "${text}".`);
  return url.origin;
}

export function parseClock(flags: ParsedFlags, endpoints: string | null): AcceleratedClock | null {
  const speedText = flags.value('speed');
  const from = flags.value('clock-from');
  if (speedText === undefined && from === undefined) return null;
  // The real Twitch counts real minutes: a miner in a hurry would only be a rude one.
  if (endpoints === null)
    throw new UsageError('--speed and --clock-from need --endpoints: the real Twitch has its own time.');
  const speed = speedText === undefined ? 1 : parsePositiveNumber(speedText, 'speed');
  if (from === undefined) return { speed, startMs: Date.now(), realStartMs: Date.now() };
  const [, startText, realText] = /^(\d+)@(\d+)$/.exec(from) ?? [];
  if (startText === undefined || realText === undefined) {
    throw new UsageError(`--clock-from must be MS@REAL, two epoch times in ms, found "${from}".`);
  }
  return { speed, startMs: Number(startText), realStartMs: Number(realText) };
}
