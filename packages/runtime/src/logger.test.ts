import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Secret, VirtualClock } from '@dropwise/kit';
import { formatMessage, type LogRecord, wantsColour } from './log-console.ts';
import { type LogLevel, type LogLevels, logLevelsFor } from './log-level.ts';
import { createSilentLogger, type LoggerOptions, type OpenLogger, openLogger } from './logger.ts';
import { openTempFolder } from './testing/temp-folder.ts';

const at = new Date(2026, 2, 28, 21, 4, 7).getTime();
const token = 'abcdefghij0123456789abcdefghij';
const levels: readonly LogLevel[] = ['person', 'info', 'detail', 'debug', 'trace'];

async function log(over: Partial<LoggerOptions>, write: (logger: OpenLogger) => void) {
  await using folder = await openTempFolder();
  let shown = '';
  const logger = openLogger({
    clock: new VirtualClock(at, async () => {}),
    levels: { console: 'info', file: 'debug' },
    logsFolder: folder.path,
    console: { write: (text: string) => (shown += text) },
    colour: false,
    ...over,
  });
  write(logger);
  logger[Symbol.dispose]();
  const written = await readFile(join(folder.path, 'mining-2026-03-28.log'), 'utf8').catch(() => '');
  const records = written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { shown, written, records };
}

test('what a console elsewhere shows is what this one would, without secrets', async () => {
  const lines: LogRecord[] = [];
  const { shown } = await log({ console: null, onLine: (line) => lines.push(line) }, (logger) => {
    assert.equal(logger.isWritten('trace'), false);
    logger.detail('too quiet');
    logger.forPart('gql').info(`auth-token=${token}`, { fact: 'signedIn' });
  });
  assert.equal(shown, '');
  const message = 'auth-token=[token]';
  assert.deepEqual(lines, [{ atMs: at, level: 'info', message, part: 'gql', fields: { fact: 'signedIn' } }]);
  assert.equal(formatMessage({ ...firstOf(lines), level: 'detail' }, 'detail'), `${message}  fact=signedIn`);
  assert.equal(formatMessage(firstOf(lines), 'detail'), message);
});

function firstOf(lines: readonly LogRecord[]): LogRecord {
  const [line] = lines;
  assert.ok(line);
  return line;
}

const verbosities: readonly (readonly [given: string, levels: LogLevels])[] = [
  ['--quiet', { console: 'person', file: 'debug' }],
  ['', { console: 'info', file: 'debug' }],
  ['-v', { console: 'detail', file: 'debug' }],
  ['-vv', { console: 'debug', file: 'debug' }],
  ['-vvv', { console: 'trace', file: 'debug' }],
  ['-vvvv', { console: 'trace', file: 'trace' }],
  ['-vvvvvv', { console: 'trace', file: 'trace' }],
];

for (const [given, expected] of verbosities) {
  test(`${given === '' ? 'no flag' : given} shows from ${expected.console} up`, async () => {
    const chosen = logLevelsFor({ verbose: given.split('v').length - 1, quiet: given === '--quiet' });
    assert.deepEqual(chosen, expected);
    const { shown, records } = await log({ levels: chosen }, (logger) => {
      for (const level of levels) logger.log(level, `a ${level} line`);
    });
    const upTo = (level: LogLevel): LogLevel[] => levels.slice(0, levels.indexOf(level) + 1);
    assert.deepEqual(
      shown.trimEnd().split('\n'),
      upTo(expected.console).map((level) => `21:04:07 a ${level} line`),
    );
    assert.deepEqual(
      records.map((record) => record.level),
      upTo(expected.file),
    );
  });
}

test('a record in the file has time, level, part, message and fields', async () => {
  const { records } = await log({}, (logger) => logger.forPart('socket').debug('connected', { topics: 50 }));
  assert.deepEqual(records, [
    { level: 'debug', time: new Date(at).toISOString(), part: 'socket', topics: 50, message: 'connected' },
  ]);
});

test('the console shows fields and part only to those who asked for more', async () => {
  const { shown } = await log({ levels: { console: 'trace', file: 'debug' } }, (logger) => {
    logger.forPart('gql').info('claimed a drop', { drop: 'A b' });
    logger.forPart('gql').debug('answered', { status: 200, name: 'A b', list: [1, 2] });
  });
  assert.equal(shown, '21:04:07 claimed a drop\n21:04:07 [gql] answered  status=200 name="A b" list=[ 1, 2 ]\n');
});

test('no way of logging a token shows it', async () => {
  const { shown, written } = await log({ levels: { console: 'trace', file: 'trace' } }, (logger) => {
    logger.debug(`sent Authorization: OAuth ${token}`);
    logger.debug('wrapped', { value: new Secret(token), deep: { value: new Secret(token) } });
    logger.debug('named', { token, authToken: token, headers: { Authorization: token, cookie: `x=${token}` } });
    logger.debug('deeper', { request: { headers: { authorization: token, 'client-integrity': token } } });
    logger.debug('frame', { text: JSON.stringify({ type: 'LISTEN', data: { auth_token: token } }) });
    logger.debug('failed', { error: new Error(`refused: access_token=${token}`) });
    logger.forPart(`OAuth ${token}`).info('part');
  });
  assert.doesNotMatch(shown + written, new RegExp(token));
  assert.equal(written.split('\n').length, 8);
});

test('an error keeps its stack in the file', async () => {
  const { records } = await log({}, (logger) => logger.person('failed', { error: new RangeError('too far') }));
  const { error } = records[0] as { error: { type: string; stack: string } };
  assert.equal(error.type, 'RangeError');
  assert.match(error.stack, /logger\.test\.ts/);
});

test('colour is in the console line and not in the file', async () => {
  const { shown, written } = await log({ colour: true }, (logger) => logger.person('look'));
  assert.equal(shown, '21:04:07 \u001b[1mlook\u001b[22m\n');
  assert.doesNotMatch(written, /\\u001b/);
});

test('colour needs a terminal and nobody who asked for none', () => {
  assert.ok(wantsColour(true, {}));
  assert.ok(wantsColour(true, { NO_COLOR: '' }));
  assert.ok(!wantsColour(true, { NO_COLOR: '1' }));
  assert.ok(!wantsColour(false, {}));
  assert.ok(!wantsColour(true, { TERM: 'dumb' }));
});

test('levels can change while it runs, for the parts too', async () => {
  const { shown } = await log({}, (logger) => {
    const part = logger.forPart('gql');
    assert.equal(part.isWritten('trace'), false);
    part.trace('before');
    logger.setLevels({ console: 'trace', file: 'debug' });
    assert.equal(part.isWritten('trace'), true);
    part.trace('after');
  });
  assert.equal(shown, '21:04:07 [gql] after\n');
});

test('a disk that takes no lines is told once, and the console goes on', async () => {
  await using folder = await openTempFolder();
  const inTheWay = join(folder.path, 'logs');
  await writeFile(inTheWay, '');
  const { shown } = await log({ logsFolder: inTheWay }, (logger) => {
    logger.info('one');
    logger.info('two');
  });
  assert.match(shown, /^21:04:07 one\nThe log file takes no lines: .*\n21:04:07 two\n$/);
});

test('a silent logger has the same face', () => {
  const silent = createSilentLogger();
  silent.forPart('x').person('nothing');
  assert.equal(silent.isWritten('person'), false);
});
