import * as v from 'valibot';

/** The miner did, or began, what it was asked for. */
export const commandAnswer = v.object({ done: v.literal(true), sentence: v.string() });
export type CommandAnswer = v.InferOutput<typeof commandAnswer>;

const noPassword =
  'expected no fields: nobody signs in to Twitch with a password here. Ask for a code and enter it on Twitch’s own page';

/** For what is asked without words. */
export const loginBody = v.optional(v.strictObject({}, noPassword));

/** `console: true` ends the console too. */
export const closeBody = v.optional(v.strictObject({ console: v.optional(v.boolean(), false) }));
