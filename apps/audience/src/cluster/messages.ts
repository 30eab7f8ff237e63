import { audienceSample } from '@dropwise/contract/audience';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.minValue(0));
const whole = v.pipe(count, v.integer());
/** One process's name for itself, new with each start. */
const instance = v.pipe(v.string(), v.maxLength(64));
const sentence = v.pipe(v.string(), v.maxLength(2000));

/** A part asks to be let in. */
export const joinRequest = v.variant('kind', [
  v.object({
    kind: v.literal('join'),
    instance,
    index: whole,
    count: whole,
    /** Of the settings that all parts must share. */
    fingerprint: v.string(),
  }),
  /** One who would lead asks whether somebody does. */
  v.object({ kind: v.literal('who-leads'), instance }),
]);
export type JoinRequest = v.InferOutput<typeof joinRequest>;

export const joinAnswer = v.variant('kind', [
  v.object({ kind: v.literal('welcome'), leader: instance }),
  v.object({ kind: v.literal('refused'), sentence }),
  v.object({ kind: v.literal('leads'), leader: instance, isCandidate: v.boolean() }),
]);
export type JoinAnswer = v.InferOutput<typeof joinAnswer>;

/** What the leader's clock shows, epoch ms. */
export const clockAnswer = v.object({ nowMs: count });

/**
 * All that holds, once a second and with each change: a lost message harms nothing. Times are the leader's clock's.
 */
export const orders = v.object({
  leader: instance,
  /** Epoch ms; null = not yet. */
  startAtMs: v.nullable(count),
  /** In their order, since the common start: every part must change the plan in the same way. */
  viewerChanges: v.pipe(v.array(v.object({ atMs: count, viewers: whole })), v.maxLength(1000)),
  stop: v.nullable(v.object({ reason: sentence, withinMs: count })),
});
export type Orders = v.InferOutput<typeof orders>;

/** What a part says of itself once a second: again all that holds. */
export const partState = v.object({
  instance,
  index: whole,
  state: v.picklist(['preparing', 'ready', 'running', 'delivered', 'left']),
  /** Why it left; null = it has not. */
  sentence: v.nullable(sentence),
  /** Null = not running. */
  sample: v.nullable(audienceSample),
});
export type PartState = v.InferOutput<typeof partState>;

/** A piece of a part file, gzip and base64. */
export const parcelPiece = v.object({
  instance,
  index: whole,
  piece: whole,
  pieces: v.pipe(whole, v.minValue(1), v.maxValue(2000)),
  content: v.string(),
});
export type ParcelPiece = v.InferOutput<typeof parcelPiece>;

export const parcelAnswer = v.object({ accepted: v.boolean(), sentence });

/** Null = it is none: another program's, another version's, or damaged. */
export function readMessage<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
