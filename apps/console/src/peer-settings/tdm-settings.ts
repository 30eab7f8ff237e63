import type { Result } from '@dropwise/kit';
import { names, proxyAddress, shortText, wholeNumber, yesNo } from './fields.ts';
import { formatPeerSettings, type PeerFields, type PeerSettings, parsePeerSettings } from './peer-settings.ts';

/** Peers 1.1: `settings.json` beside the program, sorted, typed values wrapped. */
export const tdmFields: PeerFields = {
  autostart_tray: yesNo,
  available_drops_check: yesNo,
  connection_quality: wholeNumber(1, 6),
  dark_mode: yesNo,
  enable_badges_emotes: yesNo,
  exclude: { ...names, wrapper: 'set' },
  language: shortText,
  priority: names,
  priority_mode: { ...wholeNumber(0, 2), wrapper: 'PriorityMode' },
  proxy: { ...proxyAddress, wrapper: 'URL' },
  tray_notifications: yesNo,
};

export function parseTdmSettings(text: string): Result<PeerSettings, string> {
  return parsePeerSettings('tdm', text);
}

export function formatTdmSettings(settings: PeerSettings): string {
  return formatPeerSettings(settings, tdmFields);
}
