import { Recorder, type Snapshot } from '@dropwise/load';
import type { ClockOffset } from '../../viewer/origin-clock.ts';
import type { FromShard, ToShard } from '../shard-message.ts';
import type { ShardHandle } from '../shard-process.ts';
import { pulseOf } from './pulse-of.ts';

/** A shard that a test plays: what it was told, and what it says. */
export interface ScriptedShard {
  readonly heard: ToShard[];
  say(message: FromShard): void;
  /** The last word, and the end of the process. */
  end(segments: number): void;
  crash(sentence: string): void;
  readonly wasKilled: boolean;
}

export interface ScriptedShards {
  readonly all: ScriptedShard[];
  readonly start: (index: number, hear: (message: FromShard) => void) => ShardHandle;
}

export function createScriptedShards(offsets: readonly ClockOffset[] = []): ScriptedShards {
  const all: ScriptedShard[] = [];
  const start = (index: number, hear: (message: FromShard) => void): ShardHandle => {
    const gone = Promise.withResolvers<string | null>();
    const heard: ToShard[] = [];
    let wasKilled = false;
    all[index] = {
      heard,
      say: hear,
      end(segments) {
        hear({
          kind: 'ended',
          pulse: pulseOf(2_000, { segments }),
          snapshot: snapshotOf(segments),
          clockOffset: offsets[index] ?? null,
        });
        gone.resolve(null);
      },
      crash: (sentence) => gone.resolve(sentence),
      get wasKilled() {
        return wasKilled;
      },
    };
    return {
      index,
      pid: undefined,
      send: (message) => heard.push(message),
      gone: gone.promise,
      [Symbol.dispose]() {
        wasKilled = true;
        gone.resolve(`Shard ${index + 1} was killed by SIGKILL.`);
      },
    };
  };
  return { all, start };
}

export function snapshotOf(segments: number, windowMs = 2_000): Snapshot {
  const recorder = new Recorder();
  recorder.series('direct', '').count('segments', segments);
  return recorder.snapshot(windowMs);
}
