import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { PlanView, SettingsView, StatusAnswer } from '@dropwise/contract';
import { type RunningConsole, startConsole } from './console.ts';
import { type LocalTwitch, startLocalTwitch, textOf } from './local-twitch.ts';
import { makeFolder } from './processes.ts';

interface LoginAnswer {
  readonly state: string;
  readonly login: string | null;
  readonly userCode: string | null;
  readonly verificationUri: string | null;
}

test('from the first start to the first drop: the code is shown, minutes are confirmed, the claim is remembered', async () => {
  await using folder = await makeFolder();
  await using twitch = await startLocalTwitch({ speed: 300 });
  await using console = await startConsole(twitch, folder.path, { approve: false });
  const isShown = ({ state }: LoginAnswer): boolean => state === 'waitingForPerson';
  const { userCode, verificationUri } = await console.until('a code', 'api/login', isShown);
  assert.deepEqual(
    (await twitch.state()).deviceCodes.map((each) => each.userCode),
    [userCode],
  );
  assert.equal(new URL(verificationUri ?? '').origin, new URL(twitch.url).origin);
  const waiting = await console.get<StatusAnswer>('api/status');
  assert.equal(waiting.watching, null);
  assert.equal(waiting.health.code, 'login-needed');

  await twitch.control('POST', 'approve', { userCode });
  const signedIn = await console.until<LoginAnswer>('a login', 'api/login', ({ state }) => state === 'signedIn');
  assert.equal(signedIn.login, 'sample_viewer');
  assert.equal(signedIn.userCode, null);
  const counting = await console.until<StatusAnswer>(
    'a confirmed minute',
    'api/status',
    ({ phase, confirmedMinutes }) => phase === 'watching' && (confirmedMinutes ?? 0) > 0,
  );
  assert.ok(counting.progress && (counting.progress.confirmedMinutes ?? 0) >= 1);

  const [claim] = await claimsOf(console);
  const claimed = (await twitch.state()).campaigns.flatMap(({ drops }) => drops.filter((drop) => drop.claimed));
  assert.ok(claimed.some(({ id, name }) => id === claim?.dropId && name === claim.dropName));
  const story = ['consoleStarted', 'childStarted', 'deviceCodeIssued', 'signedIn', 'channelChosen', 'minuteConfirmed'];
  const kinds = console.program.lines.map(({ kind }) => kind);
  const order = [...story, 'dropClaimed'].map((kind) => kinds.indexOf(kind));
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
  assert.ok(!order.includes(-1), kinds.join());
});

