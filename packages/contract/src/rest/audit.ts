import * as v from 'valibot';
import { pageOf, pageParameters } from './page.ts';

export const auditQuery = v.strictObject({
  ...pageParameters,
  action: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z.]{1,60}$/, 'expected an action such as child.restart'))),
});

export const auditView = v.object({
  seq: v.number(),
  at: v.number(),
  whoKind: v.string(),
  whoName: v.string(),
  address: v.string(),
  action: v.string(),
  target: v.string(),
  before: v.unknown(),
  after: v.unknown(),
});
export const auditAnswer = pageOf(auditView);
