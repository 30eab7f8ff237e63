import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingProgram, openRealProxy } from '../../apps/audience/src/wire/testing/real-proxy.ts';
import { makeFolder } from '../e2e/processes.ts';
import { failuresOf, figureOf, startAudienceRun } from './audience-run.ts';
import { makeConsentText } from './consent-text.ts';
import { writeProxyList } from './proxy-list.ts';
import { recordedSegments, startRecordingOrigin } from './recording.ts';

const viewers = 12;
const skip = missingProgram('ffmpeg', 'nginx', 'tinyproxy', 'microsocks', 'ss');

test('of each proxy the report counts the bytes that the kernel did', { skip }, async () => {
  await using folder = await makeFolder();
  await using origin = await startRecordingOrigin();
  await origin.consent(await makeConsentText(folder.path, '/recording/'));
  await using tinyproxy = await openRealProxy('tinyproxy');
  await using microsocks = await openRealProxy('microsocks');
  const list = await writeProxyList(folder.path, [tinyproxy, microsocks]);
  const flags = ['--join-over', '1s', '--proxy-list', list, '--direct-share', '25%', '--data-dir', folder.path];
  await using run = startAudienceRun([origin.url, `${viewers}`, ...flags]);
  // Everything is loaded; all of them still play it, over connections that stand idle.
  await run.sample(({ segments }) => segments === viewers * recordedSegments);
  const counted = await Promise.all([tinyproxy, microsocks].map((proxy) => proxy.countKernelBytes()));
  const report = await run.report();
  assert.deepEqual(failuresOf(report), {});
  const ways = ['proxy-0', 'proxy-1'].map((name) => report.egress.find((way) => way.name === name));
  assert.deepEqual(
    ways.map((way) => ({ fromViewers: way?.writtenBytes, toViewers: way?.readBytes })),
    counted,
  );
  const all = report.egress.reduce((sum, { readBytes, writtenBytes }) => sum + readBytes + writtenBytes, 0);
  assert.equal(figureOf(report, 'wire_bytes'), all);
  assert.equal(
    report.egress.reduce((sum, way) => sum + way.viewers, 0),
    viewers,
  );
});
