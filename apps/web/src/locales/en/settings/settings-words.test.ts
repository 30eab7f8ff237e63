import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SettingDefinition, settingDefinitions, wishes } from '@dropwise/core';
import { notificationRuleIds } from '@dropwise/core/notifications';
import { auditActions } from '../../../panels/audit/audit-actions.ts';
import { clusters, sections } from '../../../views/settings/sections.ts';
import { en } from '../index.ts';

function missing(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !Object.hasOwn(en, key));
}

test('every setting has a name and an explanation', () => {
  assert.deepEqual(missing(settingDefinitions.map(({ key }) => `settings.label.${key}`)), []);
  assert.deepEqual(missing(settingDefinitions.map(({ key }) => `settings.doc.${key}`)), []);
});

test('no name or explanation is of a setting that is gone', () => {
  const known = new Set(settingDefinitions.map(({ key }) => key));
  const gone = Object.keys(en).flatMap((key) => {
    const named = /^settings\.(?:label|doc)\.(.+)$/.exec(key)?.[1];
    return named === undefined || known.has(named) ? [] : [key];
  });
  assert.deepEqual(gone, []);
});

test('everything that can be chosen has a name', () => {
  const keys = settingDefinitions.flatMap((definition) =>
    choicesOf(definition).map((choice) => `settings.choice.${definition.key}.${choice}`),
  );
  assert.ok(keys.includes('settings.choice.mining.mode.plan') && keys.includes('settings.choice.twitch.client.tv'));
  assert.deepEqual(missing([...keys, ...wishes.map((wish) => `settings.choice.wish.${wish}`)]), []);
  assert.deepEqual(missing(wishes.map((wish) => `settings.wish.${wish}`)), []);
});

test('every text that is refused is told what fits', () => {
  const texts = settingDefinitions.filter(({ schema }) => schema.type === 'string');
  assert.ok(texts.length > 5);
  assert.deepEqual(missing(texts.map(({ key }) => `settings.expected.${key}`)), []);
});

test('every group of settings has its part of the screen, with a name and a line about it', () => {
  const groups = [...new Set(settingDefinitions.map(({ group }) => group))];
  assert.deepEqual(
    groups.filter((group) => !sections.some((section) => section.group === group)),
    [],
  );
  assert.deepEqual(missing(sections.flatMap(({ name }) => [`settings.group.${name}`, `settings.about.${name}`])), []);
  assert.deepEqual(missing(clusters.map((cluster) => `settings.cluster.${cluster}`)), []);
});

test('every rule and every action has a name', () => {
  assert.deepEqual(
    missing(notificationRuleIds.flatMap((id) => [`settings.rule.${id}.name`, `settings.rule.${id}.doc`])),
    [],
  );
  assert.deepEqual(missing(auditActions.map((action) => `settings.action.${action}`)), []);
});

function choicesOf({ schema }: SettingDefinition<unknown>): readonly string[] {
  const list = 'item' in schema ? schema.item : schema;
  const options = typeof list === 'object' && list !== null && 'options' in list ? list.options : [];
  return Array.isArray(options) ? options.map(String) : [];
}
