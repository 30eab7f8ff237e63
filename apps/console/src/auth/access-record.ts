import { keyScopes } from '@dropwise/contract';
import * as v from 'valibot';

/** The text of `config/access.json`. No secret stands in it that opens anything: only hashes. */

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));
const time = v.pipe(v.number(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{16,128}={0,2}$/));

export const passwordRecord = v.strictObject({
  /** A new one with every change: sessions name the password they were opened with. */
  id,
  algorithm: v.literal('scrypt'),
  /** Kept with the hash, so that they can be raised. 128 × cost × blockSize bytes of memory: at most 1 GiB is believed. */
  cost: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(2 ** 10),
    v.maxValue(2 ** 20),
    v.check((cost) => Number.isInteger(Math.log2(cost))),
  ),
  blockSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)),
  parallelization: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  salt: base64,
  hash: base64,
  setAt: time,
});
export type PasswordRecord = v.InferOutput<typeof passwordRecord>;

export const sessionRecord = v.strictObject({
  id,
  secretHash: sha256,
  passwordId: id,
  createdAt: time,
  lastSeenAt: time,
  address: v.pipe(v.string(), v.maxLength(100)),
  userAgent: v.pipe(v.string(), v.maxLength(200)),
});
export type SessionRecord = v.InferOutput<typeof sessionRecord>;

export const keyRecord = v.strictObject({
  id,
  secretHash: sha256,
  name: v.pipe(v.string(), v.maxLength(60)),
  scope: v.picklist(keyScopes),
  createdAt: time,
  lastUsedAt: v.nullable(time),
});
export type KeyRecord = v.InferOutput<typeof keyRecord>;

export const maxSessions = 50;
export const maxKeys = 50;

export const accessRecord = v.strictObject({
  version: v.literal(1),
  /** `required`: the file before this one could not be read; nobody gets in until a password is set. */
  setup: v.picklist(['open', 'required']),
  /** Set in the console. */
  password: v.nullable(passwordRecord),
  /** Hash of the environment's, to notice when it changes. */
  environmentPassword: v.nullable(passwordRecord),
  sessions: v.pipe(v.array(sessionRecord), v.maxLength(maxSessions)),
  keys: v.pipe(v.array(keyRecord), v.maxLength(maxKeys)),
});
export type AccessRecord = v.InferOutput<typeof accessRecord>;

export const emptyAccessRecord: AccessRecord = {
  version: 1,
  setup: 'open',
  password: null,
  environmentPassword: null,
  sessions: [],
  keys: [],
};
