import type { AudienceFlag } from './audience-flag.ts';
import { configurationFlags } from './configuration-flags.ts';

/** Each says how the audience comes; together they make the key `load`. */
export const loadFlags: readonly AudienceFlag[] = [
  { name: 'join-over', value: 'TIME', doc: 'Everybody joins within this time, evenly. Default: 10s.' },
  {
    name: 'ramp',
    value: 'STAGES',
    doc: 'Go to so many viewers within so long, one stage after the other: 50@1m,200@5m.',
  },
  { name: 'arrivals', value: 'N', doc: 'So many viewers a minute arrive, at random (Poisson).' },
  {
    name: 'stay',
    value: 'HOW-LONG',
    doc: 'to-the-end, "fixed 5m", "exponential 5m", "lognormal 5m 0.8", or "quantiles 10s 1m 20m". Default: to-the-end.',
  },
];

export const listFlags: readonly AudienceFlag[] = [
  {
    name: 'proxy',
    value: 'URL',
    repeatable: true,
    doc: 'A proxy as vantage point: http, https or socks5. Other users of this machine can read flags: put passwords in a list.',
  },
  { name: 'proxy-list', value: 'FILE', doc: 'Proxies, one a line, with weight=2 and budget=10GB after it as needed.' },
  {
    name: 'fail-if',
    value: 'CONDITION',
    repeatable: true,
    doc: 'What fails the run: "stalled_time_pct>0.5", "ttfb_due_p99_ms@direct>500".',
  },
];

/** How a run is one of several parts. */
export const partFlags: readonly AudienceFlag[] = [
  { name: 'shard', value: 'I/N', doc: 'Be part I (from 0) of N machines’ run; merge puts their reports together.' },
  { name: 'run-id', value: 'ID', doc: 'The name that all parts of a run give it: 8 to 64 of a-z, 0-9 and "-".' },
  {
    name: 'nats',
    value: 'URL',
    doc: 'Begin, report and stop together over this NATS server: nats://host:4222. Other users can read flags.',
  },
];

export const outputFlags: readonly AudienceFlag[] = [
  { name: 'out', value: 'FILE', doc: 'Write the report there as JSON.' },
  { name: 'html', value: 'FILE', doc: 'Write the report there as one HTML page with charts.' },
  {
    name: 'prometheus',
    value: 'FILE',
    doc: 'Write the figures there for Prometheus, anew every second (textfile collector).',
  },
  { name: 'json-events', doc: 'Print events as JSON lines on stdout, and take commands as JSON lines on stdin.' },
  { name: 'verbose', short: 'v', repeatable: true, doc: 'Say more: -v details, -vv debug.' },
  { name: 'quiet', short: 'q', doc: 'Say only what a person must know.' },
];

export const sharedFlags: readonly AudienceFlag[] = [
  { name: 'data-dir', value: 'FOLDER', doc: 'Where everything is kept. Default: DROPWISE_DATA_DIR, or ~/.dropwise.' },
];

/** All of them, in the order of the help text. */
export const audienceFlags: readonly AudienceFlag[] = [
  { name: 'config', value: 'FILE', doc: 'Settings as JSON; flags stand above them.' },
  ...loadFlags,
  ...configurationFlags.slice(0, 5),
  ...listFlags,
  ...configurationFlags.slice(5),
  ...partFlags,
  ...outputFlags,
  ...sharedFlags,
];
