import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { problem, problemStatus } from '@dropwise/contract';
import type { LightMyRequestResponse } from 'fastify';
import * as v from 'valibot';
import type { App } from './app.ts';
import { createApp } from './create-app.ts';

const unexpected: unknown[] = [];

function createTestApp(): App {
  unexpected.length = 0;
  const app = createApp({ trustedProxies: [], tls: null, onUnexpected: (error) => unexpected.push(error) });
  const body = v.strictObject({ name: v.string(), age: v.exactOptional(v.number()) });
  app.post('/things', { schema: { body } }, (request) => request.body);
  app.get('/things/:id', () => ({}));
  app.delete('/things/:id', () => ({}));
  app.get('/broken', () => {
    throw new Error('the password is hunter2');
  });
  return app;
}

function problemIn(response: LightMyRequestResponse) {
  const { error } = v.parse(problem, response.json());
  assert.equal(response.statusCode, problemStatus[error.code]);
  assert.match(error.sentence, /^[A-Z/][^!]*[.?]$/);
  return error;
}

describe('every error has one shape', () => {
  const json = { 'content-type': 'application/json' };
  const rows = [
    ['a path that is not there', { method: 'GET', url: '/nothing?secret=1' }, 'notFound', null],
    ['a wrong method', { method: 'PUT', url: '/things' }, 'methodNotAllowed', null],
    ['a broken percent sign', { method: 'GET', url: '/things/%zz' }, 'badRequest', null],
    ['a name that is too long', { method: 'GET', url: `/things/${'x'.repeat(300)}` }, 'badRequest', null],
    ['malformed JSON', { method: 'POST', url: '/things', headers: json, payload: '{"name":' }, 'badRequest', null],
    ['no JSON', { method: 'POST', url: '/things', headers: json, payload: '' }, 'badRequest', null],
    ['no body', { method: 'POST', url: '/things' }, 'badRequest', 'body'],
    [
      'a form',
      {
        method: 'POST',
        url: '/things',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'name=x',
      },
      'unsupportedMediaType',
      null,
    ],
    [
      'text that a form of another site could send',
      { method: 'POST', url: '/things', headers: { 'content-type': 'text/plain' }, payload: '{"name":"x"}' },
      'unsupportedMediaType',
      null,
    ],
    [
      'too much',
      { method: 'POST', url: '/things', headers: json, payload: `{"name":"${'x'.repeat(300_000)}"}` },
      'tooLarge',
      null,
    ],
    [
      'a prototype',
      { method: 'POST', url: '/things', headers: json, payload: '{"name":"x","__proto__":{"admin":true}}' },
      'badRequest',
      null,
    ],
    ['a missing field', { method: 'POST', url: '/things', payload: {} }, 'badRequest', 'body.name'],
    ['another kind', { method: 'POST', url: '/things', payload: { name: 5 } }, 'badRequest', 'body.name'],
    [
      'an unknown field',
      { method: 'POST', url: '/things', payload: { name: 'x', nam: 'y' } },
      'badRequest',
      'body.nam',
    ],
    ['a fault of our own', { method: 'GET', url: '/broken' }, 'internal', null],
  ] as const;
  for (const [what, request, code, at] of rows) {
    it(`also for ${what}`, async () => {
      await using app = createTestApp();
      const error = problemIn(await app.inject(request));
      assert.deepEqual([error.code, error.at], [code, at]);
    });
  }

  it('names the methods that a path takes', async () => {
    await using app = createTestApp();
    const answer = await app.inject({ method: 'POST', url: '/things/5' });
    assert.equal(answer.headers.allow, 'DELETE, GET, HEAD');
    assert.match(answer.json().error.sentence, /takes DELETE, GET, HEAD, found POST/);
  });

  it('keeps to itself what nobody foresaw', async () => {
    await using app = createTestApp();
    assert.doesNotMatch((await app.inject({ url: '/broken' })).body, /hunter2/);
    assert.equal(unexpected.length, 1);
  });

  it('shows no value of a body: it may be a password in the wrong field', async () => {
    await using app = createTestApp();
    const answer = await app.inject({ method: 'POST', url: '/things', payload: { name: 'x', age: 'hunter2' } });
    assert.equal(answer.json().error.sentence, 'Expected a number, found text of 7 characters.');
  });

  const unreadable = [
    ['what is not HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /, 'badRequest'],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /, 'tooLarge'],
  ] as const;
  for (const [what, text, status, code] of unreadable) {
    it(`also for ${what}`, async () => {
      await using app = createTestApp();
      await app.listen({ host: '127.0.0.1', port: 0 });
      const answer = await exchange(Number(new URL(app.listeningOrigin).port), text);
      assert.match(answer, status);
      assert.equal(v.parse(problem, JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).error.code, code);
    });
  }
});

/** Sends bytes and gives back everything until the other side ends. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}
