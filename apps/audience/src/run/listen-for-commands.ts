import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { type AudienceCommand, audienceCommand } from '@dropwise/contract/audience';
import * as v from 'valibot';

export interface CommandListener extends Disposable {
  /** Resolves when whoever gave commands is gone. */
  readonly ended: Promise<void>;
}

/** Far more than a command takes. What is longer is skipped to its end. */
const maxLineLength = 1_000_000;

/**
 * Reads commands as JSON lines; what is none is told, and nothing happens for it. `id`: the one it has all the same, for who
 * waits for an answer.
 */
export function listenForCommands(
  input: Readable,
  hear: (command: AudienceCommand) => void,
  tell: (sentence: string, id: number | undefined) => void,
): CommandListener {
  const decoder = new StringDecoder('utf8');
  const ended = Promise.withResolvers<void>();
  let rest = '';
  let isTooLong = false;
  const read = (chunk: Buffer | string): void => {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!isTooLong) readCommand(line, hear, tell);
      isTooLong = false;
    }
    if (rest.length <= maxLineLength) return;
    if (!isTooLong) tell(`A line on stdin must be of at most ${maxLineLength} characters.`, undefined);
    isTooLong = true;
    rest = '';
  };
  const end = (): void => {
    if (rest !== '' && !isTooLong) readCommand(rest, hear, tell);
    rest = '';
    ended.resolve();
  };
  input.on('data', read).once('end', end).once('close', end).once('error', end);
  const close = (): void => {
    input.off('data', read).off('end', end).off('close', end).pause();
    ended.resolve();
  };
  return { ended: ended.promise, [Symbol.dispose]: close };
}

function readCommand(
  line: string,
  hear: (command: AudienceCommand) => void,
  tell: (sentence: string, id: number | undefined) => void,
): void {
  if (line.trim() === '') return;
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), line);
  if (!json.success) return tell('A line on stdin is no command: it is not JSON.', undefined);
  const parsed = v.safeParse(audienceCommand, json.output);
  if (parsed.success) return hear(parsed.output);
  const [{ message }] = parsed.issues;
  const at = v.getDotPath(parsed.issues[0]);
  tell(`A line on stdin is no command: ${at === null ? '' : `${at}: `}${message}.`, idOf(json.output));
}

function idOf(json: unknown): number | undefined {
  const found = v.safeParse(v.object({ id: v.pipe(v.number(), v.integer()) }), json);
  return found.success ? found.output.id : undefined;
}
