import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Channel } from '../channel.ts';
import type { Delivery } from '../delivery.ts';
import { createContext, plainMessage } from './channel-contract.ts';
import type { HttpAnswer, HttpListener } from './http-listener.ts';

/** What every channel over HTTP does beside the contract of all channels. */
export function describeHttpChannel(channel: Channel, open: () => Promise<HttpListener>): void {
  describe(`the channel ${channel.kind} over HTTP`, () => {
    let listener: HttpListener;
    let elsewhere: HttpListener;
    before(async () => {
      listener = await open();
      elsewhere = await open();
    });
    after(async () => {
      await listener[Symbol.asyncDispose]();
      await elsewhere[Symbol.asyncDispose]();
    });

    const sendFor = async (answer: HttpAnswer): Promise<Delivery> => {
      listener.answerWith(answer);
      return await channel.send(listener.config, plainMessage, createContext());
    };

    it('follows no redirect', async () => {
      for (const status of [301, 302, 303, 307, 308]) {
        const delivery = await sendFor({ status, headers: { location: `${elsewhere.origin}/` } });
        assert.equal(delivery.kind, 'failed', String(status));
      }
      assert.deepEqual(elsewhere.requests, []);
    });

    const answers: [status: number, kind: Delivery['kind']][] = [
      [401, 'failed'],
      [403, 'failed'],
      [404, 'failed'],
      [413, 'failed'],
      [408, 'retry'],
      [500, 'retry'],
      [502, 'retry'],
    ];
    for (const [status, kind] of answers) {
      it(`takes ${status} as ${kind}`, async () => assert.equal((await sendFor({ status })).kind, kind));
    }

    it('reads a date after which to come again', async () => {
      const { clock } = createContext();
      const headers = { 'retry-after': new Date(clock.now() + 90_000).toUTCString() };
      const delivery = await sendFor({ status: 503, headers });
      assert.equal(delivery.kind === 'retry' && delivery.afterMs, 90_000);
    });

    it('believes no wait of more than a day', async () => {
      const delivery = await sendFor({ status: 503, headers: { 'retry-after': '99999999' } });
      assert.equal(delivery.kind === 'retry' && delivery.afterMs, 24 * 3_600_000);
    });

    it('comes again without a time when what it is told cannot be read', async () => {
      const delivery = await sendFor({ status: 429, headers: { 'retry-after': 'soon' }, body: '<html>' });
      assert.equal(delivery.kind === 'retry' && delivery.afterMs, null);
    });

    it('takes an answer of any length', async () => {
      assert.equal((await sendFor({ status: 200, body: 'x'.repeat(5_000_000) })).kind, 'delivered');
    });
  });
}
