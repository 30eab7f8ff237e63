import type { FastifyContextConfig, RouteOptions } from 'fastify';
import type { Access } from '../../auth/access.ts';
import type { Scope, Who } from '../../auth/who.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';

/** Makes the start fail for routes of which nobody said who may call them. */
export function requireScopes(app: App): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.addHook('onReady', async () => {
    // Looked at only now: `giveScope` of an inner part runs after the hook above.
    const open = routes.filter((route) => route.config?.scope === undefined);
    if (open.length === 0) return;
    const names = open.map(({ method, url }) => `${method.toString()} ${url}`).join(', ');
    throw new Error(`Every route needs config.scope, which says who may call it. Without: ${names}`);
  });
}

/**
 * For routes of other people's plugins, which know no scopes: register the plugin in a part of its own after this.
 */
export function giveScope(part: App, scope: Scope): void {
  part.addHook('onRoute', (route) => {
    route.config = { ...route.config, scope: route.config?.scope ?? scope };
  });
}

/** May `who` call it? Null = yes. A route that slipped by without a scope is nobody's. */
export function checkScope(who: Who, config: FastifyContextConfig, access: Access): ProblemError | null {
  const { scope } = config;
  if (scope === 'public') return null;
  if (access.setupRequired && config.duringSetup !== true) return setupFirst(who);
  if (scope !== undefined && who.scopes.has(scope)) return null;
  if (who.kind !== 'anonymous') {
    const sentence = `This needs the right "${scope ?? 'none'}", and ${who.kind === 'key' ? `the API key "${who.name}"` : 'this caller'} does not have it.`;
    const advice =
      scope === 'owner' ? 'It is for a person who is signed in, never for a key.' : 'Use a key that has it.';
    return new ProblemError('notAllowed', `${sentence} ${advice}`);
  }
  if (access.passwordFrom === null) return setupFirst(who);
  return new ProblemError('notSignedIn', 'Sign in first, or send an API key (Authorization: Bearer …).');
}

function setupFirst(who: Who): ProblemError {
  const sentence =
    who.kind === 'local'
      ? 'A new password has to be set first: the file with the old one could not be read.'
      : 'No password is set, so only a browser on the machine itself gets in, without a reverse proxy between. Set one there, or start with DROPWISE_PASSWORD_FILE.';
  return new ProblemError('setupNeeded', sentence);
}
