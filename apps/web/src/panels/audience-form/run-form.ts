import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { type EntryProblem, FieldReader } from './field-reader.ts';
import { findProxyProblem } from './proxy-lines.ts';

/** What stands in the form: texts, as they are typed. */
export interface RunForm {
  url: string;
  viewers: string;
  minutes: string;
  shape: 'constant' | 'ramp' | 'arrival-rate';
  joinSeconds: string;
  stages: { id: number; viewers: string; seconds: string }[];
  perMinute: string;
  stay: 'to-the-end' | 'fixed' | 'exponential';
  stayMinutes: string;
  rendition: 'adaptive' | 'lowest' | 'highest' | 'fixed';
  bandwidthKbps: string;
  proxies: string;
  directPercent: string;
  onProxyLoss: 'report' | 'move';
  failIf: readonly string[];
  startSegments: string;
  resync: string;
  shards: string;
  seed: string;
  maxViewers: string;
  maxMbps: string;
  onEnd: 'finish' | 'rejoin';
  transport: 'raw' | 'undici';
  lowLatency: boolean;
  cmcd: boolean;
}

export function usualForm(): RunForm {
  return {
    url: '',
    viewers: '25',
    minutes: '5',
    shape: 'constant',
    joinSeconds: '10',
    stages: [
      { id: 1, viewers: '25', seconds: '60' },
      { id: 2, viewers: '100', seconds: '120' },
    ],
    perMinute: '30',
    stay: 'to-the-end',
    stayMinutes: '5',
    rendition: 'adaptive',
    bandwidthKbps: '3000',
    proxies: '',
    directPercent: '10',
    onProxyLoss: 'report',
    failIf: ['stalled_time_pct>0.5'],
    startSegments: '1',
    resync: '10',
    shards: '',
    seed: '1',
    maxViewers: '',
    maxMbps: '',
    onEnd: 'finish',
    transport: 'raw',
    lowLatency: true,
    cmcd: false,
  };
}

export interface ReadForm {
  readonly configuration: AudienceConfiguration;
  /** By field; a stage's are `stages.<id>.viewers`. Empty: it can be sent. */
  readonly problems: ReadonlyMap<string, EntryProblem>;
}

const mostViewers = 1_000_000;
const weekMinutes = 7 * 24 * 60;
const weekSeconds = weekMinutes * 60;

/** What is sent, and what does not fit. Of what the form does not show nothing is read. */
export function readForm(form: RunForm): ReadForm {
  const read = new FieldReader();
  const hasProxies = form.proxies.trim() !== '';
  const minutes = form.minutes.trim() === '' ? null : read.number('minutes', form.minutes, 0.05, weekMinutes);
  const load = readLoad(form, read);
  const maxViewers = read.wholeOrNone('maxViewers', form.maxViewers, 1, mostViewers);
  const maxMbps = read.numberOrNone('maxMbps', form.maxMbps, 0.001, 1_000_000);
  const configuration: AudienceConfiguration = {
    url: readAddress(form.url, read),
    viewers: readMostViewers(form, read),
    durationMs: minutes === null ? null : Math.round(minutes * 60_000),
    load,
    rendition:
      form.rendition === 'fixed'
        ? read.number('bandwidthKbps', form.bandwidthKbps, 1, 1_000_000) * 1_000
        : form.rendition,
    failIf: [...form.failIf],
    startSegments: read.whole('startSegments', form.startSegments, 1, 20),
    resyncTargetDurations: read.number('resync', form.resync, 3, 1_000),
    shards: read.wholeOrNone('shards', form.shards, 1, 256) ?? 'auto',
    seed: read.whole('seed', form.seed, 0, 4_294_967_295),
    onEnd: form.onEnd,
    transport: form.transport,
    lowLatency: form.lowLatency,
    cmcd: form.cmcd,
    ...(maxViewers === null ? {} : { maxViewers }),
    ...(maxMbps === null ? {} : { maxMbps }),
    ...(hasProxies ? readProxies(form, read) : {}),
  };
  return { configuration, problems: read.problems };
}

