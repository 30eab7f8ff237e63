import type { Result } from '@dropwise/kit';

/**
 * What this package needs to know of a setting; `settingDefinitions` of core fits. The schema is any that speaks
 * Standard Schema (valibot does), and answers at once.
 */
export interface SettingDefinition<T = unknown> {
  /** Dotted: `mining.mode` stands in the file as `{ "mining": { "mode": … } }`. */
  readonly key: string;
  readonly env: string;
  readonly default: T;
  readonly schema: ValueSchema;
  /** Reads what an environment variable or a flag can carry. */
  parseText(text: string): Result<T, string>;
  /** True: messages do not show the value that was found. */
  readonly secret?: boolean | undefined;
}

export interface ValueSchema {
  readonly '~standard': { validate(value: unknown): unknown };
}

/** The value as the schema gives it back, or what the schema says is wrong with it. */
export function validateSetting(schema: ValueSchema, value: unknown): Result<unknown, string> {
  const outcome = schema['~standard'].validate(value) as {
    readonly value?: unknown;
    readonly issues?: readonly { readonly message: string }[];
  };
  if (outcome.issues === undefined) return { ok: true, value: outcome.value };
  return { ok: false, failure: outcome.issues.map((issue) => issue.message).join('; ') };
}
