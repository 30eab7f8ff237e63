import * as v from 'valibot';

/** What a key may do; `control` includes `read`. Neither reaches passwords, keys and sessions. */
export const keyScopes = ['read', 'control'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Counted in characters. Longer ones are refused so that nobody makes the server hash a book. */
export const passwordLength = { min: 8, max: 1_024 } as const;

const newPassword = v.pipe(
  v.string(),
  v.minLength(passwordLength.min, `expected a password of at least ${passwordLength.min} characters`),
  v.maxLength(passwordLength.max, `expected a password of at most ${passwordLength.max} characters`),
);
/** Checked as it comes: that a wrong one is short is no news for whoever tries. */
const givenPassword = v.pipe(
  v.string(),
  v.maxLength(passwordLength.max, `expected a password of at most ${passwordLength.max} characters`),
);

/** Who asks, and what stands between them and the console. */
export const accessView = v.object({
  kind: v.picklist(['anonymous', 'local', 'session', 'key']),
  /** What this caller may do; an anonymous one only `public`. */
  scopes: v.array(v.picklist(['public', 'read', 'control', 'owner'])),
  /** `local`, `password`, a key's name; `nobody` for an anonymous caller. */
  name: v.string(),
  passwordSet: v.boolean(),
  /** Where the password is from; an `environment` one cannot be changed here. Null = none, or the caller is not signed in. */
  passwordFrom: v.nullable(v.picklist(['console', 'environment'])),
  /** Nothing but the setup answers this caller until a password is set. */
  setupNeeded: v.boolean(),
  /** May this caller set the first password? Only from the machine itself. */
  maySetPassword: v.boolean(),
});
export type AccessView = v.InferOutput<typeof accessView>;

export const signInBody = v.strictObject({ password: givenPassword });
export const firstPasswordBody = v.strictObject({ password: newPassword });
export const changePasswordBody = v.strictObject({ oldPassword: givenPassword, newPassword });

/** A browser that is signed in. */
export const sessionView = v.object({
  /** Names the session; opens nothing. */
  id: v.string(),
  createdAt: v.number(),
  /** To the hour. */
  lastSeenAt: v.number(),
  /** At the sign-in. */
  address: v.string(),
  userAgent: v.string(),
  /** The one that asks. */
  current: v.boolean(),
});
export type SessionView = v.InferOutput<typeof sessionView>;

export const sessionList = v.object({ sessions: v.array(sessionView) });
export const signedOutView = v.object({ signedOutCount: v.number() });

/** Letters, digits and dashes; what the server makes is longer than any word and never a path. */
const accessId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/, 'expected an id of letters, digits, _ and -'));
export const accessIdParams = v.object({ id: accessId });

export const keyView = v.object({
  id: v.string(),
  name: v.string(),
  scope: v.picklist(keyScopes),
  createdAt: v.number(),
  /** To the hour; null = never. */
  lastUsedAt: v.nullable(v.number()),
});
export type KeyView = v.InferOutput<typeof keyView>;

export const keyList = v.object({ keys: v.array(keyView) });

export const newKeyBody = v.strictObject({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('expected a name, such as the program that will use the key'),
    v.maxLength(60, 'expected a name of at most 60 characters'),
    v.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'expected a name without control characters'),
  ),
  scope: v.picklist(keyScopes),
});

/** The only answer that ever holds a key. */
export const newKeyView = v.object({ key: keyView, secret: v.string() });
export type NewKeyView = v.InferOutput<typeof newKeyView>;
