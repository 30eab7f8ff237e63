import {
  audienceLiveEvent,
  initialStateEvent,
  liveAnswer,
  minerIpcVersion,
  reasonsAnswer,
  resumedEvent,
  versionAnswer,
} from '@dropwise/contract';
import { type Reason, reasonLevels, reasons } from '@dropwise/core';
import type { App } from '../app.ts';
import { consoleReasons } from '../health/console-reasons.ts';
import { liveEventSentences } from './live-description.ts';
import { problems } from './problems.ts';

export interface AboutDeps {
  readonly version: string;
  /** Epoch ms, of this process. */
  readonly startedAt: number;
  /** Path of Socket.IO with the base path before it: `/socket.io`. */
  readonly livePath: string;
}

/** What this is, and what its words mean. */
export function registerAboutRoutes(app: App, deps: AboutDeps): void {
  const config = { scope: 'read' } as const;
  const about = { tags: ['about'] };
  app.get(
    '/api/version',
    { config, schema: { ...about, summary: 'What runs here.', response: { 200: versionAnswer, ...problems() } } },
    () =>
      ({
        name: 'Dropwise',
        version: deps.version,
        node: process.versions.node,
        ipcVersion: minerIpcVersion,
        startedAt: deps.startedAt,
      }) as const,
  );
  app.get(
    '/api/reasons',
    {
      config,
      schema: {
        ...about,
        summary: 'Every reason that health can have: what it means, and what to do.',
        response: { 200: reasonsAnswer, ...problems() },
      },
    },
    () => ({
      levels: reasonLevels,
      reasons: [...rowsOf('miner', reasons), ...rowsOf('console', consoleReasons)],
    }),
  );
  app.get(
    '/api/live',
    {
      config,
      schema: { ...about, summary: 'How to be told of changes.', response: { 200: liveAnswer, ...problems() } },
    },
    () => liveDescription(deps.livePath),
  );
}

function rowsOf<Of extends 'miner' | 'console'>(of: Of, table: Readonly<Record<string, Reason>>) {
  return Object.entries(table).map(([code, reason]) => ({ code, of, ...reason }));
}

const besideSentence =
  'What is new of the audience: the run that is on, its last second, how it ended. Without a seq: whoever was away asks api/audience.';

function liveDescription(path: string) {
  return {
    protocol: 'socket.io 4',
    path,
    begin: `Connect with the cookie of a sign-in or a key; ${initialStateEvent} brings the whole state and its seq.`,
    resume: `Connect with auth {epoch, seq} of what you have: ${resumedEvent} and what you missed follow, or a fresh ${initialStateEvent}.`,
    answers: [
      { name: initialStateEvent, sentence: 'The whole state. Whatever was there before is void.' },
      { name: resumedEvent, sentence: 'The events after your seq follow.' },
    ],
    events: [
      ...Object.entries(liveEventSentences).map(([name, sentence]) => ({ name, sentence })),
      { name: audienceLiveEvent, sentence: besideSentence },
    ],
  } as const;
}
