import { createHash } from 'node:crypto';
import type { RunSettings } from '../config/run-settings.ts';
import { canonical } from '../merge/part-settings.ts';
import { maskedSettings } from '../report/masked-settings.ts';

/** The same for machines that are to run the same load; of credentials, only that there are some. */
export function settingsFingerprint(settings: RunSettings): string {
  const { part: _part, shards: _shards, nats: _nats, ...shared } = maskedSettings(settings);
  return createHash('sha256').update(canonical(shared)).digest('base64url');
}
