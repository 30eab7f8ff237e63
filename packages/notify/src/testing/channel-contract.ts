import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { NotificationMessage } from '@dropwise/core/notifications';
import { VirtualClock } from '@dropwise/kit';
import type { Channel, ChannelConfig, SendContext } from '../channel.ts';
import type { Delivery } from '../delivery.ts';
import type { Behaviour, ChannelListener } from './channel-listener.ts';

export interface ChannelContract {
  readonly channel: Channel;
  open(): Promise<ChannelListener>;
  /** What the service takes at most, in what it counts. */
  readonly limits: { readonly title: number; readonly text: number; readonly sizeOf: (text: string) => number };
  /** Whether the service can say when to come again. */
  readonly tellsWhen: boolean;
}

export const plainMessage: NotificationMessage = {
  rule: 'dropClaimed',
  title: 'Claimed: Rusty Key',
  text: 'Rusty Key (Spring Week, Rust) is claimed.',
  link: 'https://www.twitch.tv/drops/inventory',
  tone: 'good',
  urgent: false,
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createContext(changes: Partial<SendContext> = {}): SendContext & { readonly clock: VirtualClock } {
  const clock = new VirtualClock(Date.UTC(2026, 2, 2), settle);
  return { signal: new AbortController().signal, ...changes, clock };
}

/** What every channel does, against a real listener on loopback. */
export function describeChannel({ channel, open, limits, tellsWhen }: ChannelContract): void {
  describe(`the channel ${channel.kind}`, () => {
    let listener: ChannelListener;
    before(async () => {
      listener = await open();
    });
    after(() => listener[Symbol.asyncDispose]());

    const outcomes: Delivery[] = [];
    const send = async (message: Partial<NotificationMessage>, behaviour: Behaviour = 'well'): Promise<Delivery> => {
      listener.behave(behaviour);
      const delivery = await channel.send(listener.config, { ...plainMessage, ...message }, createContext());
      outcomes.push(delivery);
      return delivery;
    };
    const last = () => listener.seen().at(-1);

    it('has a test configuration that fits, with something in every secret field', () => {
      const checked = channel.check(listener.config);
      assert.ok(checked.ok);
      assert.ok(channel.secretFields.length > 0);
    });

    it('delivers title, text and link', async () => {
      assert.equal((await send({})).kind, 'delivered');
      const { title, text, link } = plainMessage;
      assert.deepEqual(last(), { title, text, link });
    });

    it('delivers without a link', async () => {
      await send({ link: null });
      assert.equal(last()?.link, null);
    });

    it('delivers every script and emoji', async () => {
      const text = 'Ключ, 钥匙, مفتاح, 🗝️👩‍👩‍👧 and é';
      await send({ title: text, text });
      assert.deepEqual([last()?.title, last()?.text], [text, text]);
    });

    it('delivers several lines of text', async () => {
      await send({ text: '• One.\n• Two.' });
      assert.equal(last()?.text, '• One.\n• Two.');
    });

    it('cuts what is too long with an ellipsis, within the limits of the service', async () => {
      assert.equal((await send({ title: 'T🗝️'.repeat(20_000), text: 'x🗝️*'.repeat(20_000) })).kind, 'delivered');
      const { title = '', text = '' } = last() ?? {};
      assert.ok(limits.sizeOf(title) <= limits.title, `a title of ${limits.sizeOf(title)}`);
      assert.ok(limits.sizeOf(text) <= limits.text, `a text of ${limits.sizeOf(text)}`);
      assert.match(title, /^T.*…$/u);
      assert.match(text, /^x.*…$/su);
      assert.ok(title.isWellFormed() && text.isWellFormed(), 'a character was cut in the middle');
    });

    it('shows markup in names as text', async () => {
      const text = '@everyone <b>bold</b> **x** [a](https://x.example) <@123> & "q" `c` _i_ ~s~ ||p|| > # - \\ {{y}}';
      await send({ title: text, text });
      assert.deepEqual([last()?.title, last()?.text], [text, text]);
    });

    it('keeps a title on one line, whatever it holds', async () => {
      await send({ title: 'One\r\nBcc: other@example.org\r\n\r\nX-Injected: yes\u2028\u0000\u202e' });
      assert.equal(last()?.title, 'One Bcc: other@example.org X-Injected: yes');
    });

    it('comes again later when the service is busy', async () => {
      const delivery = await send({}, 'busy');
      assert.equal(delivery.kind, 'retry');
      assert.equal(delivery.kind === 'retry' && delivery.afterMs, tellsWhen ? 7_000 : null);
    });

    it('comes again later when the service is broken', async () => {
      assert.equal((await send({}, 'broken')).kind, 'retry');
    });

    it('gives up when the service refuses', async () => {
      assert.equal((await send({}, 'refusing')).kind, 'failed');
    });

    it('comes again later when no answer comes in time', async () => {
      listener.behave('silent');
      const context = createContext({ timeoutMs: 20_000 });
      const arrival = listener.arrival();
      const sending = channel.send(listener.config, plainMessage, context);
      await arrival;
      await context.clock.advance(20_000);
      const delivery = await sending;
      outcomes.push(delivery);
      assert.equal(delivery.kind, 'retry');
      assert.match(delivery.kind === 'retry' ? delivery.why : '', /within 20 s/);
      assert.equal(context.clock.pendingCount, 0);
    });

    it('ends at once when it is stopped', async () => {
      listener.behave('silent');
      const stop = new AbortController();
      const context = createContext({ signal: stop.signal });
      const arrival = listener.arrival();
      const sending = channel.send(listener.config, plainMessage, context);
      await arrival;
      stop.abort();
      const delivery = await sending;
      outcomes.push(delivery);
      assert.match(delivery.kind === 'retry' ? delivery.why : '', /stopped/);
      assert.equal(context.clock.pendingCount, 0);
    });

    it('sends nothing when it was stopped before', async () => {
      const count = listener.seen().length;
      listener.behave('well');
      const context = createContext({ signal: AbortSignal.abort() });
      assert.equal((await channel.send(listener.config, plainMessage, context)).kind, 'retry');
      assert.equal(listener.seen().length, count);
    });

    it('comes again later when nobody listens', async () => {
      const gone = await open();
      await gone.leave();
      const delivery = await channel.send(gone.config, plainMessage, createContext());
      outcomes.push(delivery);
      assert.equal(delivery.kind, 'retry');
      assert.match(delivery.kind === 'retry' ? delivery.why : '', /nobody listens/);
    });

    it('gives up on a configuration that does not fit', async () => {
      assert.equal((await channel.send({}, plainMessage, createContext())).kind, 'failed');
      const checked = channel.check({ ...listener.config, unknown: 1 });
      assert.ok(!checked.ok);
      assert.deepEqual(checked.failure, [{ field: 'unknown', sentence: 'unknown is not known here.' }]);
    });

    it('never tells a secret, nor what the service answered', () => {
      assert.ok(outcomes.length > 8);
      const told = JSON.stringify(outcomes);
      for (const secret of plantedIn(channel, listener.config)) assert.ok(!told.includes(secret), `tells ${secret}`);
      assert.ok(!told.includes('Rusty Key'), 'quotes an answer');
    });

    it('never tells a secret in what it says of a configuration', () => {
      const twisted = Object.fromEntries(
        channel.secretFields.map((field) => [field, [listener.config[field], '\u0000plantedSecret']]),
      );
      const checked = channel.check({ ...listener.config, ...twisted });
      assert.ok(!checked.ok);
      assert.doesNotMatch(JSON.stringify(checked.failure), /planted/i);
    });
  });
}

function plantedIn(channel: Channel, config: ChannelConfig): readonly string[] {
  const texts = JSON.stringify(channel.secretFields.map((field) => config[field])).match(/planted\w+/gi) ?? [];
  assert.ok(texts.length >= 1, 'the configuration has nothing planted');
  return texts;
}
