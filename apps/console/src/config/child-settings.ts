import { join } from 'node:path';
import type { ChildDefinition, ChildSettingsAnswer, ChildSettingsOutcome, ConsoleFact } from '@dropwise/contract';
import { sentenceOf } from '@dropwise/core';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { resolvePath } from '../adapters/command/find-program.ts';
import { createRangermixApi } from '../adapters/rangermix/rangermix-api.ts';
import { tdmSettingsFile } from '../adapters/tdm/place.ts';
import type { AuditLog } from '../auth/audit-log.ts';
import type { Who } from '../auth/who.ts';
import type { Fleet } from '../children/fleet.ts';
import { fieldOf, misfitsOf, type PeerKind, type PeerSettings } from '../peer-settings/peer-settings.ts';
import { fieldsOf, peerNames } from '../peer-settings/peers.ts';
import { type PeerPushStep, planPeerPush } from '../peer-settings/plan-peer-push.ts';
import { readPeerSettings, settingsNotTaken, writePeerSettings } from '../peer-settings/push-settings.ts';
import { shown } from '../shown/shown-saying.ts';

export interface ChildSettingsOptions {
  readonly fleet: Pick<Fleet, 'definitions' | 'find' | 'start' | 'stop'>;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly fetch: typeof fetch;
  readonly onFact: (childId: string, fact: ConsoleFact) => void;
}

/** The settings of other people's miners, in their own files and words. */
export interface ChildSettings {
  /** Fails with a sentence: no such miner, no file. */
  read(childId: string): Promise<Result<ChildSettingsAnswer, string>>;
  /** Checked whole, brought to it as it learns best, and looked at again. Fails with a sentence a misfit, nothing changed. */
  change(
    childId: string,
    changes: Readonly<Record<string, unknown>>,
    who: Who,
  ): Promise<Result<ChildSettingsOutcome, readonly string[]>>;
}

interface Peer {
  readonly child: ChildDefinition;
  readonly kind: PeerKind;
  readonly file: string;
}

const shownSecret = '[set]';

export function createChildSettings(options: ChildSettingsOptions): ChildSettings {
  const { fleet } = options;
  /** One after the other: a child is stopped and started on the way. */
  let turn: Promise<unknown> = Promise.resolve();
  const isRunning = (id: string): boolean => {
    const phase = fleet.find(id)?.phase;
    return phase !== undefined && phase !== 'stopped' && phase !== 'givenUp';
  };
  return {
    async read(childId) {
      const peer = peerOf(fleet.definitions, childId);
      if (!peer.ok) return peer;
      const settings = await readPeerSettings(peer.value.kind, peer.value.file);
      if (!settings.ok) return settings;
      const { kind, file } = peer.value;
      const { said } = planPeerPush(kind, isRunning(childId));
      return succeed({
        peer: kind,
        file,
        settings: viewOf(settings.value),
        push: said.sentence,
        pushSaid: shown([said]),
      });
    },
    change(childId, changes, who) {
      const mine = turn.then(async () => {
        const peer = peerOf(fleet.definitions, childId);
        if (!peer.ok) return fail([peer.failure]);
        return await changePeer(
          options,
          peer.value,
          withoutUnchangedSecrets(peer.value.kind, changes),
          who,
          isRunning(childId),
        );
      });
      turn = mine.catch(() => {});
      return mine;
    },
  };
}

function peerOf(definitions: readonly ChildDefinition[], childId: string): Result<Peer, string> {
  const child = definitions.find(({ id }) => id === childId);
  if (child === undefined) return fail(`There is no child "${childId}".`);
  if (child.adapter !== 'tdm' && child.adapter !== 'rangermix') {
    const where = child.adapter === 'dropwise' ? ' Its settings are those of Dropwise: api/settings.' : '';
    return fail(`${child.name} has no settings file whose form is known here.${where}`);
  }
  const file = child.adapter === 'tdm' ? tdmSettingsFile(child) : rangermixSettingsFile(child);
  if (file === null)
    return fail(`Where ${child.name} keeps its settings cannot be told. Give the path as settingsFile.`);
  return succeed({ child, kind: child.adapter, file });
}

/** Peers 2.2. */
function rangermixSettingsFile({ settingsFile, workingFolder }: ChildDefinition): string | null {
  if (settingsFile !== null) return resolvePath(settingsFile, workingFolder);
  return workingFolder === null ? null : join(workingFolder, 'data', 'settings.json');
}

