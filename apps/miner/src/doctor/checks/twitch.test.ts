import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '@dropwise/twitch-sim';
import type { Check } from '../check.ts';
import { type DoctorWorldOptions, openDoctorWorld } from '../testing/doctor-world.ts';
import { catalogueCheck } from './catalogue.ts';
import { socketCheck } from './socket.ts';
import { tokenCheck } from './token.ts';
import { watchAddressCheck } from './watch-address.ts';

interface Case {
  readonly name: string;
  readonly check: Check;
  readonly fault?: Fault;
  readonly world?: DoctorWorldOptions;
  readonly says: RegExp;
  readonly verdict: 'ok' | 'look';
  readonly needsMending?: boolean;
}

const hermes = { settings: '{ "twitch": { "socket": "hermes" } }' };
const withCatalogue = {
  settings: '{ "discovery": { "catalogue": true, "catalogueUrl": "https://catalogue.example/drops" } }',
};

const cases: readonly Case[] = [
  { name: 'a living token names its account', check: tokenCheck, verdict: 'ok', says: /sample_viewer with the tv/ },
  {
    name: 'nobody signed in is no error',
    check: tokenCheck,
    world: { signedInWith: null },
    verdict: 'ok',
    says: /Nobody is signed in/,
  },
  {
    name: 'a token of another client names both clients',
    check: tokenCheck,
    world: { signedInWith: 'android' },
    verdict: 'look',
    says: /twitch\.client is tv.*sign in again/,
  },
  {
    name: 'a login service in trouble is told as that',
    check: tokenCheck,
    fault: { kind: 'httpError', target: 'validate' },
    verdict: 'look',
    says: /Twitch is having trouble \(sign-in: HTTP 503\)/,
  },
  { name: 'a complete catalogue is counted', check: catalogueCheck, verdict: 'ok', says: /lists 3 campaigns/ },
  {
    name: 'a catalogue that Twitch keeps back needs another source',
    check: catalogueCheck,
    fault: { kind: 'nullCatalogue', target: 'tv' },
    verdict: 'look',
    says: /does not show this client.*discovery\.catalogue/,
  },
  {
    name: 'a catalogue that Twitch keeps back is only worth a look where there is another source',
    check: catalogueCheck,
    fault: { kind: 'nullCatalogue', target: 'tv' },
    world: withCatalogue,
    verdict: 'look',
    needsMending: false,
    says: /does not show this client/,
  },
  {
    name: 'a stale hash names the query and the file that mends it',
    check: catalogueCheck,
    fault: { kind: 'staleHash', target: 'ViewerDropsDashboard' },
    verdict: 'look',
    says: /no longer knows the query ViewerDropsDashboard.*config\/protocol\.json/,
  },
  {
    name: 'an integrity check is nothing that a person can mend',
    check: catalogueCheck,
    fault: { kind: 'failedIntegrityCheck', target: 'ViewerDropsDashboard' },
    verdict: 'look',
    needsMending: false,
    says: /keeps ViewerDropsDashboard for its own apps/,
  },
  {
    name: 'a captive portal is recognised',
    check: catalogueCheck,
    fault: { kind: 'html', target: 'ViewerDropsDashboard' },
    verdict: 'look',
    says: /web page instead of data.*wants you to sign in/,
  },
  {
    name: 'one broken campaign is named and the others are counted',
    check: catalogueCheck,
    fault: { kind: 'malformedCampaign', target: '5a000000-0000-4000-8000-000000000001', field: 'startAt' },
    verdict: 'look',
    needsMending: false,
    says: /1 of them cannot be read/,
  },
  { name: 'PubSub serves the account’s topic', check: socketCheck, verdict: 'ok', says: /Connected \(pubsub\)/ },
  {
    name: 'Hermes serves the account’s topic',
    check: socketCheck,
    world: hermes,
    verdict: 'ok',
    says: /Connected \(hermes\)/,
  },
  {
    name: 'a refused topic tells the code and that progress is asked for instead',
    check: socketCheck,
    fault: { kind: 'listenRefused', target: 'user-drop-events', error: 'ERR_BADAUTH' },
    verdict: 'look',
    needsMending: false,
    says: /refuses to send the progress of drops: ERR_BADAUTH/,
  },
  {
    name: 'a refused topic is told over Hermes too',
    check: socketCheck,
    fault: { kind: 'listenRefused', target: 'user-drop-events' },
    world: hermes,
    verdict: 'look',
    needsMending: false,
    says: /refuses to send the progress of drops/,
  },
  {
    name: 'a socket that does not open is told',
    check: socketCheck,
    fault: { kind: 'socketRefused' },
    verdict: 'look',
    says: /refuses the live connection.*web sockets/,
  },
  { name: 'the watch address is found', check: watchAddressCheck, verdict: 'ok', says: /spade\.twitch\.tv\/track/ },
  {
    name: 'a page without a watch address is told',
    check: watchAddressCheck,
    fault: { kind: 'watchUrlMissing' },
    verdict: 'look',
    says: /No watch address was found/,
  },
];

for (const { name, check, fault, world: options = {}, says, verdict, needsMending } of cases) {
  test(name, async () => {
    await using world = await openDoctorWorld(options);
    if (fault !== undefined) world.sim.faults.set(fault);
    const asking = world.examine(check);
    // Retries wait on the clock.
    let done = false;
    const findings = asking.finally(() => {
      done = true;
    });
    await world.clock.advanceUntil(() => done, 60_000);
    const last = (await findings).at(-1);
    assert.ok(last !== undefined);
    assert.match(`${last.sentence} ${last.todo}`, says);
    assert.equal(last.verdict, verdict);
    assert.equal(last.needsMending, needsMending ?? verdict === 'look');
  });
}

test('the account is asked about once, however many checks need it', async () => {
  await using world = await openDoctorWorld();
  await Promise.all([tokenCheck, catalogueCheck, socketCheck].map(world.examine));
  const validations = world.sim.requests.list().filter((each) => each.kind === 'http' && each.route === 'validate');
  assert.equal(validations.length, 1);
});

test('no watch event is sent', async () => {
  await using world = await openDoctorWorld();
  await world.examine(watchAddressCheck);
  assert.equal(
    world.sim.requests.list().some((each) => each.kind === 'http' && each.route === 'track'),
    false,
  );
});
