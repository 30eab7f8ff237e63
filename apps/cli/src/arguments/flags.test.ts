import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FlagDefinition, parseFlags, UsageError } from './flags.ts';

const definitions: readonly FlagDefinition[] = [
  { name: 'verbose', short: 'v', repeatable: true, doc: '' },
  { name: 'quiet', doc: '' },
  { name: 'data-dir', value: 'FOLDER', doc: '' },
  { name: 'set', value: 'KEY=VALUE', repeatable: true, doc: '' },
  { name: 'speed', value: 'N', hidden: true, doc: '' },
];

test('flags are counted, and values kept in order', () => {
  const flags = parseFlags(
    ['-vvv', '--set', 'a=1', '--verbose', '--set=b==2', '--data-dir', '/x y', '--speed', '-5'],
    definitions,
  );
  assert.equal(flags.count('verbose'), 4);
  assert.deepEqual(flags.values('set'), ['a=1', 'b==2']);
  assert.equal(flags.value('data-dir'), '/x y');
  assert.equal(flags.value('speed'), '-5');
  assert.equal(flags.count('quiet'), 0);
  assert.equal(flags.value('quiet'), undefined);
});

const refused: readonly (readonly [args: readonly string[], message: string])[] = [
  [['--quite'], 'There is no flag --quite; did you mean --quiet?'],
  [['--xyzzy'], 'There is no flag --xyzzy.'],
  [['--speec', '1'], 'There is no flag --speec.'],
  [['-x'], 'There is no flag -x.'],
  [['-vx'], 'There is no flag -x.'],
  [['now'], '"now" is no flag, and nothing else is expected here.'],
  [['--quiet=yes'], '--quiet takes no value, found "yes".'],
  [['--data-dir'], '--data-dir needs a value: --data-dir FOLDER.'],
  [['--data-dir', '--quiet'], '--data-dir needs a value: --data-dir FOLDER.'],
  [['--data-dir', 'a', '--data-dir', 'b'], '--data-dir is given more than once. Give it once.'],
];

for (const [args, message] of refused) {
  test(`${args.join(' ')} is refused`, () => {
    assert.throws(
      () => parseFlags(args, definitions),
      (error) => {
        assert.ok(error instanceof UsageError);
        assert.equal(error.message, message);
        return true;
      },
    );
  });
}

test('words that are no flags are kept in order where a command wants them, and no more', () => {
  const { words } = parseFlags(['https://a.example/', '--quiet', '25'], definitions, 2);
  assert.deepEqual(words, ['https://a.example/', '25']);
  assert.throws(
    () => parseFlags(['a', 'b', 'c'], definitions, 2),
    new UsageError('"c" is no flag, and no more than 2 other words are expected here.'),
  );
});
