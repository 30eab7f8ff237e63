import {
  settingsBody,
  settingsChangedAnswer,
  settingsExportAnswer,
  settingsHistoryAnswer,
  settingsHistoryQuery,
  settingsSchemaAnswer,
  settingsView,
} from '@dropwise/contract';
import { settingDefinitions } from '@dropwise/core';
import type { StoreReader } from '@dropwise/store';
import { flattenChanges, nestValues } from '../../config/flatten-changes.ts';
import { settingFieldOf } from '../../config/setting-field.ts';
import type { SettingsService } from '../../config/settings-service.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { changeSettings } from './change-settings.ts';
import { problems } from './problems.ts';
import { registerSettingsImport, type SettingsImportDeps } from './settings-import.ts';
import { type ProxyCheckDeps, registerProxyCheck } from './settings-proxy.ts';

export interface SettingsDeps extends SettingsImportDeps, ProxyCheckDeps {
  readonly settings: SettingsService;
  readonly reader: Pick<StoreReader, 'settings'>;
}

const tags = ['settings'];

/** What the owner wants: seen, changed, brought along and taken away. */
export function registerSettingsRoutes(app: App, deps: SettingsDeps): void {
  registerReading(app, deps);
  registerChanging(app, deps);
  registerSettingsImport(app, deps);
  registerProxyCheck(app, deps);
}

function registerReading(app: App, { settings, reader }: SettingsDeps): void {
  app.get(
    '/api/settings',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'Every setting, where its value comes from, and what is wrong with any. Secrets are not shown.',
        response: { 200: settingsView, ...problems() },
      },
    },
    () => settings.view,
  );
  app.get(
    '/api/settings/schema',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What a form has to know of each setting.',
        response: { 200: settingsSchemaAnswer, ...problems() },
      },
    },
    () => ({ settings: settingDefinitions.map(settingFieldOf) }),
  );
  app.get(
    '/api/settings/history',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What the settings were, and who made them so. Secrets are left out.',
        querystring: settingsHistoryQuery,
        response: { 200: settingsHistoryAnswer, ...problems() },
      },
    },
    ({ query }) => {
      const { items, next } = reader.settings(query);
      return { items: items.map(({ values, ...rest }) => ({ ...rest, values: { ...values } })), next };
    },
  );
  app.get(
    '/api/settings/export',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'What differs from the defaults, as a settings file without secrets.',
        response: { 200: settingsExportAnswer, ...problems() },
      },
    },
    (_request, reply) => {
      void reply.header('content-disposition', 'attachment; filename="settings.json"');
      return nestValues(ownShownValues(settings));
    },
  );
}

function registerChanging(app: App, { settings }: SettingsDeps): void {
  app.post(
    '/api/settings',
    {
      config: { scope: 'control' },
      schema: {
        tags,
        summary: 'Changes settings, all or none, and says what the miner made of it.',
        body: settingsBody,
        response: { 200: settingsChangedAnswer, ...problems('conflict') },
      },
    },
    async ({ body, who }) => {
      const { changes, ...rest } = body;
      if (changes !== undefined && Object.keys(rest).length > 0) {
        const sentence = 'Expected either "changes" alone, or the changes themselves; found both.';
        throw new ProblemError('badRequest', sentence, 'body');
      }
      const outcome = await changeSettings(settings, flattenChanges(changes ?? rest), who);
      return { outcome, settings: settings.view };
    },
  );
}

function ownShownValues({ view }: SettingsService): Readonly<Record<string, unknown>> {
  const own = view.settings.filter(({ origin, secret }) => origin !== 'default' && !secret);
  return Object.fromEntries(own.map(({ key, value }) => [key, value]));
}
