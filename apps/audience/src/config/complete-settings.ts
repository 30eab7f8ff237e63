import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { assertNever, fail, type Result, succeed } from '@dropwise/kit';
import {
  findPlanProblems,
  type LoadSettings,
  parseThreshold,
  type RenditionPolicy,
  type StaySettings,
} from '@dropwise/load';
import { readTarget } from '../consent/target.ts';
import { findLengthProblem } from './find-length-problem.ts';
import type { ProxySetting, RunSettings } from './run-settings.ts';

/** What holds where nothing else is said. */
export const usualSettings = {
  viewers: 1,
  durationMs: 300_000,
  joinOverMs: 10_000,
  stay: { kind: 'to-the-end' } satisfies StaySettings,
  rendition: 'adaptive',
  lowLatency: true,
  startSegments: 1,
  resyncTargetDurations: 10,
  onEnd: 'finish',
  transport: 'raw',
  cmcd: false,
  seed: 1,
  shards: 'auto',
  directShare: 0.1,
  onProxyLoss: 'report',
} as const;

/** What a run is told beside its configuration: which part of which run it is. */
export type PartSettings = Pick<RunSettings, 'part' | 'runId' | 'nats'>;

export const wholeRun: PartSettings = { part: null, runId: null, nats: null };

/** Everything that rules a run, checked together. The failure is a sentence for each that does not fit. */
export function completeSettings(
  configuration: AudienceConfiguration,
  proxies: readonly ProxySetting[],
  part: PartSettings = wholeRun,
): Result<RunSettings, readonly string[]> {
  const settings: RunSettings = {
    url: configuration.url ?? '',
    viewers: configuration.viewers ?? usualSettings.viewers,
    durationMs: configuration.durationMs === undefined ? usualSettings.durationMs : configuration.durationMs,
    load: completeLoad(configuration),
    rendition: completeRendition(configuration.rendition ?? usualSettings.rendition),
    lowLatency: configuration.lowLatency ?? usualSettings.lowLatency,
    startSegments: configuration.startSegments ?? usualSettings.startSegments,
    resyncTargetDurations: configuration.resyncTargetDurations ?? usualSettings.resyncTargetDurations,
    onEnd: configuration.onEnd ?? usualSettings.onEnd,
    transport: configuration.transport ?? usualSettings.transport,
    cmcd: configuration.cmcd ?? usualSettings.cmcd,
    seed: configuration.seed ?? usualSettings.seed,
    shards: configuration.shards ?? usualSettings.shards,
    egress: {
      proxies,
      directShare: configuration.directShare ?? usualSettings.directShare,
      onProxyLoss: configuration.onProxyLoss ?? usualSettings.onProxyLoss,
    },
    failIf: configuration.failIf ?? [],
    maxViewers: configuration.maxViewers ?? null,
    maxMbps: configuration.maxMbps ?? null,
    ...part,
  };
  const tooShort = findLengthProblem(settings);
  const problems = [
    ...(tooShort === null ? [] : [tooShort]),
    ...findTargetProblems(settings.url),
    ...findViewerProblems(settings),
    ...findPlanProblems(settings).map((problem) => `The load does not fit: ${problem}.`),
    ...findThresholdProblems(settings.failIf, proxies),
    ...findPartProblems(part),
  ];
  return problems.length > 0 ? fail(problems) : succeed(settings);
}

function completeLoad({ load = { shape: 'constant' }, durationMs }: AudienceConfiguration): LoadSettings {
  const stay = load.stay ?? usualSettings.stay;
  switch (load.shape) {
    case 'constant':
      return { shape: load.shape, joinOverMs: load.joinOverMs ?? usualJoinOverMs(durationMs), stay };
    case 'ramp':
      return { shape: load.shape, stages: load.stages, stay };
    case 'arrival-rate':
      return { shape: load.shape, viewersPerMinute: load.viewersPerMinute, stay };
    default:
      return assertNever(load);
  }
}

/** In a short run everybody is there for half of it. */
function usualJoinOverMs(durationMs: number | null | undefined): number {
  return Math.min(usualSettings.joinOverMs, (durationMs ?? Number.POSITIVE_INFINITY) / 2);
}

function completeRendition(which: NonNullable<AudienceConfiguration['rendition']>): RenditionPolicy {
  return typeof which === 'number' ? { kind: 'fixed', bandwidth: which } : { kind: which };
}

function findTargetProblems(url: string): string[] {
  if (url === '')
    return ['The address of a playlist is expected first: dropwise audience https://stream.example/live/index.m3u8 25'];
  const target = readTarget(url);
  return target.ok ? [] : [`The address does not fit: ${target.failure}`];
}

function findViewerProblems({ viewers, maxViewers }: RunSettings): string[] {
  if (maxViewers === null || viewers <= maxViewers) return [];
  return [`${viewers} viewers are asked for, and at most ${maxViewers} allowed by the configuration itself.`];
}

/** More than a person means; each is reckoned at the end. */
const maxThresholds = 100;

export function findThresholdProblems(expressions: readonly string[], proxies: readonly ProxySetting[]): string[] {
  if (expressions.length > maxThresholds) {
    return [`At most ${maxThresholds} conditions are expected, found ${expressions.length}.`];
  }
  const egresses = ['direct', ...proxies.map(({ name }) => name)];
  return expressions.flatMap((expression) => {
    const threshold = parseThreshold(expression);
    if (!threshold.ok) return [threshold.failure];
    const { egress } = threshold.value;
    if (egress === null || egresses.includes(egress)) return [];
    return [`"${expression}": there is no way "${egress}"; there are ${egresses.slice(0, 20).join(', ')}.`];
  });
}

function findPartProblems({ part, runId, nats }: PartSettings): string[] {
  const problems: string[] = [];
  if (part !== null && part.index >= part.count) {
    problems.push(`--shard ${part.index}/${part.count}: parts are counted from 0 to ${part.count - 1}.`);
  }
  if (runId === null && (nats !== null || (part !== null && part.count > 1))) {
    problems.push('The parts of one run need one name: give all of them the same --run-id.');
  }
  return problems;
}
