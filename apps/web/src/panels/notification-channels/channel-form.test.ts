import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotificationChannelView } from '@dropwise/contract';
import {
  bodyOf,
  type ChannelField,
  type ChannelKind,
  formOf,
  newForm,
  problemsOf,
  secretsNeeded,
} from './channel-form.ts';

function field(name: string, part: Partial<ChannelField> = {}): ChannelField {
  return {
    name,
    label: name,
    doc: '',
    control: 'text',
    choices: [],
    required: false,
    secret: false,
    destination: false,
    default: '',
    ...part,
  };
}
const kind: ChannelKind = {
  kind: 'email',
  name: 'E-mail',
  doc: '',
  fields: [
    field('server', { required: true, destination: true, default: null }),
    field('port', { control: 'number', default: 587 }),
    field('check', { control: 'switch', default: true }),
    field('password', { secret: true }),
    field('to', { control: 'list', required: true, default: null }),
    field('headers', { control: 'map', default: {} }),
  ],
};
const saved: NotificationChannelView = {
  id: 'mail',
  name: 'Mail',
  kind: 'email',
  enabled: true,
  rules: ['dropClaimed'],
  campaigns: 'any',
  config: {
    server: 'a.example',
    port: 25,
    check: false,
    password: '[set]',
    to: ['x@y', 'z@y'],
    headers: { A: 'b: c' },
  },
  problem: null,
};

test('a new form has the defaults, and says what is needed', () => {
  const form = newForm(kind, ['minerDown']);
  assert.deepEqual(form.values, { server: '', port: '587', check: true, password: '', to: '', headers: '' });
  assert.deepEqual(Object.keys(problemsOf(form, kind, false)), ['config.server', 'config.to']);
  assert.deepEqual(Object.keys(problemsOf({ ...form, name: ' ' }, kind, false)).at(-1), 'name');
});

test('a saved channel goes through the form unchanged, its secret as it is', () => {
  const form = formOf(saved, kind);
  assert.deepEqual(form.set, ['password']);
  assert.deepEqual(problemsOf(form, kind, false), {});
  const { id: _id, problem: _problem, ...body } = saved;
  assert.deepEqual(bodyOf(form, kind, false), body);
});

test('a secret that is taken away is empty, and one that is typed is sent', () => {
  const form = formOf(saved, kind);
  assert.equal(bodyOf({ ...form, set: [] }, kind, false).config.password, '');
  const typed = { ...form, values: { ...form.values, password: 'new' } };
  assert.equal(bodyOf(typed, kind, false).config.password, 'new');
});

test('another destination asks for the secrets again', () => {
  const before = formOf(saved, kind);
  assert.equal(secretsNeeded(before, before, kind), false);
  const moved = { ...before, values: { ...before.values, server: 'b.example' } };
  assert.equal(secretsNeeded(moved, before, kind), true);
  assert.deepEqual(Object.keys(problemsOf(moved, kind, true)), ['config.password']);
  assert.equal(bodyOf(moved, kind, true).config.password, '');
  assert.equal(secretsNeeded({ ...moved, set: [] }, { ...before, set: [] }, kind), false);
});

test('what is no number and what is no pair is said', () => {
  const form = formOf(saved, kind);
  const wrong = { ...form, values: { ...form.values, port: 'x', headers: 'A: b\nno colon' } };
  const problems = problemsOf(wrong, kind, false);
  assert.equal(problems['config.port']?.key, 'settings.channel.badNumber');
  assert.deepEqual(problems['config.headers']?.values, { line: 'no colon' });
});
