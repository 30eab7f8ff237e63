import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrokenLayers, findRawHtml } from './web-layers.ts';

const page = 'apps/web/src';

function broken(path: string, text: string): string {
  return findBrokenLayers([{ path: `${page}/${path}`, text }]).join('\n');
}

const planted: readonly (readonly [what: string, path: string, text: string, message: RegExp])[] = [
  [
    'shared that knows a panel',
    'shared/a.ts',
    "import { b } from '../panels/b/model.ts';",
    /shared must not know panels/,
  ],
  ['shared that knows a view', 'shared/a.ts', "export { b } from '../views/b/model.ts';", /shared must not know views/],
  [
    'a panel that knows a view',
    'panels/a/A.svelte',
    "<script>\nimport B from '../../views/b/B.svelte';\n</script>",
    /know a view/,
  ],
  ['a panel that knows another', 'panels/a/model.ts', "import type { B } from '../b/model.ts';", /know another/],
  ['a panel that starts another', 'panels/a/model.ts', "const b = await import('../b/B.svelte');", /know another/],
];
for (const [what, path, text, message] of planted) {
  test(`${what} is found`, () => assert.match(broken(path, text), message));
}

test('what goes the right way is left alone', () => {
  assert.equal(broken('views/a/A.svelte', "<script>\nimport B from '../../panels/b/B.svelte';\n</script>"), '');
  assert.equal(broken('views/a/A.svelte', "<script>\nimport B from '../b/B.svelte';\n</script>"), '');
  assert.equal(
    broken(
      'panels/a/A.svelte',
      "<script>\nimport B from './B.svelte';\nimport C from '../../shared/C.svelte';\n</script>",
    ),
    '',
  );
  assert.equal(broken('shared/chart/a.ts', "import { b } from '../b.ts';"), '');
});

test('markup that is made of a text is found', () => {
  const found = (text: string): readonly string[] => findRawHtml([{ path: `${page}/shared/A.svelte`, text }]);
  assert.equal(found('<p>{@html text}</p>').length, 1);
  assert.equal(found('<script>element.innerHTML = text;</script>').length, 1);
  assert.deepEqual(found('<p>{text}</p>'), []);
});
