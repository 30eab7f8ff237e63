import * as v from 'valibot';
import { adapterKinds, capabilities, childView, resourceSample } from '../views/child.ts';
import { saidView } from '../views/saying.ts';
import { childDefinition } from './child-definition.ts';
import { rangeParameters } from './page.ts';
import { wholeNumberParameter } from './whole-number-parameter.ts';

export const childrenAnswer = v.object({
  /** The child that is meant where none is named. */
  primaryId: v.string(),
  children: v.array(childView),
});

/** The definition with `[set]` for the values of its environment, and passwords taken out of its arguments. */
export const childAnswer = v.object({ child: childView, definition: childDefinition });

/** A definition as it was shown is a definition as it was: what was hidden in it is kept. */
export const childDefinitionBody = childDefinition;

/** `console` for the console itself. Without a range, the last hour. */
export const samplesQuery = v.strictObject({
  ...rangeParameters,
  points: v.optional(wholeNumberParameter(1, 2_000), 300),
});
export const samplesAnswer = v.object({ since: v.number(), until: v.number(), samples: v.array(resourceSample) });

export const adapterView = v.object({
  kind: v.picklist(adapterKinds),
  /** One sentence: which program it is for. */
  sentence: v.string(),
  can: v.array(v.picklist(capabilities)),
  cannot: v.array(v.string()),
  /** The same by their codes. */
  cannotSaid: v.exactOptional(saidView),
  /** Fields that a definition with it must have. */
  needs: v.array(v.object({ field: v.string(), sentence: v.string() })),
});
export const adaptersAnswer = v.object({ adapters: v.array(adapterView) });
