import { readFile } from 'node:fs/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { chooseDataDirectory, exitCodes, type HealthArguments, type ProcessIo } from '@dropwise/runtime';
import { parseConsoleAddress } from './console-address.ts';

const timeoutMs = 8_000;
const maxAnswerBytes = 64 * 1024;

/** `dropwise health`: what `/readyz` of the running console says. For containers, services and people. */
export async function runHealth(args: HealthArguments, io: ProcessIo): Promise<number> {
  const { env, homeFolder, workingFolder } = io;
  const directory = chooseDataDirectory({ flag: args.dataDir, env, homeFolder, workingFolder });
  const text = await readFile(directory.consoleAddressFile, 'utf8').catch(() => null);
  const address = text === null ? null : parseConsoleAddress(text);
  if (address === null) {
    io.stdout.write(`No console runs on ${directory.root}. Start it with "dropwise start".\n`);
    return exitCodes.unexpectedFailure;
  }
  try {
    const { status, body } = await fetchReadiness(new URL('readyz', address.url));
    io.stdout.write(args.json ? `${body.trim()}\n` : `${sentenceOf(status, body)}\n`);
    return status === 200 ? exitCodes.ok : exitCodes.unexpectedFailure;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    io.stdout.write(`The console at ${address.url} does not answer: ${why}.\n`);
    return exitCodes.unexpectedFailure;
  }
}

/** This machine's own console: its certificate is for the name that others use. */
function fetchReadiness(url: URL): Promise<{ readonly status: number; readonly body: string }> {
  const options = { timeout: timeoutMs, rejectUnauthorized: false, headers: { host: url.host } };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > maxAnswerBytes) request.destroy(new Error('the answer is too long'));
      });
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    request.once('timeout', () => request.destroy(new Error(`there was no answer within ${timeoutMs / 1_000} s`)));
    request.once('error', reject);
    request.end();
  });
}

function sentenceOf(status: number, body: string): string {
  const codes = codesOf(body);
  if (status === 200) return `Well: ${codes}.`;
  return `Not well: ${codes}. docs/operating/reasons.md says what that means and what to do.`;
}

function codesOf(body: string): string {
  try {
    const { codes, level } = JSON.parse(body) as { codes?: unknown; level?: unknown };
    if (Array.isArray(codes) && codes.length > 0) return codes.filter((code) => typeof code === 'string').join(', ');
    return typeof level === 'string' ? level : 'no reason was given';
  } catch {
    return 'no reason was given';
  }
}
