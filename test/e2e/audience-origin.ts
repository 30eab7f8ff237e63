import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../apps/audience/src/testing/origin/origin-program.ts', import.meta.url));

export interface AudienceOrigin extends AsyncDisposable {
  /** Of the multivariant playlist. */
  readonly url: string;
}

/** A live stream on loopback, by a process of its own. */
export async function startAudienceOrigin(): Promise<AudienceOrigin> {
  const origin = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    // The channel closes when the test's process dies: the origin then ends by itself.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(origin, 'exit');
  assert.ok(origin.stdout !== null);
  const [url] = (await once(createInterface({ input: origin.stdout }), 'line')) as [string];
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      origin.kill('SIGKILL');
      await gone;
    },
  };
}
