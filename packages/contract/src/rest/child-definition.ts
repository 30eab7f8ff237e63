import { defaultRestartPolicy } from '@dropwise/core/supervision';
import * as v from 'valibot';
import { adapterKinds } from '../views/child.ts';

const shortText = v.pipe(v.string(), v.maxLength(1_000));

/** How a pattern of the `command` adapter turns a line into a fact. Groups of the pattern are named as the fact's fields. */
export const linePattern = v.strictObject({
  /** A JavaScript regular expression with named groups: `Watching (?<login>\\w+)`. */
  pattern: v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)),
  /** The kind of fact, such as `channelChosen`, `dropClaimed`, `minuteConfirmed`, `becameIdle`; `alive` = only a sign of life. */
  fact: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
});
export type LinePattern = v.InferOutput<typeof linePattern>;

const { backoff, maxQuickDeaths } = defaultRestartPolicy;
const hourMs = 3_600_000;

function wholeNumber(min: number, max: number) {
  const expected = `expected a whole number from ${min} to ${max}`;
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(min, expected), v.maxValue(max, expected));
}

const restartDefinition = v.pipe(
  v.strictObject({
    /** Before the first start after an end; before each that follows it doubles. */
    firstDelayMs: v.optional(wholeNumber(10, hourMs), backoff.firstMs),
    /** It doubles up to this. Both are moved by a fifth, by chance. */
    maxDelayMs: v.optional(wholeNumber(10, 24 * hourMs), backoff.capMs),
    /** So many ends in a row within half a minute of a start, and it is given up. */
    maxQuickDeaths: v.optional(wholeNumber(1, 1_000_000), maxQuickDeaths),
  }),
  v.check(
    ({ firstDelayMs, maxDelayMs }) => firstDelayMs <= maxDelayMs,
    'expected maxDelayMs to be at least firstDelayMs; raise the one or lower the other',
  ),
);

/** A program that the console looks after: `config/children.json` is a list of these. */
export const childDefinition = v.strictObject({
  /** Letters, digits and dashes; stands in addresses and in the history. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected a-z, 0-9 and -, at most 40 characters')),
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80)),
  adapter: v.picklist(adapterKinds),
  /** Started with the console, and again when it ends. */
  enabled: v.optional(v.boolean(), true),
  /** Program and arguments; empty = the adapter's own (dropwise), or nothing to start (rangermix at `url`). */
  command: v.optional(v.pipe(v.array(shortText), v.maxLength(100)), []),
  workingFolder: v.optional(v.nullable(shortText), null),
  /** Added to the console's own environment. Values may be secret: they are never shown. */
  env: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/)), v.pipe(v.string(), v.maxLength(4_000))),
    {},
  ),
  /** Where a miner that serves HTTP is: rangermix' `http://127.0.0.1:8080`. */
  url: v.optional(
    v.nullable(
      v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/@]+(?::\d+)?(?:\/\S*)?$/, 'expected an http or https address')),
    ),
    null,
  ),
  /** A log file to follow beside the output, such as TDM's `log.txt`. Relative to the working folder. */
  logFile: v.optional(v.nullable(shortText), null),
  /** The program's own settings file, for import and push. Relative to the working folder. */
  settingsFile: v.optional(v.nullable(shortText), null),
  patterns: v.optional(v.pipe(v.array(linePattern), v.maxLength(100)), []),
  limits: v.optional(
    v.strictObject({
      /** Above it for a minute the child is restarted; null = no limit. */
      memoryMb: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(1_048_576))), null),
      /** Of one core, over five minutes: only a warning. */
      cpuPercent: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(6_400))), null),
    }),
    { memoryMb: null, cpuPercent: null },
  ),
  /** Silence (no output, no message) that counts as hanging; 0 = silence is normal. */
  silenceSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400)), 0),
  /** Time between asking it to end and killing it. */
  stopGraceSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)), 10),
  /** How it is started again after it ended by itself; what is left out is as for every other child. */
  restart: v.exactOptional(restartDefinition),
});
export type ChildDefinition = v.InferOutput<typeof childDefinition>;

/** The miner of this project, when `config/children.json` says nothing else. */
export const ownMinerId = 'miner';
