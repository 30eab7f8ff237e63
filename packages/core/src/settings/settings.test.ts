import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import type { SettingDefinition } from './define-setting.ts';
import { defaultSettings, miningSettingsOf, settingDefinitions } from './settings.ts';

function definitionOf(key: string): SettingDefinition<unknown> {
  const found = settingDefinitions.find((definition) => definition.key === key);
  assert.ok(found, `expected a setting ${key}`);
  return found;
}

function valueAt(key: string): unknown {
  return key.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], defaultSettings());
}

const keys = [
  'mining.mode',
  'mining.priority',
  'mining.wishes.games',
  'mining.wishes.campaigns',
  'mining.wishes.drops',
  'mining.planGoal',
  'mining.exclude.games',
  'mining.exclude.campaigns',
  'mining.exclude.drops',
  'mining.exclude.keywords',
  'mining.benefits.DIRECT_ENTITLEMENT',
  'mining.benefits.BADGE',
  'mining.benefits.EMOTE',
  'mining.benefits.CODE',
  'mining.benefits.UNKNOWN',
  'mining.badgesAndEmotesUnlinked',
  'mining.seed',
  'mining.pausedHours',
  'mining.timeZone',
  'discovery.availableDrops',
  'discovery.catalogue',
  'discovery.catalogueUrl',
  'watching.transports',
  'twitch.client',
  'twitch.customClientId',
  'twitch.socket',
  'network.proxy',
  'network.connectionQuality',
  'maintenance.reloadMinutes',
  'logging.keepDays',
  'console.host',
  'console.port',
  'console.basePath',
  'console.allowedHosts',
  'console.trustedProxies',
  'console.tlsCertFile',
  'console.tlsKeyFile',
  'console.sessionDays',
  'console.metrics',
  'history.factDays',
  'history.lineDays',
  'history.sampleDays',
  'history.auditDays',
  'history.maxMegabytes',
  'notifications.quietHours',
  'notifications.repeatMinutes',
  'notifications.uncountedMinutes',
  'backup.schedule',
  'backup.keep',
  'backup.folder',
  'updates.check',
  'updates.url',
];

describe('the settings', () => {
  it('are these, and each once', () =>
    assert.deepEqual(
      settingDefinitions.map((each) => each.key),
      keys,
    ));
  it('have names of their own in the environment', () => {
    assert.equal(new Set(settingDefinitions.map((each) => each.env)).size, keys.length);
  });
  for (const definition of settingDefinitions) {
    it(`${definition.key} stands in the defaults where its key says`, () => {
      assert.deepEqual(valueAt(definition.key), definition.default);
    });
    it(`${definition.key} has a default that fits`, () => {
      const checked = safeParse(definition.schema, definition.default);
      assert.ok(checked.success);
      assert.deepEqual(checked.output, definition.default);
    });
    it(`${definition.key} explains itself`, () => {
      assert.match(definition.doc, /^[A-Z].*\.$/);
      assert.notEqual(definition.expected, '');
      assert.equal(definition.group, definition.key.split('.')[0]);
    });
    it(`${definition.key} survives any text, and keeps only what fits`, () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
          const read = definition.parseText(text);
          if (read.ok) assert.ok(safeParse(definition.schema, read.value).success);
          else assert.ok(read.failure.startsWith(`expected ${definition.expected}`), read.failure);
        }),
      );
    });
  }
});

describe('names that follow from a key', () => {
  const cases: [string, string, string | undefined][] = [
    ['mining.mode', 'DROPWISE_MINING_MODE', 'mining-mode'],
    [
      'mining.badgesAndEmotesUnlinked',
      'DROPWISE_MINING_BADGES_AND_EMOTES_UNLINKED',
      'mining-badges-and-emotes-unlinked',
    ],
    [
      'mining.benefits.DIRECT_ENTITLEMENT',
      'DROPWISE_MINING_BENEFITS_DIRECT_ENTITLEMENT',
      'mining-benefits-direct-entitlement',
    ],
    ['mining.exclude.games', 'DROPWISE_MINING_EXCLUDE_GAMES', 'mining-exclude-games'],
    ['mining.wishes.games', 'DROPWISE_MINING_WISHES_GAMES', 'mining-wishes-games'],
    ['discovery.catalogueUrl', 'DROPWISE_DISCOVERY_CATALOGUE_URL', 'discovery-catalogue-url'],
    ['network.proxy', 'DROPWISE_NETWORK_PROXY', undefined],
  ];
  for (const [key, env, flag] of cases) {
    it(`are right for ${key}`, () => assert.deepEqual([definitionOf(key).env, definitionOf(key).flag], [env, flag]));
  }
});

