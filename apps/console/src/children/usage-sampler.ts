import type { ResourceSample } from '@dropwise/contract';
import type { Clock, Timer } from '@dropwise/kit';
import { sampleUsage } from './sample-usage.ts';

export interface UsageSamplerOptions {
  readonly clock: Clock;
  readonly everyMs: number;
  readonly roots: () => ReadonlyMap<string, number>;
  readonly onSample: (key: string, sample: ResourceSample) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Samples again and again, one round after the other. When the disposal returns, no round is under way. */
export function startUsageSampler(options: UsageSamplerOptions): AsyncDisposable {
  const { clock, everyMs, roots, onSample, onFailure } = options;
  let isStopped = false;
  let timer: Timer | null = null;
  let round = Promise.resolve();

  const sample = async (): Promise<void> => {
    try {
      const samples = await sampleUsage(roots(), clock);
      if (isStopped) return;
      for (const [key, each] of samples) onSample(key, each);
    } catch (error) {
      onFailure(error);
    }
    if (!isStopped) wait();
  };
  const wait = (): void => {
    timer = clock.after(everyMs, () => {
      round = sample();
    });
  };
  wait();
  return {
    [Symbol.asyncDispose]: async () => {
      isStopped = true;
      timer?.cancel();
      await round;
    },
  };
}
