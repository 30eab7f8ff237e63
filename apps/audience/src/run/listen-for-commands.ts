import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type AudienceCommand, audienceCommand } from '@dropwise/contract/audience';
import * as v from 'valibot';

export interface CommandListener extends Disposable {
  /** Resolves when whoever gave commands is gone. */
  readonly ended: Promise<void>;
}

/** Reads commands as JSON lines; what is none is told, and nothing happens for it. */
export function listenForCommands(
  input: Readable,
  hear: (command: AudienceCommand) => void,
  tell: (sentence: string) => void,
): CommandListener {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', (line) => {
    if (line.trim() === '') return;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), audienceCommand), line);
    if (parsed.success) hear(parsed.output);
    else tell(`A line on stdin is no command: ${v.summarize(parsed.issues).split('\n', 1)[0]}`);
  });
  const ended = new Promise<void>((resolve) => lines.once('close', resolve));
  return { ended, [Symbol.dispose]: () => lines.close() };
}
