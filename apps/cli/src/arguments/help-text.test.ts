import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCommandHelp, formatProgramHelp } from './help-text.ts';

test('the help of a command shows every flag but the hidden ones, aligned', () => {
  const text = formatCommandHelp({ name: 'mine', summary: 'Mines.' }, [
    { name: 'verbose', short: 'v', doc: 'Say more.' },
    { name: 'data-dir', value: 'FOLDER', doc: 'Where.' },
    { name: 'speed', value: 'N', hidden: true, doc: 'Not shown.' },
  ]);
  assert.equal(
    text,
    [
      'Mines.',
      '',
      'Usage: dropwise mine [flags]',
      '',
      '  -v, --verbose          Say more.',
      '      --data-dir FOLDER  Where.',
      '',
    ].join('\n'),
  );
});

test('long texts wrap under themselves, and a long name gets a line of its own', () => {
  const doc = 'word '.repeat(40).trim();
  const lines = formatCommandHelp({ name: 'x', summary: 'X.' }, [
    { name: 'a-name-that-is-far-too-long-here', doc },
  ]).split('\n');
  assert.ok(lines.every((line) => line.length <= 100));
  assert.equal(lines[4], '      --a-name-that-is-far-too-long-here');
  assert.ok(lines.slice(5, -1).every((line) => line.startsWith(`${' '.repeat(34)}word`)));
});

test('the help of the program names every command', () => {
  const text = formatProgramHelp([
    { name: 'mine', summary: 'Mines.' },
    { name: 'sim', summary: 'Simulates.' },
  ]);
  assert.match(text, / {2}mine {2}Mines\.\n {2}sim {3}Simulates\./);
});
