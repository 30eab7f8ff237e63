import { createSystemClock } from '@dropwise/runtime';
import type { AdapterSession } from '../../adapter.ts';
import { createFakeLife, type FakeLife } from '../../lines/testing/fake-life.ts';
import { createRecordingSink, type RecordingSink } from '../../lines/testing/recording-sink.ts';
import { createRangermixAdapter } from '../create-rangermix-adapter.ts';
import { type FakeRangermix, startFakeRangermix } from './fake-rangermix.ts';
import { sampleCampaign, sampleChannel, sampleProgress } from './samples.ts';

export const clock = createSystemClock();
export const adapter = createRangermixAdapter({
  clock,
  env: {},
  random: () => 0.5,
  backoff: { firstMs: 1, capMs: 5, jitter: 0 },
});

export interface Scene extends AsyncDisposable {
  readonly fake: FakeRangermix;
  readonly life: FakeLife;
  readonly sink: RecordingSink;
  readonly session: AdapterSession;
  /** Resolves when everything that was emitted before has arrived. */
  settled(): Promise<void>;
}

export async function openScene(
  prepare: (fake: FakeRangermix) => void = () => {},
  pid: number | null = null,
): Promise<Scene> {
  const fake = await startFakeRangermix();
  prepare(fake);
  const life = createFakeLife({ adapter: 'rangermix', url: fake.url }, pid);
  const sink = createRecordingSink();
  const session = adapter.attach(life, sink);
  await sink.until(() => sink.told.ready.length > 0);
  let count = 0;
  const settled = async (): Promise<void> => {
    count += 1;
    // Events arrive in their order: when the last one is there, all are.
    const mark = `settled ${count}`;
    fake.emit('status_update', { status: mark });
    await sink.until(() => session.view.status.status === mark);
  };
  await settled();
  return {
    fake,
    life,
    sink,
    session,
    settled,
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    },
  };
}

/** A campaign that is being earned on one of two channels. */
export const withEverything = (fake: FakeRangermix): void => {
  fake.state.channels = [
    { ...sampleChannel, watching: true },
    { ...sampleChannel, id: 70_002, name: 'Other' },
  ];
  fake.state.campaigns = [sampleCampaign];
  fake.state.current_drop = sampleProgress;
  fake.state.status = 'Watching: Sample_Channel';
};