suite('a console whose miner is at work', () => {
  const stack = new AsyncDisposableStack();
  let console: RunningConsole;
  let twitch: LocalTwitch;
  let folder: string;

  before(async () => {
    folder = stack.use(await makeFolder()).path;
    twitch = stack.use(await startLocalTwitch({ speed: 30 }));
    console = stack.use(await startConsole(twitch, folder));
    await console.program.line('channelChosen');
  });
  after(() => stack.disposeAsync());

  test('a channel that is chosen by hand is watched until the choice is taken back', async () => {
    const { channels } = await console.until<{ readonly channels: readonly Channel[] }>(
      'another live channel',
      'api/channels',
      (answer) => answer.channels.some(isOther),
    );
    const login = channels.find(isOther)?.login ?? '';
    assert.equal((await console.call('POST', 'api/channels/select', { login })).status, 200);
    const chosen = await console.until<StatusAnswer>(
      'the choice',
      'api/status',
      ({ manual, watching }) => manual?.login === login && watching?.login === login,
    );
    assert.equal(chosen.phase, 'watching');
    assert.equal((await console.call('POST', 'api/mode/exit-manual')).status, 200);
    await console.until<StatusAnswer>('no choice', 'api/status', ({ manual }) => manual === null);

    const unknown = await console.call('POST', 'api/channels/select', { login: 'nobody_at_all' });
    assert.equal(unknown.status, 404);
    assert.match(sentenceOf(unknown.body), /nobody_at_all.*api\/channels/);
  });

  test('a setting that is changed is taken by the miner at once, and one that does not fit changes nothing', async () => {
    const changed = await console.call('POST', 'api/settings', { 'mining.mode': 'ending_soonest' });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    const { outcome } = changed.body as { readonly outcome: { readonly state: string; readonly keys: string[] } };
    assert.equal(outcome.state, 'taken');
    assert.deepEqual(outcome.keys, ['mining.mode']);
    const taken = await console.program.line('settingsTaken');
    assert.equal(taken.childId, 'miner');
    const refused = await console.call('POST', 'api/settings', { 'mining.mode': 'random', 'mining.priority': 7 });
    assert.equal(refused.status, 400);
    assert.match(sentenceOf(refused.body), /^mining\.priority: expected /);
    assert.equal(await settingOf(console, 'mining.mode'), 'ending_soonest');
  });

  test('what other wishes would change is shown without changing anything', async () => {
    const { plan } = await console.get<{ readonly plan: PlanView }>('api/plan');
    const [slot] = plan.slots;
    assert.ok(slot);
    const wishes = { games: { [slot.game]: 'never' } };
    const preview = await console.call('POST', 'api/plan/preview', { wishes });
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    const { before, after } = preview.body as { readonly before: PlanView; readonly after: PlanView };
    assert.ok(before.slots.some(({ game }) => game === slot.game));
    assert.ok(after.slots.every(({ game }) => game !== slot.game));
    const unchanged = await console.get<{ readonly plan: PlanView }>('api/plan');
    assert.ok(unchanged.plan.slots.some(({ game }) => game === slot.game));
    const mad = await console.call('POST', 'api/plan/preview', { wishes: { games: { [slot.game]: 'perhaps' } } });
    assert.equal(mad.status, 400);
  });

  test('SIGHUP reads the settings file again, and the miner takes what is in it', async () => {
    const from = console.program.lines.length;
    const settings = { mining: { mode: 'priority_only', priority: ['Night Ferry'] } };
    await writeFile(join(folder, 'config', 'settings.json'), JSON.stringify(settings));
    console.program.send('SIGHUP');
    const taken = await console.program.line('settingsTaken', () => true, from);
    assert.ok(JSON.stringify(taken.keys).includes('mining.priority'));
    assert.equal(await settingOf(console, 'mining.mode'), 'priority_only');
    const { items } = await console.get<{ readonly items: readonly AuditItem[] }>('api/audit');
    const entry = items.find(({ target, whoName }) => target === 'mining.priority' && whoName === 'SIGHUP');
    assert.deepEqual(entry?.after, ['Night Ferry']);
  });

  test('a miner that is killed is started again, and the console answers meanwhile', async () => {
    const [child] = (await console.get<Children>('api/children')).children;
    assert.ok(child?.pid);
    const from = console.program.lines.length;
    process.kill(child.pid, 'SIGKILL');
    const ended = await console.program.line('childEnded', () => true, from);
    assert.equal(ended.signal, 'SIGKILL');
    assert.equal(ended.wanted, false);
    assert.equal((await console.call('GET', 'healthz')).status, 200);
    const again = await console.until<Children>(
      'a new miner',
      'api/children',
      ({ children: [next] }) => next?.phase === 'running' && next.pid !== child.pid,
    );
    assert.equal(again.children[0]?.restarts, 1);
  });
});

interface Channel {
  readonly login: string;
  readonly live: boolean;
  readonly watching: boolean;
}

interface Claim {
  readonly dropId: string | null;
  readonly dropName: string;
}

interface AuditItem {
  readonly target: string;
  readonly whoName: string;
  readonly after: unknown;
}

interface Children {
  readonly children: readonly { readonly pid: number | null; readonly phase: string; readonly restarts: number }[];
}

function isOther({ live, watching }: Channel): boolean {
  return live && !watching;
}

async function claimsOf(console: RunningConsole): Promise<readonly Claim[]> {
  const path = 'api/history/claims';
  const has = ({ items }: { readonly items: readonly Claim[] }): boolean => items.length > 0;
  return (await console.until<{ readonly items: readonly Claim[] }>('a claim', path, has)).items;
}

async function settingOf(console: RunningConsole, key: string): Promise<unknown> {
  const { settings } = await console.get<SettingsView>('api/settings');
  return settings.find((setting) => setting.key === key)?.value;
}

function sentenceOf(body: unknown): string {
  return textOf((body as { readonly error: { readonly kind: string } }).error, 'sentence');
}
