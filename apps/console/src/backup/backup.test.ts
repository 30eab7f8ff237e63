import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type DataDirectory, layOutDataDirectory, prepareDataDirectory } from '@dropwise/runtime';
import { create } from 'tar';
import { makeBackup } from './make-backup.ts';
import { backupFileName, backupNamePattern } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { seal, unseal } from './seal.ts';

const now = Date.UTC(2026, 2, 1, 4, 30);
const passphrase = 'correct horse battery';
const secrets = ['s3cret-proxy', 's3cret-token', 's3cret-hash', 's3cret-env', 's3cret-webhook'];
const database = Buffer.from('SQLite format 3\0, as far as this test cares');

interface World extends AsyncDisposable {
  readonly directory: DataDirectory;
  readonly file: string;
  backup(with_?: string | null): ReturnType<typeof makeBackup>;
  restore(with_?: string | null, file?: string): ReturnType<typeof restoreBackup>;
  write(path: string, text: string): Promise<void>;
}

async function openWorld(): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'dropwise-backup-'));
  const directory = layOutDataDirectory(join(root, 'data'));
  await prepareDataDirectory(directory);
  const file = join(root, 'kept', backupFileName(now));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  await write(
    directory.settingsFile,
    '{\n  // mine\n  "mining": { "mode": "random" },\n  "network": { "proxy": "http://ann:s3cret-proxy@127.0.0.1:1" }\n}\n',
  );
  await write(directory.childrenFile, JSON.stringify([{ id: 'other', env: { KEY: 's3cret-env' } }]));
  await write(directory.cookieJarFile, '{"cookies":"s3cret-token"}');
  await write(directory.accessFile, '{"password":"s3cret-hash"}');
  await write(directory.notificationsFile, '[{"url":"s3cret-webhook"}]');
  await write(directory.inventoryFile, '{"version":1}');
  return {
    directory,
    file,
    write,
    backup: (with_ = null) =>
      makeBackup({
        directory,
        file,
        passphrase: with_,
        copyDatabase: (to) => writeFile(to, database),
        version: '1.2.3',
        now,
      }),
    restore: (with_ = null, from = file) => restoreBackup({ directory, file: from, passphrase: with_, now }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

test('a backup without a passphrase holds settings and history and nothing secret', async () => {
  await using world = await openWorld();
  const made = await world.backup();
  assert.ok(made.ok);
  assert.deepEqual(made.value.manifest.parts, [
    'config/settings.json',
    'config/children.json',
    'data/inventory.json',
    'data/dropwise.db',
  ]);
  assert.equal((await stat(world.file)).mode & 0o777, 0o600);
  const content = gunzipSync(await readFile(world.file)).toString('latin1');
  for (const secret of secrets) assert.ok(!content.includes(secret), secret);
  assert.ok(content.includes('// mine'));
  assert.deepEqual(
    (await readdir(world.directory.dataFolder)).filter((name) => name.startsWith('.')),
    [],
  );
});

test('settings that have no secrets are backed up as they are, whatever else is missing from them', async () => {
  await using world = await openWorld();
  for (const text of [
    '{ "maintenance": { "reloadMinutes": 40 } }',
    '{ "network": { "connectionQuality": 2 } }',
    '{}',
  ]) {
    await world.write(world.directory.settingsFile, text);
    const made = await world.backup();
    assert.ok(made.ok, text);
    assert.ok(
      gunzipSync(await readFile(world.file))
        .toString('latin1')
        .includes(text),
      text,
    );
    await rm(world.file);
  }
});

test('under a passphrase the credentials are in it, and cannot be read', async () => {
  await using world = await openWorld();
  const made = await world.backup(passphrase);
  assert.ok(made.ok && made.value.manifest.withCredentials);
  const content = gunzipSync(await readFile(world.file)).toString('latin1');
  for (const secret of secrets) assert.ok(!content.includes(secret), secret);
});

test('what was backed up under a passphrase comes back to the byte in an empty directory', async () => {
  await using world = await openWorld();
  const { directory } = world;
  const files = [
    directory.settingsFile,
    directory.childrenFile,
    directory.cookieJarFile,
    directory.accessFile,
    directory.notificationsFile,
    directory.inventoryFile,
  ];
  const before = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  assert.ok((await world.backup(passphrase)).ok);
  await rm(directory.root, { recursive: true });
  await prepareDataDirectory(directory);
  const restored = await world.restore(passphrase);
  assert.ok(restored.ok, restored.ok ? '' : restored.failure);
  assert.deepEqual(await Promise.all(files.map((path) => readFile(path, 'utf8'))), before);
  assert.deepEqual(await readFile(directory.databaseFile), database);
  for (const path of files) assert.equal((await stat(path)).mode & 0o777, 0o600, path);
});

test('without the passphrase the credentials that are here stay, proxy and environments too', async () => {
  await using world = await openWorld();
  const { directory } = world;
  assert.ok((await world.backup(passphrase)).ok);
  await world.write(
    directory.settingsFile,
    '{"mining":{"mode":"plan"},"network":{"proxy":"http://bob:now@127.0.0.1:2"}}',
  );
  await world.write(directory.cookieJarFile, 'newer login');
  const restored = await world.restore();
  assert.ok(restored.ok);
  assert.match(restored.value.notes.join(), /no passphrase was given/);
  assert.equal(await readFile(directory.cookieJarFile, 'utf8'), 'newer login');
  const settings = await readFile(directory.settingsFile, 'utf8');
  assert.match(settings, /"mode": "random"/);
  assert.match(settings, /bob:now/);
  assert.match(await readFile(directory.childrenFile, 'utf8'), /s3cret-env/);
});

test('what stood there before is kept, the write-ahead log of the database with it', async () => {
  await using world = await openWorld();
  const { directory } = world;
  assert.ok((await world.backup()).ok);
  await world.write(directory.databaseFile, 'old database');
  await world.write(`${directory.databaseFile}-wal`, 'old log');
  const restored = await world.restore();
  assert.ok(restored.ok);
  const { keptIn } = restored.value;
  assert.ok(keptIn !== null);
  assert.equal(await readFile(join(keptIn, 'data/dropwise.db'), 'utf8'), 'old database');
  assert.equal(await readFile(join(keptIn, 'data/dropwise.db-wal'), 'utf8'), 'old log');
  assert.equal(await stat(`${directory.databaseFile}-wal`).catch(() => null), null);
  assert.match(await readFile(join(keptIn, 'config/settings.json'), 'utf8'), /s3cret-proxy/);
});

const refused: readonly (readonly [
  what: string,
  spoil: (world: World) => Promise<string>,
  with_: string | null,
  message: RegExp,
])[] = [
  ['a wrong passphrase', async ({ file }) => file, 'not the passphrase', /does not open the credentials/],
  [
    'a file cut short',
    async ({ file }) => {
      const whole = await readFile(file);
      await writeFile(file, whole.subarray(0, whole.length / 2));
      return file;
    },
    null,
    /cannot be restored/,
  ],
  [
    'some other file',
    async ({ file, write }) => {
      await write(`${file}.txt`, 'hello');
      return `${file}.txt`;
    },
    null,
    /cannot be restored/,
  ],
  ['a file that is not there', async ({ file }) => `${file}.gone`, null, /cannot be restored/],
  [
    'somebody else’s archive',
    async ({ file, write }) => {
      const folder = dirname(file);
      await write(join(folder, 'a.txt'), 'x');
      await create({ file: `${file}.other`, cwd: folder, gzip: true }, ['a.txt']);
      return `${file}.other`;
    },
    null,
    /no backup of Dropwise/,
  ],
  [
    'a backup of a later format',
    async ({ file, write }) => {
      const folder = dirname(file);
      const manifest = { format: 99, version: '9.0.0', madeAt: 1, parts: [], withCredentials: false };
      await write(join(folder, 'dropwise-backup.json'), JSON.stringify(manifest));
      await create({ file: `${file}.later`, cwd: folder, gzip: true }, ['dropwise-backup.json']);
      return `${file}.later`;
    },
    null,
    /made by Dropwise 9\.0\.0, whose backups this version does not know/,
  ],
];

for (const [what, spoil, with_, message] of refused) {
  test(`${what} is refused, and nothing is changed`, async () => {
    await using world = await openWorld();
    assert.ok((await world.backup(passphrase)).ok);
    const file = await spoil(world);
    const before = await readFile(world.directory.cookieJarFile, 'utf8');
    const restored = await world.restore(with_, file);
    assert.ok(!restored.ok);
    assert.match(restored.failure, message);
    assert.equal(await readFile(world.directory.cookieJarFile, 'utf8'), before);
    assert.deepEqual(
      (await readdir(world.directory.root)).filter((name) => name.startsWith('before-restore')),
      [],
    );
  });
}

test('an archive that reaches outside, or holds links, puts nothing there', async () => {
  await using world = await openWorld();
  const folder = join(dirname(world.file), 'evil');
  const manifest = { format: 1, version: '1.0.0', madeAt: 1, parts: ['config/settings.json'], withCredentials: false };
  await world.write(join(folder, 'dropwise-backup.json'), JSON.stringify(manifest));
  await world.write(join(folder, 'outside.txt'), 'x');
  await mkdir(join(folder, 'config'), { recursive: true });
  await symlink('/etc/passwd', join(folder, 'config/settings.json'));
  const file = join(dirname(world.file), 'evil.tar.gz');
  await create({ file, cwd: folder, gzip: true, preservePaths: true }, [
    'dropwise-backup.json',
    'config/settings.json',
    '../evil/outside.txt',
  ]);
  const before = await readFile(world.directory.settingsFile, 'utf8');
  const restored = await world.restore(null, file);
  assert.deepEqual(restored.ok && restored.value.restored, []);
  assert.equal(await readFile(world.directory.settingsFile, 'utf8'), before);
});

test('a settings file that does not parse goes only into the sealed part, and that is said', async () => {
  await using world = await openWorld();
  await world.write(world.directory.settingsFile, '{"network": {"proxy": "s3cret-proxy"');
  const made = await world.backup(passphrase);
  assert.ok(made.ok);
  assert.match(made.value.notes.join(), /config\/settings\.json cannot be read/);
  assert.ok(
    !gunzipSync(await readFile(world.file))
      .toString('latin1')
      .includes('s3cret-proxy'),
  );
});

test('a settings file without a single secret can be backed up', async () => {
  await using world = await openWorld();
  for (const text of ['{"mining":{"mode":"random"}}', '{}', '{"network":{"connectionQuality":2}}', '\uFEFF{}']) {
    await world.write(world.directory.settingsFile, text);
    const made = await world.backup();
    assert.ok(made.ok, made.ok ? '' : made.failure);
    assert.ok(made.value.manifest.parts.includes('config/settings.json'), text);
  }
});

test('secrets in comments, misspelt keys, repeated keys and arguments stay out as well', async () => {
  await using world = await openWorld();
  const proxy = 'http://ann:s3cret-proxy@127.0.0.1:1';
  await world.write(
    world.directory.settingsFile,
    `{ // "proxy": "${proxy}"\n"netwrok": { "proxy": "${proxy}" },\n"network": { "proxy": "${proxy}", "proxy": "${proxy}" } }`,
  );
  const command = ['run', '--password', 's3cret-env', '--api-token=s3cret-hash'];
  await world.write(world.directory.childrenFile, JSON.stringify([{ id: 'other', command }]));
  assert.ok((await world.backup()).ok);
  const content = gunzipSync(await readFile(world.file)).toString('latin1');
  for (const secret of secrets) assert.ok(!content.includes(secret), secret);
  assert.ok((await world.restore()).ok);
  const [child] = JSON.parse(await readFile(world.directory.childrenFile, 'utf8'));
  assert.deepEqual(child.command, command, 'those that are here stay');
});

test('a short passphrase is refused before anything is made', async () => {
  await using world = await openWorld();
  const made = await world.backup('short');
  assert.match(made.ok ? '' : made.failure, /at least 8 characters, found 5/);
  assert.equal(await stat(world.file).catch(() => null), null);
});

test('a database that cannot be copied leaves no half backup', async () => {
  await using world = await openWorld();
  const made = await makeBackup({
    directory: world.directory,
    file: world.file,
    passphrase: null,
    copyDatabase: async () => {
      throw new Error('disk full');
    },
    version: '1.2.3',
    now,
  });
  assert.match(made.ok ? '' : made.failure, /could not be made: disk full/);
  assert.equal(await stat(world.file).catch(() => null), null);
  assert.deepEqual(
    (await readdir(world.directory.dataFolder)).filter((name) => name.startsWith('.')),
    [],
  );
});

test('a sealed text opens only whole, with its passphrase, and is another every time', async () => {
  const text = Buffer.from('a login');
  const sealed = await seal(text, passphrase);
  const opened = await unseal(sealed, passphrase);
  assert.ok(opened.ok && opened.value.equals(text));
  assert.ok(!sealed.equals(await seal(text, passphrase)));
  for (const at of [0, 10, 30, 40, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.ok(!(await unseal(changed, passphrase)).ok, `byte ${at}`);
  }
  assert.ok(!(await unseal(sealed.subarray(0, 20), passphrase)).ok);
});

test('the name of a backup says when it was made', () => {
  assert.equal(backupFileName(now), 'dropwise-backup-2026-03-01T04-30-00Z.tar.gz');
  assert.match(backupFileName(now), backupNamePattern);
});
