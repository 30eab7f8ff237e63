import { fileURLToPath } from 'node:url';
import { type Child, startProgram } from '../child.ts';
import type { ListenersReport } from './listeners-program.ts';

export interface Listeners extends AsyncDisposable {
  /** Ends them, and says what they have seen. */
  end(): Promise<ListenersReport>;
}

/** So many live clients of the console, greeted; in a process of their own, so that what they do delays no measurement here. */
export async function startListeners(url: string, count: number): Promise<Listeners> {
  const program = fileURLToPath(new URL('./listeners-program.ts', import.meta.url));
  const child: Child = await startProgram(program, [url, `${count}`]);
  const greeted = Promise.withResolvers<void>();
  const reported = Promise.withResolvers<ListenersReport>();
  child.onLine((text) => {
    const line = JSON.parse(text) as { kind: string } & ListenersReport;
    if (line.kind === 'greeted') greeted.resolve();
    if (line.kind === 'report') reported.resolve({ events: line.events, dropped: line.dropped });
  });
  await Promise.race([greeted.promise, child.diedEarly]);
  return {
    async end() {
      const [report] = await Promise.all([reported.promise, child[Symbol.asyncDispose]()]);
      return report;
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