function readAddress(text: string, read: FieldReader): string {
  const address = text.trim();
  const url = URL.canParse(address) ? new URL(address) : null;
  const fits = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!fits) read.refuse('url', { key: 'audience.problem.url', values: {} });
  return address;
}

/** Of stages it is the most that one of them reaches. */
function readMostViewers(form: RunForm, read: FieldReader): number {
  if (form.shape !== 'ramp') return read.whole('viewers', form.viewers, 1, mostViewers);
  const most = Math.max(...form.stages.map(({ viewers }) => Number(viewers)));
  return Number.isInteger(most) && most >= 1 ? Math.min(most, mostViewers) : 1;
}

function readLoad(form: RunForm, read: FieldReader): NonNullable<AudienceConfiguration['load']> {
  const stay = readStay(form, read);
  switch (form.shape) {
    case 'constant': {
      const joinOverMs = Math.round(read.number('joinSeconds', form.joinSeconds, 0, weekSeconds) * 1_000);
      return { shape: 'constant', joinOverMs, stay };
    }
    case 'ramp':
      return {
        shape: 'ramp',
        stages: form.stages.map(({ id, viewers, seconds }) => ({
          viewers: read.whole(`stages.${id}.viewers`, viewers, 0, mostViewers),
          overMs: Math.round(read.number(`stages.${id}.seconds`, seconds, 0, weekSeconds) * 1_000),
        })),
        stay,
      };
    case 'arrival-rate':
      return {
        shape: 'arrival-rate',
        viewersPerMinute: read.number('perMinute', form.perMinute, 0.1, mostViewers),
        stay,
      };
  }
}

type Stay = NonNullable<NonNullable<AudienceConfiguration['load']>['stay']>;

function readStay({ stay, stayMinutes }: RunForm, read: FieldReader): Stay {
  if (stay === 'to-the-end') return { kind: 'to-the-end' };
  const ms = Math.round(read.number('stayMinutes', stayMinutes, 0.05, weekMinutes) * 60_000);
  return stay === 'fixed' ? { kind: 'fixed', ms } : { kind: 'exponential', meanMs: ms };
}

function readProxies(
  form: RunForm,
  read: FieldReader,
): Pick<AudienceConfiguration, 'proxies' | 'directShare' | 'onProxyLoss'> {
  const problem = findProxyProblem(form.proxies);
  if (problem !== null) read.refuse('proxies', problem);
  return {
    proxies: form.proxies,
    directShare: read.number('directPercent', form.directPercent, 0, 100) / 100,
    onProxyLoss: form.onProxyLoss,
  };
}

const fields: Readonly<Record<string, string>> = {
  durationMs: 'minutes',
  'load.joinOverMs': 'joinSeconds',
  'load.viewersPerMinute': 'perMinute',
  'load.stay': 'stayMinutes',
  rendition: 'bandwidthKbps',
  directShare: 'directPercent',
  resyncTargetDurations: 'resync',
};
const sameNames = ['url', 'viewers', 'proxies', 'startSegments', 'shards', 'seed', 'maxViewers', 'maxMbps', 'failIf'];

/** The field of what the console found wrong (`load.stages.1.overMs`); null = of none. */
export function fieldAt(at: string | null, stages: RunForm['stages']): string | null {
  if (at === null) return null;
  const [, index, what] = /^load\.stages\.(\d+)\.(viewers|overMs)/.exec(at) ?? [];
  const stage = index === undefined ? undefined : stages[Number(index)];
  if (stage !== undefined) return `stages.${stage.id}.${what === 'viewers' ? 'viewers' : 'seconds'}`;
  const known = Object.keys(fields).find((key) => at === key || at.startsWith(`${key}.`));
  return known === undefined ? (sameNames.find((name) => at.split('.')[0] === name) ?? null) : (fields[known] ?? null);
}

/** Fields that are folded away. */
export const advancedFields: readonly string[] = ['startSegments', 'resync', 'shards', 'seed', 'maxViewers', 'maxMbps'];
