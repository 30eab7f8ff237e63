import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultProtocolData } from '@dropwise/twitch/definitions';
import { behaviors } from '../behaviors/index.ts';
import { setUp } from '../testing/setup.ts';

const gqlUrl = 'https://gql.twitch.tv/gql';

function operation(name: keyof typeof defaultProtocolData.hashes, variables: unknown = {}) {
  return {
    operationName: name,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: defaultProtocolData.hashes[name] } },
  };
}

describe('a request that Twitch would refuse', () => {
  const inventory = JSON.stringify(operation('Inventory'));
  const table: readonly {
    name: string;
    change: (headers: Record<string, string>) => Record<string, string>;
    status: number;
    counted: string;
  }[] = [
    {
      name: 'without Client-Id',
      change: ({ 'Client-Id': _, ...rest }) => rest,
      status: 400,
      counted: 'gql: no Client-Id',
    },
    {
      name: 'with an unknown Client-Id',
      change: (headers) => ({ ...headers, 'Client-Id': 'x' }),
      status: 400,
      counted: 'gql: unknown Client-Id',
    },
    {
      name: 'without X-Device-Id',
      change: ({ 'X-Device-Id': _, ...rest }) => rest,
      status: 400,
      counted: 'gql: no X-Device-Id',
    },
    {
      name: 'without Authorization',
      change: ({ Authorization: _, ...rest }) => rest,
      status: 401,
      counted: 'gql: no Authorization',
    },
    {
      name: 'with a token that nobody gave',
      change: (headers) => ({ ...headers, Authorization: 'OAuth nobody' }),
      status: 401,
      counted: 'gql: dead token',
    },
    {
      name: 'with a token of another client',
      change: (headers) => ({ ...headers, 'Client-Id': defaultProtocolData.clients.tv.clientId }),
      status: 401,
      counted: 'gql: token of another client',
    },
  ];
  for (const { name, change, status, counted } of table) {
    test(`${name} is answered ${status} and counted`, async () => {
      const { sim, client } = setUp();
      const response = await client.post(gqlUrl, inventory, change({ ...client.headers() }));
      assert.equal(response.status, status);
      assert.equal(response.headers['content-type'], 'application/json');
      assert.deepEqual(sim.counters().refusals, { [counted]: 1 });
      sim.assertReceived({ operation: 'Inventory', status });
    });
  }

  test('with a revoked token is answered 401 with an error that clients know', async () => {
    const { sim, client } = setUp();
    assert.equal(sim.revoke(), 1);
    const { status, body } = await client.post(gqlUrl, inventory);
    assert.equal(status, 401);
    assert.deepEqual(JSON.parse(body), {
      error: 'Unauthorized',
      status: 401,
      message: 'The "Authorization" token is invalid.',
    });
  });

  test('with a body that is no operation is answered 400', async () => {
    const { client } = setUp();
    for (const body of ['', '{', '[]', '[1]', '{}', 'null'])
      assert.equal((await client.post(gqlUrl, body)).status, 400, body);
  });
});

test('public operations need no token', async () => {
  const { client } = setUp();
  const { Authorization: _, ...anonymous } = client.headers() as Record<string, string>;
  const { body } = await client.post(
    gqlUrl,
    JSON.stringify(operation('VideoPlayerStreamInfoOverlayChannel', { channel: 'sample_harbor' })),
    anonymous,
  );
  assert.equal(JSON.parse(body).data.user.id, '70001');
});

test('a body of type text/plain needs no device id', async () => {
  const { client } = setUp();
  const { 'X-Device-Id': _, ...headers } = client.headers() as Record<string, string>;
  const plain = { ...headers, 'Content-Type': 'text/plain;charset=UTF-8' };
  assert.equal((await client.post(gqlUrl, JSON.stringify(operation('Inventory')), plain)).status, 200);
});

test('a batch is answered in order, errors and raw operations included', async () => {
  const { sim, client } = setUp();
  const channels = ['sample_gull', 'nobody', 'sample_harbor'];
  const batch = [
    ...channels.map((channel) => operation('VideoPlayerStreamInfoOverlayChannel', { channel })),
    { ...operation('Inventory'), extensions: { persistedQuery: { version: 1, sha256Hash: 'ff' } } },
    { query: 'mutation { sendSpadeEvents }', variables: {} },
  ];
  const items = JSON.parse((await client.post(gqlUrl, JSON.stringify(batch))).body);
  assert.deepEqual(
    items.slice(0, 3).map(({ data }: { data: { user: { login: string } | null } }) => data.user?.login ?? null),
    ['sample_gull', null, 'sample_harbor'],
  );
  assert.deepEqual(items[3].errors, [{ message: 'PersistedQueryNotFound' }]);
  assert.deepEqual(
    items.map(({ extensions }: { extensions: { operationName: string } }) => extensions.operationName),
    [...channels.map(() => 'VideoPlayerStreamInfoOverlayChannel'), 'Inventory', 'SendSpadeEvents'],
  );
  assert.equal(sim.counters().peaks.gqlBatch, 5);
});

test('every known hash of an operation is accepted', async () => {
  const { client } = setUp();
  const variables = {
    dropID: 'x',
    slug: 'night-ferry',
    name: 'x',
    channel: 'x',
    channelID: '70001',
    input: { id: 'x', dropInstanceID: 'x' },
    login: 'x',
  };
  for (const behavior of behaviors) {
    for (const hash of [defaultProtocolData.hashes[behavior.operation], ...behavior.otherHashes]) {
      assert.match(hash, /^[0-9a-f]{64}$/);
      const { errors } = await client.gql(behavior.operation, variables, { hash });
      assert.equal(errors, undefined, behavior.operation);
    }
  }
});

test('a test answers an operation before the simulator does', async () => {
  const { sim, client } = setUp();
  {
    using _first = sim.onOperation('Inventory', () => ({ kind: 'data', data: 'first' }));
    using _second = sim.onOperation('Inventory', (_call, next) => ({ kind: 'data', data: ['second', next()] }));
    assert.deepEqual((await client.gql('Inventory', {})).data, ['second', { kind: 'data', data: 'first' }]);
  }
  assert.ok((await client.gql('Inventory', {})).data instanceof Object);
});
