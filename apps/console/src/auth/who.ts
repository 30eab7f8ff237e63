/** What a route asks of whoever calls it. */
export type Scope =
  /** Nothing: health checks, the sign-in itself. */
  | 'public'
  /** Sees everything that is not secret. */
  | 'read'
  /** Tells the miner what to do, changes settings. */
  | 'control'
  /** Passwords, keys, sessions, backups with credentials: a person at a browser, never a key. */
  | 'owner';

/** Who makes a request. */
export interface Who {
  /** `local`: no password is set and the request comes from this machine. */
  readonly kind: 'anonymous' | 'local' | 'session' | 'key';
  readonly scopes: ReadonlySet<Scope>;
  /** For the audit: `local`, `password`, or the key's name. */
  readonly name: string;
  /** The peer's address, behind trusted proxies the client's. */
  readonly address: string;
  /** Names the session or the key, and opens nothing; missing for the others. */
  readonly credentialId?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    who: Who;
  }
  interface FastifyContextConfig {
    /** Every route has one; without it the server does not start. */
    scope?: Scope;
    /** Answers even while the first-run setup has not been done. Default: only public routes. */
    duringSetup?: boolean;
    /** Counted apart from the rest, and strictest: whatever tries a password. */
    limit?: 'password';
  }
}
