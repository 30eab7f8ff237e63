import * as v from 'valibot';
import { saidView } from './saying.ts';

/** After the life of a child in `core/supervision`. */
export const childPhaseKinds = [
  'stopped',
  'starting',
  'ready',
  'running',
  'degraded',
  'stopping',
  'backingOff',
  'givenUp',
] as const;
export type ChildPhaseKind = (typeof childPhaseKinds)[number];

export const adapterKinds = ['dropwise', 'tdm', 'rangermix', 'command'] as const;
export type AdapterKind = (typeof adapterKinds)[number];

/** What a miner behind an adapter lets itself be asked for. */
export const capabilities = [
  'facts',
  'confirmedProgress',
  'progress',
  'channels',
  'campaigns',
  'plan',
  'health',
  'login',
  'reload',
  'selectChannel',
  'exitManual',
  'settings',
  'retryLogin',
] as const;
export type Capability = (typeof capabilities)[number];

export const resourceSample = v.object({
  at: v.number(),
  /** Percent of one core since the last sample. */
  cpuPercent: v.number(),
  rssBytes: v.number(),
});
export type ResourceSample = v.InferOutput<typeof resourceSample>;

export const childView = v.object({
  id: v.string(),
  name: v.string(),
  adapter: v.picklist(adapterKinds),
  phase: v.picklist(childPhaseKinds),
  /** One sentence: what it does, or why not. */
  sentence: v.string(),
  /** The one step that helps; empty when there is none. */
  todo: v.string(),
  /** `sentence` and `todo` by their codes. */
  said: v.exactOptional(saidView),
  todoSaid: v.exactOptional(saidView),
  since: v.number(),
  pid: v.nullable(v.number()),
  startedAt: v.nullable(v.number()),
  /** Starts after the first that nobody asked for, since the console began. */
  restarts: v.number(),
  /** When the next start is due; null unless backing off. */
  nextStartAt: v.nullable(v.number()),
  lastExit: v.nullable(
    v.object({
      at: v.number(),
      exitCode: v.nullable(v.number()),
      signal: v.nullable(v.string()),
      sentence: v.string(),
      said: v.exactOptional(saidView),
    }),
  ),
  usage: v.nullable(resourceSample),
  can: v.array(v.picklist(capabilities)),
  /** What this adapter cannot know, one sentence each. */
  cannot: v.array(v.string()),
  /** The same by their codes. */
  cannotSaid: v.exactOptional(saidView),
  version: v.nullable(v.string()),
});
export type ChildView = v.InferOutput<typeof childView>;
