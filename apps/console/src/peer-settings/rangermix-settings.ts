import type { Result } from '@dropwise/kit';
import * as v from 'valibot';
import { names, proxyAddress, shortText, wholeNumber, yesNo } from './fields.ts';
import { formatPeerSettings, type PeerFields, type PeerSettings, parsePeerSettings } from './peer-settings.ts';

/** Peers 2.1: `data/settings.json`. Objects are replaced as a whole by the running miner. */
export const rangermixFields: PeerFields = {
  connection_quality: wholeNumber(1, 6),
  dark_mode: yesNo,
  games_to_watch: names,
  inventory_filters: {
    expected: 'an object of filters, each true, false or a list of names',
    schema: v.record(v.string(), v.union([v.boolean(), v.array(v.string())])),
    wrapper: null,
  },
  inventory_list_view: yesNo,
  language: shortText,
  minimum_refresh_interval_minutes: wholeNumber(1, 10_080),
  mining_benefits: {
    expected: 'true or false for each of BADGE, DIRECT_ENTITLEMENT, EMOTE and UNKNOWN',
    schema: v.strictObject({
      BADGE: v.boolean(),
      DIRECT_ENTITLEMENT: v.boolean(),
      EMOTE: v.boolean(),
      UNKNOWN: v.boolean(),
    }),
    wrapper: null,
  },
  proxy: proxyAddress,
};

export function parseRangermixSettings(text: string): Result<PeerSettings, string> {
  return parsePeerSettings('rangermix', text);
}

export function formatRangermixSettings(settings: PeerSettings): string {
  return formatPeerSettings(settings, rangermixFields);
}
