import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { createEntryReader } from './entry-reader.ts';
import { readRangermixLog, readTdmLog, readTdmOutput } from './headers.ts';
import type { LogEntry, ReadHeader } from './log-entry.ts';

function readAll(headers: readonly ReadHeader[], headless: 'joins' | 'alone', lines: readonly string[]): string[] {
  const { texts, reader } = openReader(headers, headless);
  for (const line of lines) reader.push(line);
  reader.flush();
  return texts;
}

function openReader(headers: readonly ReadHeader[], headless: 'joins' | 'alone') {
  const clock = new VirtualClock(0, async () => {});
  const texts: string[] = [];
  const reader = createEntryReader({ headers, headless, clock, onEntry: ({ text }: LogEntry) => texts.push(text) });
  return { clock, texts, reader };
}

const traceback = [
  'Traceback (most recent call last):',
  '  File "twitch.py", line 99, in run',
  '    await self.fetch()',
  'aiohttp.ClientError: nothing came',
];
const log = (level: string, text: string): string => `2026-08-03 14:02:33.250:\t${level.padStart(7)}:\t${text}`;
const output = (text: string): string => `14:02:33: ${text}`;

describe('lines become entries', () => {
  it('a traceback in a log file is one with the line above it', () => {
    const lines = [log('ERROR', 'Exception in watch task'), ...traceback, log('INFO', 'Checking login')];
    assert.deepEqual(readAll([readTdmLog], 'joins', lines), [
      ['Exception in watch task', ...traceback].join('\n'),
      'Checking login',
    ]);
  });
  it('so is one in TDM’s output, where every line has a stamp of its own', () => {
    const lines = ['Fatal error encountered:', '', ...traceback, 'Exiting...'].map(output);
    assert.deepEqual(readAll([readTdmOutput], 'alone', lines), [
      'Fatal error encountered:',
      traceback.join('\n'),
      'Exiting...',
    ]);
  });
  it('a chain of exceptions is one traceback', () => {
    const chain = [
      ...traceback,
      '',
      'During handling of the above exception, another exception occurred:',
      '',
      ...traceback,
    ];
    const lines = ['ERROR: Exception in watch task', ...chain, 'Watching: bluehat'].map(output);
    assert.deepEqual(readAll([readTdmOutput], 'alone', lines), [
      ['Exception in watch task', ...chain].join('\n'),
      'Watching: bluehat',
    ]);
  });
  it('second lines that the miners are known for join the first', () => {
    const lines = [
      'Your login attempt was denied by CAPTCHA.',
      'Please try again in 12+ hours.',
      '',
      'Application Terminated.',
      'Close the window to exit the application.',
    ].map(output);
    assert.deepEqual(readAll([readTdmOutput], 'alone', lines), [
      'Your login attempt was denied by CAPTCHA.\nPlease try again in 12+ hours.',
      'Application Terminated.\nClose the window to exit the application.',
    ]);
  });
  it('a line without a stamp among output is an entry of its own', () => {
    const lines = ['Xlib: extension missing', output('Watching: bluehat'), 'Gdk-WARNING: theme'];
    assert.deepEqual(readAll([readTdmOutput], 'alone', lines), [
      'Xlib: extension missing',
      'Watching: bluehat',
      'Gdk-WARNING: theme',
    ]);
  });
  it('an entry ends after a moment without a line', async () => {
    const { clock, texts, reader } = openReader([readRangermixLog], 'joins');
    reader.push('2026-08-03T14:02:33+0000:\t   INFO:\tclient.py:1:\tChecking login');
    assert.deepEqual(texts, []);
    await clock.advance(1_000);
    assert.deepEqual(texts, ['Checking login']);
    assert.equal(clock.pendingCount, 0);
  });
  it('an entry without end loses its end, and says so', () => {
    const [text = ''] = readAll([readTdmLog], 'joins', [log('ERROR', 'x'), ...Array<string>(5_000).fill('  frame')]);
    assert.ok(text.length < 20_000);
    assert.match(text, /… \d+ more lines left out$/);
  });
  it('no colour, control character, token or proxy password is in it', () => {
    const [text = ''] = readAll([readTdmOutput], 'alone', [
      output(
        "\u001b[31mProxy: http://sam:hunter2hunter2@10.0.0.1:8080 \u0007\u202eRequest: (kwargs={'headers': {'Authorization': 'OAuth abcdefghijklmnop1234', 'Client-Integrity': 'v4.public.secretsecret'}, 'proxy': 'socks5://onlyuser@h:1'})",
      ),
    ]);
    for (const secret of ['hunter2', 'sam', 'abcdefghijklmnop', 'secretsecret', 'onlyuser']) {
      assert.ok(!text.includes(secret), `${secret} is in ${text}`);
    }
    assert.deepEqual(
      [...text].filter((character) => character < ' ' || character === '\u202e'),
      [],
    );
  });
  it('nor half of one, where the line is cut', () => {
    for (const at of [3_980, 4_000, 7_980, 8_000]) {
      const [text = ''] = readAll([readTdmOutput], 'alone', [
        `${'x '.repeat(at / 2)}http://sam:hunter2hunter2@10.0.0.1:8080 end`,
      ]);
      assert.ok(!/sam|hunter2/.test(text), text.slice(-60));
      assert.ok(text.length <= 4_001);
    }
  });
});
