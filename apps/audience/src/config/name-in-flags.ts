import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { configurationFlags } from './configuration-flags.ts';
import type { GivenFlags } from './read-flags.ts';

const words: Readonly<Record<string, string>> = {
  url: 'The address',
  viewers: 'The number of viewers',
  failIf: '--fail-if',
};
/** Which flag says this part of the load. */
const loadFlags: Readonly<Record<string, string>> = {
  joinOverMs: 'join-over',
  stages: 'ramp',
  viewersPerMinute: 'arrivals',
  stay: 'stay',
};

/** What a person who gave flags calls a dotted key; the key itself where it is of the configuration file. */
export function nameInFlags(at: string, flags: GivenFlags, layer: AudienceConfiguration): string {
  const [key = '', part = '', ...rest] = at.split('.');
  if (!Object.hasOwn(layer, key)) return at;
  if (key === 'load') {
    const flag = loadFlags[part];
    if (flag === undefined || flags[flag] === undefined) return at;
    return rest.length === 0 ? `--${flag}` : `--${flag}: ${rest.join('.')}`;
  }
  const flag = configurationFlags.find((one) => one.key === key);
  return words[key] ?? (flag === undefined ? at : `--${flag.name}`);
}
