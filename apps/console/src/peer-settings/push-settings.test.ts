import assert from 'node:assert/strict';
import { access, chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sayOfPush } from '../config/push-sayings.ts';
import { planPeerPush } from './plan-peer-push.ts';
import { readPeerSettings, settingsNotTaken, writePeerSettings } from './push-settings.ts';

async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-push-'));
  const path = join(folder, 'settings.json');
  return { folder, path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

const text = '{\n    "dark_mode": false,\n    "priority": []\n}\n';
const expected = text.replace('false', 'true');
const write = (path: string, changes: Readonly<Record<string, unknown>>, read: string | null = null) =>
  writePeerSettings({ peer: 'tdm', path, text: read, changes });

describe('a push of settings to another miner', () => {
  it('changes its file, for its owner’s eyes only', async () => {
    await using place = await openFolder();
    await writeFile(place.path, text);
    await chmod(place.path, 0o644);
    assert.deepEqual(await write(place.path, { dark_mode: true }), { ok: true, value: expected });
    assert.equal(await readFile(place.path, 'utf8'), expected);
    assert.equal((await stat(place.path)).mode & 0o777, 0o600);
    assert.deepEqual(await readdir(place.folder), ['settings.json']);
  });
  it('begins with what TDM would read first, and leaves no older one behind', async () => {
    await using place = await openFolder();
    await writeFile(place.path, text.replace('[]', '["Old"]'));
    await writeFile(`${place.path}.new`, text.replace('[]', '["Newer"]'));
    const read = await readPeerSettings('tdm', place.path);
    assert.deepEqual(read.ok ? read.value.values.priority : null, ['Newer']);
    assert.ok((await write(place.path, { dark_mode: true })).ok);
    assert.equal(await readFile(place.path, 'utf8'), expected.replace('[]', '["Newer"]'));
    await assert.rejects(access(`${place.path}.new`));
  });
  it('passes by a pending file that is broken, and takes it away', async () => {
    await using place = await openFolder();
    await writeFile(place.path, text);
    await writeFile(`${place.path}.new`, Buffer.from([0x7b, 0xff]));
    assert.deepEqual(await write(place.path, { dark_mode: true }), { ok: true, value: expected });
    assert.deepEqual(await readdir(place.folder), ['settings.json']);
  });
  it('is all or nothing', async () => {
    await using place = await openFolder();
    await writeFile(place.path, text);
    const result = await write(place.path, { dark_mode: true, connection_quality: 0 });
    assert.deepEqual(result, {
      ok: false,
      failure: ['connection_quality: expected a whole number from 1 to 6, found 0.'],
    });
    assert.equal(await readFile(place.path, 'utf8'), text);
  });
  it('is refused where the file is another by now, is missing, or is somebody else’s', async () => {
    await using place = await openFolder();
    const failure = async (read: string | null = null): Promise<string> => {
      const result = await write(place.path, { dark_mode: true }, read);
      return result.ok ? 'written' : result.failure.join(' ');
    };
    assert.match(await failure(), /is not there\. Start the miner once/);
    await writeFile(place.path, '{"games_to_watch": []}');
    assert.match(await failure(), /Settings of TDM were expected, but these are rangermix's/);
    await writeFile(place.path, Buffer.from([0x7b, 0xff, 0x7d]));
    assert.match(await failure(), /must be text in UTF-8/);
    await writeFile(place.path, text);
    assert.match(await failure('{}'), /has changed since it was read/);
    assert.equal(await failure(text), 'written');
  });
  it('is planned by what the miner understands', () => {
    assert.deepEqual(planPeerPush('tdm', true).steps, ['stop', 'write', 'start']);
    assert.deepEqual(planPeerPush('tdm', false).steps, ['write']);
    assert.deepEqual(planPeerPush('rangermix', true).steps, ['post']);
    assert.deepEqual(planPeerPush('rangermix', false).steps, ['write']);
    assert.equal(planPeerPush('tdm', true).how, 'restart');
    assert.equal(planPeerPush('rangermix', true).how, 'api');
    assert.equal(planPeerPush('rangermix', false).how, null);
  });
  it('is taken when the miner says the same afterwards', () => {
    const changes = { exclude: ['a', 'b'], dark_mode: true };
    assert.deepEqual(settingsNotTaken('tdm', changes, { exclude: ['b', 'a'], dark_mode: true, more: 1 }), []);
    const misses = settingsNotTaken('tdm', changes, { exclude: ['b'], dark_mode: true });
    assert.deepEqual(misses, [sayOfPush('peer-not-kept', { peer: 'TDM', name: 'exclude' })]);
    assert.equal(settingsNotTaken('rangermix', { toString: 1 }, {}).length, 1);
  });
});