describe('a text for', () => {
  const refused = Symbol('refused');
  const cases: [string, string, unknown][] = [
    ['mining.mode', 'low_availability', 'low_availability'],
    ['mining.mode', ' random ', 'random'],
    ['mining.mode', 'fastest', refused],
    ['mining.priority', 'Rust, World of Tanks', ['Rust', 'World of Tanks']],
    ['mining.priority', '["Ark, Survival", "Rust"]', ['Ark, Survival', 'Rust']],
    ['mining.priority', '', []],
    ['mining.priority', ' , ,', []],
    ['mining.priority', '["Rust", ""]', refused],
    ['mining.priority', '["Rust", 5]', refused],
    ['mining.priority', '["Rust"', refused],
    ['mining.priority', 'x'.repeat(201), refused],
    ['mining.wishes.games', 'Rust=must; World of Tanks = never;', { Rust: 'must', 'World of Tanks': 'never' }],
    ['mining.wishes.games', '{"Semi; Colon": "want"}', { 'Semi; Colon': 'want' }],
    ['mining.wishes.games', 'a=b=fill', { 'a=b': 'fill' }],
    ['mining.wishes.games', '', {}],
    ['mining.wishes.games', 'Rust=must; Rust=must', { Rust: 'must' }],
    ['mining.wishes.games', 'Rust=must; Rust=never', refused],
    ['mining.wishes.games', 'Rust', refused],
    ['mining.wishes.games', 'Rust=perhaps', refused],
    ['mining.wishes.games', '=must', refused],
    ['mining.wishes.games', '["must"]', refused],
    ['mining.wishes.games', '{"Rust": "must"', refused],
    ['mining.wishes.games', '{" ": "must"}', refused],
    ['mining.wishes.games', `${'x'.repeat(201)}=must`, refused],
    ['mining.wishes.games', Array.from({ length: 1001 }, (_, at) => `Game ${at}=want`).join(';'), refused],
    ['mining.planGoal', 'campaigns', 'campaigns'],
    ['mining.planGoal', 'minutes', refused],
    ['mining.pausedHours', '22:00-07:00', ['22:00-07:00']],
    ['mining.pausedHours', '22:00-07:00; Sat,Sun 9:00-12:00', ['22:00-07:00', 'Sat,Sun 9:00-12:00']],
    ['mining.pausedHours', '22:00-07:00, Sat, Sun 9:00-12:00', ['22:00-07:00', 'Sat, Sun 9:00-12:00']],
    ['mining.pausedHours', '["Sat,Sun 9:00-12:00"]', ['Sat,Sun 9:00-12:00']],
    ['mining.pausedHours', '', []],
    ['mining.pausedHours', '22-7', refused],
    ['mining.pausedHours', Array.from({ length: 51 }, () => '22:00-07:00').join(';'), refused],
    ['mining.timeZone', 'America/New_York', 'America/New_York'],
    ['mining.timeZone', ' ', ''],
    ['mining.timeZone', 'Middle/Earth', refused],
    ['mining.benefits.BADGE', 'OFF', false],
    ['mining.benefits.BADGE', '1', true],
    ['mining.benefits.BADGE', 'maybe', refused],
    ['mining.seed', '0', 0],
    ['mining.seed', '-1', refused],
    ['mining.seed', '1e3', refused],
    ['maintenance.reloadMinutes', '15', 15],
    ['maintenance.reloadMinutes', '14', refused],
    ['maintenance.reloadMinutes', '1440', 1440],
    ['maintenance.reloadMinutes', '1441', refused],
    ['maintenance.reloadMinutes', '20.5', refused],
    ['network.connectionQuality', '7', refused],
    ['watching.transports', 'hls', ['hls']],
    ['watching.transports', '[]', refused],
    ['watching.transports', 'spade,carrier-pigeon', refused],
    ['twitch.client', 'mobile-web', 'mobile-web'],
    ['twitch.customClientId', 'kimne78kx3ncx6brgo4mv6wki5h1ko', 'kimne78kx3ncx6brgo4mv6wki5h1ko'],
    ['twitch.customClientId', 'not an id', refused],
    ['discovery.catalogueUrl', 'https://example.test/list.json?v=2', 'https://example.test/list.json?v=2'],
    ['discovery.catalogueUrl', 'http://127.0.0.1:8090/catalogue', 'http://127.0.0.1:8090/catalogue'],
    ['discovery.catalogueUrl', 'http://example.test/list.json', refused],
    ['discovery.catalogueUrl', 'http://localhost.example.test/', refused],
    ['discovery.catalogueUrl', 'https://name:word@example.test/', refused],
    ['discovery.catalogueUrl', 'file:///etc/passwd', refused],
    ['network.proxy', 'http://proxy.test:3128', 'http://proxy.test:3128'],
    ['network.proxy', 'https://name:p%40ss@proxy.test', 'https://name:p%40ss@proxy.test'],
    ['network.proxy', 'socks5://[::1]:1080', 'socks5://[::1]:1080'],
    ['network.proxy', '', ''],
    ['network.proxy', 'proxy.test:3128', refused],
    ['network.proxy', 'ftp://proxy.test', refused],
  ];
  for (const [key, text, expected] of cases) {
    it(`${key} that reads “${text.slice(0, 40)}” is ${expected === refused ? 'refused' : 'taken'}`, () => {
      const read = definitionOf(key).parseText(text);
      assert.deepEqual(read.ok ? read.value : refused, expected);
    });
  }
  const explained: [string, string, RegExp][] = [
    ['mining.wishes.games', 'Rust=must; Ark=perhaps', /; "Ark" has "perhaps"$/],
    ['mining.wishes.games', '=must', /; one name is empty$/],
    [
      'mining.pausedHours',
      '22:00-07:00; 9-17',
      /; in "9-17", write two times with a dash between, such as 22:00-07:00$/,
    ],
    ['mining.pausedHours', 'Sam 22:00-07:00', /; in "Sam 22:00-07:00", write days as Mon, /],
  ];
  for (const [key, text, expected] of explained) {
    it(`${key} that reads “${text}” is refused with the part that does not fit`, () => {
      const read = definitionOf(key).parseText(text);
      assert.match(read.ok ? '' : read.failure, expected);
    });
  }
  it('a list is no map of names', () => {
    assert.equal(safeParse(definitionOf('mining.wishes.games').schema, ['must']).success, false);
  });
  it('a secret is never repeated in the message', () => {
    const read = definitionOf('network.proxy').parseText('ftp://name:hunter2@x');
    assert.ok(!read.ok && !read.failure.includes('hunter2'));
  });
});

