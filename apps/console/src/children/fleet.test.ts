import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fail, succeed } from '@dropwise/kit';
import { define, isGone, openTestFleet, scripted } from './testing/test-fleet.ts';
import { until } from './testing/until.ts';

describe('a child', () => {
  test('is started, becomes ready and runs, and is down when its stop returns', async () => {
    await using world = await openTestFleet([define(scripted('idle'))]);
    const { fleet, sink } = world;
    assert.equal(world.phase(), 'stopped');
    assert.deepEqual(await fleet.start('child'), succeed(undefined));
    const pid = world.pid();
    await until(() => world.phase() === 'running', 'a child that runs');
    const view = fleet.find('child');
    assert.equal(view?.version, '1.0');
    assert.equal(view?.sentence, 'It runs.');
    assert.ok((view?.startedAt ?? 0) > 0);
    assert.deepEqual(await fleet.start('child'), succeed(undefined), 'a second start does nothing');
    assert.equal(world.pid(), pid);
    assert.deepEqual(await fleet.stop('child'), succeed(undefined));
    assert.ok(isGone(pid));
    assert.equal(world.phase(), 'stopped');
    assert.deepEqual(await fleet.stop('child'), succeed(undefined), 'a second stop does nothing');
    assert.equal(sink.of('childStarted').length, 1);
    const [end] = sink.of('childEnded');
    assert.deepEqual([end?.exitCode, end?.signal, end?.wanted], [0, null, true]);
    assert.deepEqual(await readdir(world.runFolder), [], 'no record of what does not run');
  });

  test('is restarted on request, which is no restart of its own', async () => {
    await using world = await openTestFleet([define(scripted('idle'))]);
    await world.fleet.start('child');
    const before = world.pid();
    assert.deepEqual(await world.fleet.restart('child'), succeed(undefined));
    assert.notEqual(world.pid(), before);
    assert.ok(isGone(before));
    assert.equal(world.fleet.find('child')?.restarts, 0);
  });

  test('that is killed is started again and counted', async () => {
    await using world = await openTestFleet([define(scripted('idle'))]);
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs');
    process.kill(world.pid(), 'SIGKILL');
    await until(() => world.fleet.find('child')?.restarts === 1, 'a restart');
    const exit = world.fleet.find('child')?.lastExit;
    assert.equal(exit?.signal, 'SIGKILL');
    assert.match(exit?.sentence ?? '', /somebody killed it, or the system did because memory ran out/);
    assert.equal(world.sink.of('childRestartPlanned').length, 1);
  });

  test('that always dies quickly is given up with its last words', async () => {
    await using world = await openTestFleet([define(scripted('exit', '7'))]);
    await world.fleet.start('child');
    await until(() => world.phase() === 'givenUp', 'a child that is given up');
    const view = world.fleet.find('child');
    assert.match(view?.sentence ?? '', /10 times in a row .* exit code 7\. It last said: its last words\./);
    assert.match(view?.todo ?? '', /then start it/);
    assert.equal(view?.restarts, 9);
    assert.equal(world.sink.of('childEnded').length, 10);
  });

  for (const [code, sentence] of [
    ['2', /command line does not fit/],
    ['4', /data directory cannot be used/],
  ] as const) {
    test(`of ours that ends with ${code} is given up at once`, async () => {
      await using world = await openTestFleet([define(scripted('exit', code), { adapter: 'dropwise' })], {
        adapter: { kind: 'dropwise' },
      });
      await world.fleet.start('child');
      await until(() => world.phase() === 'givenUp', 'a child that is given up');
      assert.match(world.fleet.find('child')?.sentence ?? '', sentence);
      assert.equal(world.sink.of('childStarted').length, 1);
    });
  }

  test('of ours that finds the directory held waits for it, and is never given up', async () => {
    await using world = await openTestFleet([define(scripted('exit', '3'), { adapter: 'dropwise' })], {
      adapter: { kind: 'dropwise' },
    });
    await world.fleet.start('child');
    await until(() => world.sink.of('childRestartPlanned').length >= 2, 'two waits');
    for (const { delayMs } of world.sink.of('childRestartPlanned')) assert.ok(delayMs >= 60);
  });

  test('that ignores SIGTERM is killed after its grace', async () => {
    await using world = await openTestFleet([define(scripted('ignore-term'), { stopGraceSeconds: 1 })]);
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs');
    const pid = world.pid();
    assert.deepEqual(await world.fleet.stop('child'), succeed(undefined));
    assert.ok(isGone(pid));
    assert.equal(world.sink.of('childKilled').length, 1);
    assert.equal(world.sink.of('childEnded')[0]?.signal, 'SIGKILL');
    assert.deepEqual(world.adapter.lives[0]?.lines, ['up', 'not yet'], 'it was asked once');
  });

  test('is asked in the way its adapter knows, and gets no signal then', async () => {
    await using world = await openTestFleet([define(scripted('ipc'))], {
      adapter: {
        ipc: true,
        onAsk: async (command, fake) =>
          command.kind === 'stop' && fake.life.send('stop') ? succeed(undefined) : fail('It cannot.'),
      },
    });
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs');
    assert.deepEqual(await world.fleet.ask('child', { kind: 'stop' }), succeed(undefined));
    assert.equal(world.phase(), 'stopped', 'asked to stop, it stays down');
    assert.deepEqual(world.adapter.lives[0]?.asked, [{ kind: 'stop' }]);
    assert.equal(world.sink.of('childEnded')[0]?.exitCode, 0);
  });

  test('talks over its channel in whole values', async () => {
    await using world = await openTestFleet([define(scripted('ipc'))], { adapter: { ipc: true } });
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs');
    const [fake] = world.adapter.lives;
    const message = { when: Number.POSITIVE_INFINITY, map: new Map([['a', 1]]) };
    assert.equal(fake?.life.send(message), true);
    await until(() => fake?.messages.length === 1, 'an echo');
    assert.deepEqual(fake?.messages, [{ echo: message }]);
    await world.fleet.stop('child');
    assert.equal(fake?.life.send(message), false, 'nobody hears it any more');
  });

  test('is heard to its last message before it has ended', async () => {
    const counts: number[] = [];
    await using world = await openTestFleet([define(scripted('farewell', '5000'))], {
      adapter: { ipc: true, onDispose: ({ messages }) => void counts.push(messages.length) },
    });
    await world.fleet.start('child');
    await until(() => world.sink.of('childEnded').length > 0, 'an end');
    assert.equal(counts[0], 5_000);
  });

  test('that leaves a grandchild behind takes it along', async () => {
    await using world = await openTestFleet([define(scripted('fork'), { stopGraceSeconds: 1 })]);
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs');
    const grandchild = Number(/grandchild (\d+)/.exec(world.adapter.lives[0]?.lines[0] ?? '')?.[1]);
    assert.ok(!isGone(grandchild));
    process.kill(world.pid(), 'SIGKILL');
    await until(() => world.fleet.find('child')?.restarts === 1, 'a restart');
    assert.ok(isGone(grandchild), 'started again beside a part of itself');
    await world.fleet.stop('child');
    for (const [line = ''] of world.adapter.lives.map(({ lines }) => lines)) {
      assert.ok(isGone(Number(/grandchild (\d+)/.exec(line)?.[1])));
    }
  });

  test('whose daemon holds its pipes open has ended all the same', async () => {
    await using world = await openTestFleet([define(scripted('daemonize'))]);
    await world.fleet.start('child');
    await until(() => world.sink.of('childEnded').length > 0, 'an end');
    await world.fleet.stop('child');
    for (const { lines } of world.adapter.lives) {
      const daemon = Number(/daemon (\d+)/.exec(lines.join('\n'))?.[1]);
      if (daemon > 0) process.kill(daemon, 'SIGKILL');
    }
  });

  const shellFlood = ['/bin/sh', '-c', `exec awk 'BEGIN { for (i = 1; i <= 200000; i++) print "line " i }'`];
  for (const [what, command] of [
    ['floods', scripted('flood', '200000')],
    ['floods and is gone the moment after', shellFlood],
  ] as const) {
    test(`that ${what} is heard to its last line before it has ended`, async () => {
      const counts: number[] = [];
      await using world = await openTestFleet([define(command)], {
        adapter: { onDispose: ({ lines }) => void counts.push(lines.length) },
      });
      await world.fleet.start('child');
      await until(() => world.sink.of('childEnded').length > 0, 'an end');
      assert.equal(counts[0], 200_000);
      assert.equal(world.adapter.lives[0]?.lines.at(-1), 'line 200000');
    });
  }

  test('that writes an endless line or no text at all is heard as far as it goes', async () => {
    await using world = await openTestFleet([
      define(scripted('huge-line')),
      define(scripted('binary'), { id: 'other' }),
    ]);
    await Promise.all([world.fleet.start('child'), world.fleet.start('other')]);
    const linesOf = (id: string) => world.sink.heard.filter(({ childId }) => childId === id).map(({ text }) => text);
    await until(() => linesOf('child').length >= 2 && linesOf('other').length >= 2, 'two lines of each');
    assert.match(linesOf('child')[0] ?? '', /^x{65536} … \[cut/);
    assert.equal(linesOf('child')[1], 'after');
    assert.equal(linesOf('other')[1], 'after without an end');
  });

  test('that is silent is taken for hanging and started again', async () => {
    await using world = await openTestFleet([define(scripted('idle'), { silenceSeconds: 1 })]);
    await world.fleet.start('child');
    await until(() => world.fleet.find('child')?.restarts === 1, 'a restart');
    assert.ok(world.sink.of('childWentSilent').length >= 1);
    assert.match(world.sink.of('childEnded')[0]?.sentence ?? '', /seems to hang/);
  });
});

describe('an adapter', () => {
  test('that throws while it attaches costs the attempt, not the console', async () => {
    let count = 0;
    await using world = await openTestFleet([define(scripted('idle'))], {
      adapter: {
        onAttach: () => {
          count += 1;
          if (count === 1) throw new Error('a mistake');
        },
      },
    });
    await world.fleet.start('child');
    await until(() => world.phase() === 'running', 'a child that runs at the second attempt');
    assert.match(world.sink.of('childEnded')[0]?.sentence ?? '', /the adapter failed/);
  });

  test('that throws at a line hears the next one', async () => {
    await using world = await openTestFleet([define(scripted('flood', '10'))], {
      adapter: {
        onAttach: (fake) =>
          fake.life.onLine(() => {
            throw new Error('a mistake');
          }),
      },
    });
    await world.fleet.start('child');
    await until(() => world.sink.of('childEnded').length > 0, 'an end');
    assert.equal(world.adapter.lives[0]?.lines.length, 10);
  });

  test('may say its last facts while it lets go, and none after', async () => {
    const fact = { at: 1, key: 'run:1', fact: { kind: 'manualStarted', login: 'somebody' } } as const;
    let storedCount = 0;
    const stored = () => {
      storedCount += 1;
    };
    await using world = await openTestFleet([define(scripted('idle'))], {
      adapter: { onDispose: ({ sink }) => sink.facts([fact], stored) },
    });
    await world.fleet.start('child');
    await world.fleet.stop('child');
    assert.equal(storedCount, 1);
    world.adapter.lives[0]?.sink.facts([fact], stored);
    assert.equal(storedCount, 1);
    assert.ok(world.sink.told.findIndex((each) => each.fact === fact.fact) < world.sink.told.length - 1);
  });

  test('leaves its last view behind', async () => {
    await using world = await openTestFleet([define(scripted('idle'))]);
    assert.equal(world.fleet.view('child'), null);
    await world.fleet.start('child');
    assert.equal(world.fleet.view('child')?.status.status, 'life 1');
    assert.ok(world.fleet.session('child'));
    await world.fleet.stop('child');
    assert.equal(world.fleet.session('child'), null);
    assert.equal(world.fleet.view('child')?.status.status, 'life 1');
    const asked = await world.fleet.ask('child', { kind: 'reload' });
    assert.match(asked.ok ? '' : asked.failure.sentence, /Child is not running: It is stopped/);
  });
});

test('whoever listens is told once for a burst', async () => {
  await using world = await openTestFleet([define(scripted('idle'))], {
    adapter: {
      onAttach: ({ sink }) => {
        for (let i = 0; i < 1_000; i++) sink.viewChanged();
      },
    },
  });
  const told: string[] = [];
  using _listening = world.fleet.onChange((id) => told.push(id));
  using _failing = world.fleet.onChange(() => {
    throw new Error('a mistake');
  });
  await world.fleet.start('child');
  await until(() => world.phase() === 'running', 'a child that runs');
  assert.ok(told.length > 0 && told.length < 10, `told ${told.length} times`);
});