async function changePeer(
  options: ChildSettingsOptions,
  peer: Peer,
  changes: Readonly<Record<string, unknown>>,
  who: Who,
  isRunning: boolean,
): Promise<Result<ChildSettingsOutcome, readonly string[]>> {
  const { kind, file, child } = peer;
  const fields = fieldsOf[kind];
  const strangers = Object.keys(changes).filter((name) => fieldOf(fields, name) === null);
  const problems = [
    ...strangers.map((name) => `${peerNames[kind]} has no setting ${JSON.stringify(name)}.`),
    ...misfitsOf(changes, fields),
  ];
  if (problems.length > 0) return fail(problems);
  const keys = Object.keys(changes);
  if (keys.length === 0) return succeed({ state: 'saved', sentence: 'Nothing is different from before.', keys });
  const before = await readPeerSettings(kind, file);
  const plan = planPeerPush(kind, isRunning);
  if (plan.how !== null) options.onFact(child.id, { kind: 'settingsPushed', keys, how: plan.how });
  const pushed = await carryOut(options, peer, changes, plan.steps);
  if (!pushed.ok) {
    options.onFact(child.id, { kind: 'settingsNotTaken', keys, why: pushed.failure.join(' ') });
    return pushed;
  }
  for (const name of keys) {
    const shown = (value: unknown): unknown => shownValue(kind, name, value);
    const old = before.ok ? before.value.values[name] : undefined;
    options.audit.record({
      who,
      action: 'child.settings',
      target: `${child.id}: ${name}`,
      before: shown(old),
      after: shown(changes[name]),
    });
  }
  return succeed(judge(options, peer, changes, pushed.value, plan.how === null));
}

/** What the miner has after it; a child that was stopped is started again whatever happens. */
async function carryOut(
  options: ChildSettingsOptions,
  { child, kind, file }: Peer,
  changes: Readonly<Record<string, unknown>>,
  steps: readonly PeerPushStep[],
): Promise<Result<Readonly<Record<string, unknown>>, readonly string[]>> {
  if (steps.includes('post')) {
    if (child.url === null) return fail([`${child.name} runs, but where it serves is not known. Give its url.`]);
    const api = createRangermixApi({ url: child.url, clock: options.clock, fetch: options.fetch });
    const posted = await api.changeSettings(changes);
    return posted.ok ? posted : fail([posted.failure.sentence]);
  }
  if (steps.includes('stop')) {
    const stopped = await options.fleet.stop(child.id);
    if (!stopped.ok) return fail([stopped.failure]);
  }
  try {
    const written = await writePeerSettings({ peer: kind, path: file, text: null, changes });
    if (!written.ok) return written;
    const read = await readPeerSettings(kind, file);
    return read.ok ? succeed(read.value.values) : fail([read.failure]);
  } finally {
    if (steps.includes('start')) await options.fleet.start(child.id);
  }
}

function judge(
  options: ChildSettingsOptions,
  { kind, child }: Peer,
  changes: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
  onlySaved: boolean,
): ChildSettingsOutcome {
  const keys = Object.keys(changes);
  const misses = settingsNotTaken(kind, changes, found);
  if (misses.length > 0) {
    const sentence = sentenceOf(misses);
    options.onFact(child.id, { kind: 'settingsNotTaken', keys, why: sentence, said: misses });
    return { state: 'notTaken', sentence, said: shown(misses), keys };
  }
  if (onlySaved) return { state: 'saved', sentence: `${child.name} reads them at its next start.`, keys };
  options.onFact(child.id, { kind: 'settingsTaken', keys });
  return { state: 'taken', sentence: `${child.name} has the new settings.`, keys };
}

function viewOf({ peer, values }: PeerSettings): ChildSettingsAnswer['settings'] {
  return Object.entries(values).map(([name, value]) => {
    const field = fieldOf(fieldsOf[peer], name);
    return {
      name,
      value: shownValue(peer, name, value),
      expected: field?.expected ?? null,
      secret: field === null || field.secret === true,
    };
  });
}

/** What is not known here may be anything, also a secret. */
function shownValue(peer: PeerKind, name: string, value: unknown): unknown {
  const field = fieldOf(fieldsOf[peer], name);
  if (field !== null && field.secret !== true) return value ?? null;
  return value === undefined || value === null || value === '' ? null : shownSecret;
}

/** A form sends back what it was shown. */
function withoutUnchangedSecrets(
  peer: PeerKind,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([name, value]) => !(fieldOf(fieldsOf[peer], name)?.secret === true && value === shownSecret),
    ),
  );
}