describe('a value of the wrong type', () => {
  for (const definition of settingDefinitions) {
    it(`is refused for ${definition.key} with what was expected`, () => {
      const checked = safeParse(definition.schema, { unexpected: true });
      assert.ok(!checked.success);
      assert.equal(checked.issues.length, 1);
      assert.ok(checked.issues[0].message.startsWith(`expected ${definition.expected}`), checked.issues[0].message);
    });
  }
});

describe('what the step reads of the settings', () => {
  it('has the settings of every group it needs', () => {
    const { mining, ...others } = defaultSettings();
    assert.deepEqual(miningSettingsOf({ mining, ...others }), {
      ...mining,
      timeZone: 'UTC',
      availableDrops: true,
      catalogue: false,
      reloadMinutes: 60,
      watchTransports: ['spade', 'hls', 'gql'],
    });
  });
  it('takes the machine’s time zone where the owner names none', () => {
    const settings = defaultSettings();
    const named = { ...settings, mining: { ...settings.mining, timeZone: 'Asia/Kathmandu' } };
    assert.equal(miningSettingsOf(settings, 'Europe/Berlin').timeZone, 'Europe/Berlin');
    assert.equal(miningSettingsOf(named, 'Europe/Berlin').timeZone, 'Asia/Kathmandu');
  });
  it('asks no catalogue without an address', () => {
    const settings = defaultSettings();
    const asking = { ...settings, discovery: { ...settings.discovery, catalogue: true } };
    const addressed = { ...asking, discovery: { ...asking.discovery, catalogueUrl: 'https://example.test' } };
    assert.deepEqual([miningSettingsOf(asking).catalogue, miningSettingsOf(addressed).catalogue], [false, true]);
  });
});
