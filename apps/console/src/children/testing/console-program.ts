// A console for tests: runs one child in the given folder, says the child's pid and lines, and waits to be killed.
import { createRandom } from '@dropwise/kit';
import { createSilentLogger, createSystemClock } from '@dropwise/runtime';
import { createFleet } from '../create-fleet.ts';
import { FakeAdapter } from './fake-adapter.ts';
import { RecordedSink } from './recorded-sink.ts';
import { define, scripted } from './test-fleet.ts';

const [runFolder = '', behaviour = 'idle', ipc = ''] = process.argv.slice(2);
const adapter = new FakeAdapter({
  ipc: ipc === 'ipc',
  onAttach: ({ life }) => life.onLine((line) => process.stdout.write(`${line}\n`)),
});
const fleet = createFleet({
  clock: createSystemClock(),
  random: createRandom(1),
  adapters: [adapter],
  definitions: [define(scripted(behaviour))],
  sink: new RecordedSink(),
  runFolder,
  env: process.env,
  log: createSilentLogger(),
});
await fleet.begin();
process.stdout.write(`child ${fleet.find('child')?.pid}\n`);
