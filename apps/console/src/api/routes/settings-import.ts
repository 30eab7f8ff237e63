import { settingsImportAnswer, settingsImportBody } from '@dropwise/contract';
import { settingDefinitions } from '@dropwise/core';
import { checkChanges } from '../../config/check-changes.ts';
import { type ImportPeer, readImport } from '../../config/read-import.ts';
import type { SettingsService } from '../../config/settings-service.ts';
import { shownValue } from '../../config/shown-value.ts';
import { sayOfImport } from '../../peer-settings/import-sayings.ts';
import { shown } from '../../shown/shown-saying.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { changeSettings } from './change-settings.ts';
import { problems } from './problems.ts';

export interface SettingsImportDeps {
  readonly settings: SettingsService;
  /** Reads the settings of another miner. */
  readonly importPeer: ImportPeer;
}

/** Settings that were made elsewhere. What of them does not fit is left out, and said. */
export function registerSettingsImport(app: App, { settings, importPeer }: SettingsImportDeps): void {
  app.post(
    '/api/settings/import',
    {
      config: { scope: 'control' },
      schema: {
        tags: ['settings'],
        summary: 'Takes over a settings file of Dropwise, TwitchDropsMiner or rangermix; first as a preview.',
        body: settingsImportBody,
        response: { 200: settingsImportAnswer, ...problems('conflict') },
      },
    },
    async ({ body, who }) => {
      const read = readImport(body.text, importPeer);
      if (!read.ok) throw new ProblemError('badRequest', read.failure, 'body.text');
      const { settings: current } = settings.view;
      const { writes, problems: misfits } = checkChanges(read.value.changes, current);
      const entries = settingDefinitions
        .filter(({ key }) => Object.hasOwn(writes, key))
        .map((definition) => ({
          key: definition.key,
          before: current.find(({ key }) => key === definition.key)?.value ?? null,
          after: shownValue(definition, writes[definition.key] ?? definition.default),
        }));
      const said = [
        ...read.value.notes,
        ...misfits.map(({ key, sentence }) => sayOfImport('import-left-out', { key, detail: sentence })),
      ];
      const notes = said.map(({ sentence }) => sentence);
      const outcome = body.dryRun ? null : await changeSettings(settings, writes, who);
      return { from: read.value.from, entries, notes, notesSaid: shown(said), outcome };
    },
  );
}
