import { reasonLevels } from '@dropwise/core';
import * as v from 'valibot';

export const versionAnswer = v.object({
  name: v.literal('Dropwise'),
  version: v.string(),
  node: v.string(),
  /** Of the messages between console and miner. */
  ipcVersion: v.number(),
  startedAt: v.number(),
});

export const reasonView = v.object({
  code: v.string(),
  /** Who finds it. */
  of: v.picklist(['miner', 'console']),
  level: v.picklist(reasonLevels),
  /** `{words}` are filled in where it holds. */
  sentence: v.string(),
  todo: v.string(),
  stillWorks: v.string(),
});
/** Levels best first. */
export const reasonsAnswer = v.object({ levels: v.array(v.picklist(reasonLevels)), reasons: v.array(reasonView) });

export const liveAnswer = v.object({
  protocol: v.literal('socket.io 4'),
  /** Where to connect, from the root of this server. */
  path: v.string(),
  /** How one begins, and how one goes on after a break. */
  begin: v.string(),
  resume: v.string(),
  /** Sent outside the sequence. */
  answers: v.array(v.object({ name: v.string(), sentence: v.string() })),
  /** Each carries `seq`, one more than the one before. */
  events: v.array(v.object({ name: v.string(), sentence: v.string() })),
});
