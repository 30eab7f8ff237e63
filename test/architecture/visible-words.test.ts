import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findVisibleWords } from './visible-words.ts';

function found(text: string): readonly string[] {
  return findVisibleWords([{ path: 'apps/web/src/views/x/X.svelte', text }]);
}

const planted: readonly (readonly [what: string, text: string])[] = [
  ['a text', '<p>Hello there</p>'],
  ['a text beside an expression', '<p>{count} drops</p>'],
  ['a text in a branch', '{#if x}<p>{y}</p>{:else}<b>None</b>{/if}'],
  ['a text in a loop', '{#each xs as x (x)}<li>Row</li>{:else}{x}{/each}'],
  ['a text while something is awaited', '{#await x}<i>Soon</i>{:then y}{y}{/await}'],
  ['a text in a snippet', '{#snippet row()}<td>Cell</td>{/snippet}'],
  ['a text inside of a component', '<Button>Save</Button>'],
  ['a text in a keyed block', '{#key x}<p>Again</p>{/key}'],
  ['a title of the page', '<svelte:head><title>Screen</title></svelte:head>'],
  ['a spoken attribute', '<button aria-label="Close">×</button>'],
  ['a hint in a field', '<input placeholder="Search" />'],
  ['a text for a picture', '<img alt="A drop" src={x} />'],
  ['a spoken attribute with an expression in it', '<p title="From {place}">{x}</p>'],
  ['a property that is spoken', '<Empty sentence="Nothing here." />'],
  ['a choice of two words', "<p>{x ? 'Yes' : t('common.no')}</p>"],
  ['a word for what is missing', "<p>{x ?? 'unknown'}</p>"],
  ['a sentence that is put together', "<p>{x + ' minutes'}</p>"],
  ['a sentence of a template', ['<p>{`$', '{x} minutes`}</p>'].join('')],
  ['words in another script', '<p>Привет</p>'],
];
for (const [what, text] of planted) {
  test(`${what} is found`, () => assert.equal(found(text).length, 1, found(text).join('\n')));
}

test('what nobody reads, and what is the same everywhere, is left alone', () => {
  const innocent = [
    '<p class="big red" data-kind="x">{t(\'common.save\')}</p>',
    '<script>const word = "Hello there";</script><style>p { content: "Hello"; }</style>',
    '<!-- Hello there --><a class="brand" href="./" aria-label="Dropwise">Dropwise</a>',
    '<p>{a} · {b} – 3 × 4 ✕ ↑</p>',
    "<p>{x === 'some kind' ? t('a.b') : i18n.date(x, { dateStyle: 'full' })}</p>",
    '<input type="search" autocomplete="off" aria-describedby="hint" />',
    '<p style:width="{x}px" class:wide={y === \'wide\'}>{x}</p>',
  ];
  for (const text of innocent) assert.deepEqual(found(text), [], text);
});

test('only components of the page are looked at', () => {
  assert.deepEqual(findVisibleWords([{ path: 'docs/X.svelte', text: '<p>Hello there</p>' }]), []);
});
