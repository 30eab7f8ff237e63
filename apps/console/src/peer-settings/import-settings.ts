import { type Said, type Saying, settingDefinitions } from '@dropwise/core';
import { type Result, succeed } from '@dropwise/kit';
import { validateSetting } from '@dropwise/runtime';
import { importRangermix } from './import-rangermix.ts';
import { sayOfImport } from './import-sayings.ts';
import { importTdm } from './import-tdm.ts';
import { misfitsOf, type PeerKind, type PeerSettings } from './peer-settings.ts';
import { fieldsOf, peerNames, recognisePeerSettings } from './peers.ts';
import type { Taken } from './take-value.ts';

/** What another miner's settings are in ours. */
export interface PeerImport {
  readonly peer: PeerKind;
  /** By our own dotted keys; each fits its setting. May hold a secret: the proxy. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** What was changed on the way, and what has no counterpart, one sentence each. */
  readonly notes: Said;
}

/** Reads a settings file of TDM or rangermix, whichever it is. Fails with a sentence where it is neither. */
export function importPeerSettings(text: string): Result<PeerImport, string> {
  const recognised = recognisePeerSettings(text);
  if (!recognised.ok) return recognised;
  const { peer } = recognised.value;
  const { sound, notes } = leaveMisfits(recognised.value);
  const taken = peer === 'tdm' ? importTdm(sound) : importRangermix(sound);
  const checked = checkChanges(taken.changes ?? {});
  return succeed({ peer, changes: checked.changes, notes: [...notes, ...(taken.notes ?? []), ...checked.notes] });
}

/** The miner itself replaces what does not fit by its default; here it is left out. */
function leaveMisfits({ peer, values }: PeerSettings): {
  readonly sound: ReadonlyMap<string, unknown>;
  readonly notes: Said;
} {
  const sound = new Map<string, unknown>();
  const notes: Saying[] = [];
  for (const [name, value] of Object.entries(values)) {
    const misfits = misfitsOf({ [name]: value }, fieldsOf[peer]);
    if (misfits.length > 0) notes.push(...misfits.map((detail) => sayOfImport('import-misfit', { name, detail })));
    else if (Object.hasOwn(fieldsOf[peer], name)) sound.set(name, value);
    else notes.push(sayOfImport('import-unknown', { name, peer: peerNames[peer] }));
  }
  return { sound, notes };
}

/** Our own limits may be narrower. The value itself is not named: it may be secret. */
function checkChanges(changes: Readonly<Record<string, unknown>>): Required<Taken> {
  const kept: Record<string, unknown> = {};
  const notes: Saying[] = [];
  for (const [key, value] of Object.entries(changes)) {
    const definition = settingDefinitions.find((each) => each.key === key);
    if (definition === undefined) throw new TypeError(`the import names a setting that does not exist: ${key}`);
    const checked = validateSetting(definition.schema, value);
    if (checked.ok) kept[key] = value;
    else notes.push(sayOfImport('import-stays', { key, detail: checked.failure }));
  }
  return { changes: kept, notes };
}
