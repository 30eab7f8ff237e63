import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adapterSayings } from '../apps/console/src/adapters/adapter-sayings.ts';
import { prepareSayings } from '../apps/console/src/adapters/prepare-sayings.ts';
import { settingsProblemCodes } from '../apps/console/src/config/problem-sayings.ts';
import { proxySayings } from '../apps/console/src/config/proxy/proxy-sayings.ts';
import { pushSayings } from '../apps/console/src/config/push-sayings.ts';
import { importSayings } from '../apps/console/src/peer-settings/import-sayings.ts';
import { limitSayings } from '../apps/miner/src/control/limit-sayings.ts';
import { Message } from '../apps/web/src/i18n/message.ts';
import { sayings } from '../apps/web/src/locales/en/sayings.ts';
import { riskSayings, switchSayings } from '../packages/core/src/index.ts';
import { childCauses, childSayings } from '../packages/core/src/supervision/index.ts';
import { storageSayings } from '../packages/runtime/src/index.ts';

/** Neither may import the other: here is where the console's tables meet the words of the page. */
const messages: Readonly<Record<string, string>> = sayings;
const tables: Readonly<Record<string, string>> = {
  ...childSayings,
  ...Object.fromEntries(Object.entries(childCauses).map(([cause, words]) => [`cause.${cause}`, words])),
  ...switchSayings,
  ...riskSayings,
  ...adapterSayings,
  ...prepareSayings,
  ...pushSayings,
  ...limitSayings,
  ...proxySayings,
  ...importSayings,
  ...storageSayings,
};

/** The page has a name for every setting, which stands in quotes, and its own words for what was expected. */
const saidOtherwise: ReadonlySet<string> = new Set([
  'import-misfit',
  'import-left-out',
  'import-stays',
  'import-empty-names',
  'import-bent',
]);

describe('what the console says by code', () => {
  it('has words for every code, and the page has no words for any other', () => {
    const codes = [...Object.keys(tables), ...settingsProblemCodes];
    const keys = codes.map((code) => `sayings.${code}`);
    assert.deepEqual(Object.keys(messages).toSorted(), keys.toSorted());
  });

  for (const [code, template] of Object.entries(tables)) {
    if (saidOtherwise.has(code)) continue;
    it(`${code} reads in the page as it does everywhere else`, () => {
      const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const values = Object.fromEntries(names.map((name, index) => [name, index + 2]));
      const expected = template.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
      assert.equal(new Message(messages[`sayings.${code}`] ?? '', 'en', 'ltr').fill(values), expected);
    });
  }
});
