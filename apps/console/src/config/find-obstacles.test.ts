import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createFindObstacles } from './find-obstacles.ts';
import { ann, openSettingsWorld } from './testing/settings-world.ts';

const findObstacles = createFindObstacles({ passwordSet: () => false, now: () => Date.UTC(2026, 2, 1) });

describe('a change that the console could not begin with again', () => {
  const refused: [changes: Readonly<Record<string, unknown>>, sentence: RegExp][] = [
    [{ 'console.trustedProxies': ['300.1.1.1'] }, /console\.trustedProxies: expected addresses.*found "300\.1\.1\.1"/],
    [{ 'console.host': '0.0.0.0' }, /lets other machines in, and no password is set/],
    [{ 'console.host': 'nosuch.invalid' }, /"nosuch\.invalid" stands for none/],
    [{ 'console.tlsCertFile': '/nowhere/cert.pem' }, /only console\.tlsCertFile is set/],
    [{ 'console.tlsCertFile': '/nowhere/c.pem', 'console.tlsKeyFile': '/nowhere/k.pem' }, /must name a file.*ENOENT/],
    [{ 'backup.schedule': '61 4 * * *' }, /backup\.schedule must be a cron line.*"61 4 \* \* \*" is none/],
    [{ 'backup.schedule': '0 0 31 2 *' }, /no day on which/],
    [{ 'backup.folder': '/dev/null/backups' }, /backup\.folder must be a folder that takes files/],
  ];
  for (const [changes, sentence] of refused) {
    it(`is refused, and nothing of it written: ${JSON.stringify(changes)}`, async () => {
      await using world = await openSettingsWorld({ findObstacles });
      const outcome = await world.service.change({ 'mining.seed': 5, ...changes }, ann);
      assert.ok(!outcome.ok);
      assert.deepEqual(
        outcome.failure.map(({ key }) => key),
        [Object.keys(changes)[0]],
      );
      assert.match(outcome.failure[0]?.sentence ?? '', sentence);
      await assert.rejects(world.text(), { code: 'ENOENT' });
    });
  }

  it('is taken when it is put right, and when it goes back to the default', async () => {
    await using world = await openSettingsWorld({ findObstacles });
    const right = {
      'console.trustedProxies': ['172.16.0.0/12'],
      'console.host': 'localhost',
      'backup.schedule': '0 12 * * *',
      'backup.folder': join(world.folder, 'deep', 'backups'),
    };
    assert.ok((await world.service.change(right, ann)).ok);
    const back = Object.fromEntries(Object.keys(right).map((key) => [key, null]));
    assert.ok((await world.service.change(back, ann)).ok);
    assert.equal(world.service.values.backup.schedule, '30 4 * * 0');
  });

  it('does not stand in the way of other changes once it is in the file', async () => {
    await using world = await openSettingsWorld({ findObstacles, text: '{"backup":{"schedule":"61 4 * * *"}}' });
    assert.ok((await world.service.change({ 'mining.seed': 5 }, ann)).ok);
  });
});

describe('what somebody wrote into the file and does not work here', () => {
  it('is warned of and logged at the start, and again no more', async () => {
    await using world = await openSettingsWorld({ findObstacles, text: '{"backup":{"schedule":"61 4 * * *"}}' });
    assert.match(world.service.view.warnings.join(), /backup\.schedule must be a cron line/);
    assert.equal(world.logged.length, 1);
    await world.service.change({ 'mining.seed': 5 }, ann);
    assert.equal(world.logged.length, 1);
    assert.ok((await world.service.change({ 'backup.schedule': '0 12 * * *' }, ann)).ok);
    assert.deepEqual(world.service.view.warnings, []);
  });

  it('is warned of when the file is read again', async () => {
    await using world = await openSettingsWorld({ findObstacles });
    await writeFile(world.path, '{"console":{"trustedProxies":["300.1.1.1"]}}');
    const outcome = await world.service.reload(ann);
    assert.match(outcome.warnings.join(), /console\.trustedProxies/);
    assert.match(world.logged.join(), /console\.trustedProxies/);
  });
});

it('nothing is looked at that nobody asks about', async () => {
  await using world = await openSettingsWorld({ text: '{"console":{"host":"nosuch.invalid"}}' });
  assert.deepEqual(await findObstacles(world.service.values, ['mining.seed']), []);
});
