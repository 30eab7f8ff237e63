import { fail, type Result, succeed } from '@dropwise/kit';
import type { PeerFields, PeerKind, PeerSettings } from './peer-settings.ts';
import { parseRangermixSettings, rangermixFields } from './rangermix-settings.ts';
import { parseTdmSettings, tdmFields } from './tdm-settings.ts';

export const peerNames: Readonly<Record<PeerKind, string>> = { tdm: 'TDM', rangermix: 'rangermix' };

export const fieldsOf: Readonly<Record<PeerKind, PeerFields>> = { tdm: tdmFields, rangermix: rangermixFields };

/** Whose settings a file holds, by the names that only one of the two has; and the settings. */
export function recognisePeerSettings(text: string): Result<PeerSettings, string> {
  const parsed = parseTdmSettings(text);
  if (!parsed.ok) return parsed;
  const present = Object.keys(parsed.value.values);
  const counts = { tdm: ownNames('tdm', present), rangermix: ownNames('rangermix', present) };
  if (counts.tdm === counts.rangermix) {
    return fail(
      'Settings of TDM (with priority and exclude) or of rangermix (with games_to_watch) were expected, but this is neither. Choose the settings.json of one of them.',
    );
  }
  return counts.tdm > counts.rangermix ? parsed : parseRangermixSettings(text);
}

/** Reads settings of a known miner, and refuses those of the other. */
export function parsePeer(peer: PeerKind, text: string): Result<PeerSettings, string> {
  const parsed = peer === 'tdm' ? parseTdmSettings(text) : parseRangermixSettings(text);
  if (!parsed.ok) return parsed;
  const recognised = recognisePeerSettings(text);
  if (!recognised.ok || recognised.value.peer === peer) return succeed(parsed.value);
  const other = peerNames[recognised.value.peer];
  return fail(`Settings of ${peerNames[peer]} were expected, but these are ${other}'s. Choose another file.`);
}

function ownNames(peer: PeerKind, present: readonly string[]): number {
  const other = fieldsOf[peer === 'tdm' ? 'rangermix' : 'tdm'];
  return present.filter((name) => Object.hasOwn(fieldsOf[peer], name) && !Object.hasOwn(other, name)).length;
}
