import { verifyProxyAnswer, verifyProxyBody } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { AuditLog } from '../../auth/audit-log.ts';
import { formatProxyAddress, type ProxyAddress, parseProxyAddress } from '../../config/proxy/proxy-address.ts';
import { verifyProxy } from '../../config/proxy/verify-proxy.ts';
import type { SettingsService } from '../../config/settings-service.ts';
import { secretIsSet } from '../../config/shown-value.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { problems } from './problems.ts';

export interface ProxyCheckDeps {
  readonly settings: Pick<SettingsService, 'values'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

const usualLimitMs = 8_000;
const maxLimitMs = 25_000;

/** Whether a proxy is there and lets us in, before everything is sent through it. */
export function registerProxyCheck(app: App, { settings, clock, audit }: ProxyCheckDeps): void {
  // One at a time: it is there to try a proxy, not to try doors.
  let isBusy = false;
  app.post(
    '/api/settings/verify-proxy',
    {
      config: { scope: 'control' },
      schema: {
        tags: ['settings'],
        summary: 'Connects to a proxy and greets it, reaching nothing beyond it.',
        body: verifyProxyBody,
        response: { 200: verifyProxyAnswer, ...problems() },
      },
    },
    async ({ body, who }) => {
      const address = proxyOf(body.proxy, settings);
      if (isBusy) throw new ProblemError('tooMany', 'Another proxy is being tried. Wait until it has answered.');
      isBusy = true;
      try {
        const limitMs = Math.min(maxLimitMs, usualLimitMs * settings.values.network.connectionQuality);
        const report = await verifyProxy(address, clock, limitMs);
        const target = formatProxyAddress(address);
        audit.record({ who, action: 'proxy.verify', target, before: null, after: { works: report.works } });
        return report;
      } finally {
        isBusy = false;
      }
    },
  );
}

function proxyOf(given: string | undefined, settings: ProxyCheckDeps['settings']): ProxyAddress {
  const text = given === undefined || given === secretIsSet ? settings.values.network.proxy : given.trim();
  if (text === '')
    throw new ProblemError('badRequest', 'There is no proxy to try: give one, or save one.', 'body.proxy');
  const address = parseProxyAddress(text);
  if (!address.ok) throw new ProblemError('badRequest', address.failure, 'body.proxy');
  return address.value;
}
