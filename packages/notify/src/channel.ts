import type { NotificationMessage } from '@dropwise/core/notifications';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { type Delivery, failedForGood } from './delivery.ts';
import type { Field, FieldView } from './field.ts';
import { maskValues, secretValuesOf } from './mask-values.ts';

/** What a channel is set up with: JSON, as `config/notifications.json` holds it. */
export type ChannelConfig = Readonly<Record<string, unknown>>;

export interface SendContext {
  readonly clock: Clock;
  /** Ends the try at once. */
  readonly signal: AbortSignal;
  /** Longest wait for the whole exchange. Default 20 s. */
  readonly timeoutMs?: number;
}

/** A way to reach a person. */
export interface Channel {
  readonly kind: string;
  /** As a person knows it. */
  readonly name: string;
  /** How to set it up, in a sentence or two. */
  readonly doc: string;
  readonly fields: readonly FieldView[];
  /** Fields that are never shown again. */
  readonly secretFields: readonly string[];
  /** Fills in defaults; fails with a sentence a field. */
  check(config: unknown): Result<ChannelConfig, readonly ConfigProblem[]>;
  /** One try. Never throws. */
  send(config: ChannelConfig, message: NotificationMessage, context: SendContext): Promise<Delivery>;
}

export interface ConfigProblem {
  /** Empty = the whole. */
  readonly field: string;
  readonly sentence: string;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type ConfigOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends Field<infer Value> ? Value : never;
};

export interface ChannelDefinition<Of extends Fields> {
  readonly kind: string;
  readonly name: string;
  readonly doc: string;
  readonly fields: Of;
  /** What no single field can know: a sentence, or null when all is well. */
  readonly conflict?: (config: ConfigOf<Of>) => string | null;
  send(config: ConfigOf<Of>, message: NotificationMessage, context: SendContext): Promise<Delivery>;
}

export function defineChannel<const Of extends Fields>(definition: ChannelDefinition<Of>): Channel {
  const { kind, name, doc, fields, conflict, send } = definition;
  const schema = v.strictObject(
    Object.fromEntries(Object.entries(fields).map(([field, { schema: of }]) => [field, of])),
  );
  const secretFields = Object.keys(fields).filter((field) => fields[field]?.view.secret === true);
  const read = (config: unknown): Result<ConfigOf<Of>, readonly ConfigProblem[]> => {
    const checked = v.safeParse(schema, config);
    if (!checked.success) return fail(checked.issues.slice(0, 20).map(problemOf));
    const parsed = checked.output as ConfigOf<Of>;
    const sentence = conflict?.(parsed) ?? null;
    return sentence === null ? succeed(parsed) : fail([{ field: '', sentence }]);
  };
  return {
    kind,
    name,
    doc,
    fields: Object.entries(fields).map(([field, { view }]) => ({ name: field, ...view })),
    secretFields,
    check: read,
    send: async (config, message, context) => {
      const checked = read(config);
      if (!checked.ok) {
        return failedForGood(`The channel is not set up: ${checked.failure.map(({ sentence }) => sentence).join(' ')}`);
      }
      const secrets = secretValuesOf(secretFields.map((field) => checked.value[field]));
      return maskDelivery(await sendSafely(() => send(checked.value, message, context)), secrets);
    },
  };
}

/** A fault of our own must not stop the queue; its text may quote what is secret, so only its kind is told. */
async function sendSafely(send: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await send();
  } catch (error) {
    return failedForGood(
      `Nothing was sent: ${error instanceof Error ? error.name : 'something unknown'} happened here.`,
    );
  }
}

function maskDelivery(delivery: Delivery, secrets: readonly string[]): Delivery {
  if (delivery.kind === 'delivered') return { ...delivery, detail: maskValues(delivery.detail, secrets) };
  return { ...delivery, why: maskValues(delivery.why, secrets) };
}

function problemOf(issue: v.BaseIssue<unknown>): ConfigProblem {
  const field = String(issue.path?.[0]?.key ?? '');
  const found = issue.received === 'undefined' ? 'is missing' : 'does not fit';
  if (issue.expected === 'never') return { field, sentence: `${field} is not known here.` };
  const expected = issue.message.startsWith('expected') ? `: ${issue.message}` : '';
  return { field, sentence: `${field} ${found}${expected}.` };
}
