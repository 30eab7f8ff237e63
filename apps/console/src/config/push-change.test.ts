import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MinerCommand } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { AdapterSession } from '../adapters/adapter.ts';
import { buildDefinition, buildView } from '../api/testing/build-views.ts';
import { FakeFleet } from '../api/testing/fake-fleet.ts';
import { FakeSession } from '../api/testing/fake-session.ts';
import { ann, openSettingsWorld, type SettingsWorld } from './testing/settings-world.ts';

type Answer = Awaited<ReturnType<AdapterSession['ask']>>;

/** A miner that reads the file when it is asked to. */
class ReadingSession extends FakeSession {
  readonly asked: MinerCommand[] = [];
  onAsk: () => Answer = () => {
    this.say();
    return succeed(undefined);
  };

  constructor() {
    super(buildView());
  }

  say(problems: readonly string[] = [], restartKeys: readonly string[] = []): void {
    this.settingsTaken = { at: (this.settingsTaken?.at ?? 0) + 1, problems, restartKeys };
  }

  override async ask(command: MinerCommand): Promise<Answer> {
    this.asked.push(command);
    return this.onAsk();
  }
}

function fleetWith(session: AdapterSession | null, adapter: 'dropwise' | 'tdm' = 'dropwise'): FakeFleet {
  const fleet = new FakeFleet([buildDefinition({ adapter, command: ['x'] })]);
  if (session !== null) fleet.sessions.set('miner', session);
  return fleet;
}

async function change(world: SettingsWorld, changes: Readonly<Record<string, unknown>> = { 'mining.seed': 5 }) {
  const outcome = await world.service.change(changes, ann);
  assert.ok(outcome.ok);
  return outcome.value;
}

function factKinds({ facts }: SettingsWorld): readonly string[] {
  return facts.map(({ kind }) => kind);
}

describe('a change of the miner’s settings', () => {
  it('is taken when the miner says so, after it was asked to read them', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    session.say();
    world.fleet = fleetWith(session);
    const outcome = await change(world, { 'mining.seed': 5, 'console.sessionDays': 3 });
    assert.deepEqual([outcome.state, session.asked], ['taken', [{ kind: 'reloadSettings' }]]);
    assert.deepEqual(world.facts, [
      { kind: 'settingsPushed', keys: ['mining.seed'], how: 'ipc' },
      { kind: 'settingsTaken', keys: ['mining.seed'] },
    ]);
  });
  it('is waited for when the miner answers first and says it afterwards', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    session.onAsk = () => {
      setImmediate(() => session.say());
      return succeed(undefined);
    };
    world.fleet = fleetWith(session);
    assert.equal((await change(world)).state, 'taken');
  });
  it('is not taken on the word of an earlier time', async () => {
    await using world = await openSettingsWorld({ takeLimitMs: 60 });
    const session = new ReadingSession();
    session.say();
    session.onAsk = () => succeed(undefined);
    world.fleet = fleetWith(session);
    const outcome = await change(world);
    assert.equal(outcome.state, 'notTaken');
    assert.match(outcome.sentence, /did not say within/);
    assert.equal(outcome.said?.[0]?.code, 'push-silent');
    assert.deepEqual(factKinds(world), ['settingsPushed', 'settingsNotTaken']);
    assert.deepEqual(world.facts.at(-1), {
      kind: 'settingsNotTaken',
      keys: ['mining.seed'],
      why: outcome.sentence,
      said: outcome.said,
    });
  });
  it('is not taken when the miner has something against it, and its words are handed on', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    session.onAsk = () => {
      session.say(['settings.json, line 1: mining.seed: expected less.']);
      return succeed(undefined);
    };
    world.fleet = fleetWith(session);
    const outcome = await change(world);
    assert.deepEqual([outcome.state, outcome.sentence.includes('expected less')], ['notTaken', true]);
    assert.equal(outcome.said, undefined);
  });
  it('is not taken by code, where the console finds the same wrong with it', async () => {
    await using world = await openSettingsWorld({ env: { DROPWISE_MINING_MODE: 'sideways' } });
    const session = new ReadingSession();
    session.onAsk = () => {
      session.say(world.service.view.problems);
      return succeed(undefined);
    };
    world.fleet = fleetWith(session);
    const outcome = await change(world, { 'mining.mode': 'random' });
    assert.deepEqual([outcome.state, outcome.said?.[0]?.code], ['notTaken', 'settings-misfit']);
  });
  it('is taken when the miner has something against other settings', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    session.onAsk = () => {
      session.say(['there is no setting "mining.sed".'], ['mining.seed', 'twitch.client']);
      return succeed(undefined);
    };
    world.fleet = fleetWith(session);
    const outcome = await change(world);
    assert.deepEqual([outcome.state, outcome.restartKeys], ['taken', ['mining.seed']]);
  });
  const refusals: [CommandKind: 'notRunning' | 'refused' | 'noAnswer' | 'cannot', state: string][] = [
    ['notRunning', 'saved'],
    ['refused', 'notTaken'],
    ['noAnswer', 'notTaken'],
    ['cannot', 'notTaken'],
  ];
  for (const [kind, state] of refusals) {
    it(`is ${state} when the command ends with ${kind}, for the reason that was given`, async () => {
      await using world = await openSettingsWorld();
      const session = new ReadingSession();
      session.onAsk = (): Result<void, { kind: typeof kind; sentence: string }> =>
        fail({ kind, sentence: 'So it is.' });
      world.fleet = fleetWith(session);
      const outcome = await change(world);
      assert.deepEqual([outcome.state, outcome.sentence], [state, 'So it is.']);
    });
  }
  it('is saved when the miner ends while it is waited for', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    const fleet = fleetWith(session);
    session.onAsk = () => {
      fleet.sessions.delete('miner');
      return succeed(undefined);
    };
    world.fleet = fleet;
    const outcome = await change(world);
    assert.equal(outcome.state, 'saved');
    assert.match(outcome.sentence, /ended meanwhile/);
  });
  it('is saved where no miner runs, where there is another kind, and before there is any', async () => {
    for (const [fleet, sentence] of [
      [fleetWith(null), /does not run/],
      [fleetWith(new ReadingSession(), 'tdm'), /No Dropwise miner/],
      [null, /when it starts/],
    ] as const) {
      await using world = await openSettingsWorld();
      world.fleet = fleet;
      const outcome = await change(world);
      assert.equal(outcome.state, 'saved');
      assert.match(outcome.sentence, sentence);
      assert.deepEqual(world.facts, []);
    }
  });
});

describe('a change of the console’s settings alone', () => {
  it('does not trouble the miner', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    world.fleet = fleetWith(session);
    const outcome = await change(world, { 'console.sessionDays': 3 });
    assert.deepEqual([outcome.state, session.asked, world.facts], ['saved', [], []]);
  });
});

describe('two changes while the miner takes its time', () => {
  it('are both written at once, and each gets its own word', async () => {
    await using world = await openSettingsWorld();
    const session = new ReadingSession();
    const waiting: (() => void)[] = [];
    session.onAsk = () => {
      waiting.push(() => session.say());
      if (waiting.length === 2) for (const say of waiting) say();
      return succeed(undefined);
    };
    world.fleet = fleetWith(session);
    const outcomes = await Promise.all([change(world), change(world, { 'mining.mode': 'random' })]);
    assert.deepEqual(
      outcomes.map(({ state, keys }) => [state, keys]),
      [
        ['taken', ['mining.seed']],
        ['taken', ['mining.mode']],
      ],
    );
    assert.deepEqual([world.service.values.mining.seed, world.service.values.mining.mode], [5, 'random']);
  });
});
