import type { Scope, Who } from '../../auth/who.ts';
import type { App } from '../app.ts';

const grants: Readonly<Record<Scope, readonly Scope[]>> = {
  public: ['public'],
  read: ['public', 'read'],
  control: ['public', 'read', 'control'],
  owner: ['public', 'read', 'control', 'owner'],
};

/** Everybody is this one. Without it the guards decide. */
export function registerFakeWho(app: App, scope: Scope = 'owner'): void {
  const who: Who = { kind: 'session', scopes: new Set(grants[scope]), name: 'password', address: '127.0.0.1' };
  app.decorateRequest('who', null as unknown as Who);
  app.addHook('onRequest', async (request) => {
    request.who = who;
  });
}
