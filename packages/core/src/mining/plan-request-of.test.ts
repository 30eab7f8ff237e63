import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { channelId, dropId } from '@dropwise/kit';
import type { CampaignReport } from '../drops/report.ts';
import { planRequestOf } from './plan-request-of.ts';
import type { MiningSettings } from './settings.ts';
import { dropReport, ferry, hour, instanceIdOf, lanterns } from './testing/fixtures.ts';
import { ferryChannel, lantern, lanternChannel, must, of, plannedBench } from './testing/planned.ts';
import { failure } from './testing/reading.ts';

describe('the plan’s request', () => {
  const allow = { allowList: [{ id: channelId('1'), login: 'channel_1' }] };
  const requestOf = (reports: readonly CampaignReport[], settings: Partial<MiningSettings> = {}) => {
    const bench = plannedBench(reports, settings);
    return planRequestOf(bench.state, bench.now);
  };

  test('tells campaigns that cannot be told apart on a channel from those that can', () => {
    const { campaigns } = requestOf([of('open'), of('listed', lanterns, 24, 60, allow)]);
    const [listed, open] = campaigns;
    assert.deepEqual([listed?.campaign.name, listed?.supply.kind], ['listed', 'chance']);
    assert.deepEqual([open?.campaign.name, open?.supply.kind], ['open', 'always']);
    assert.equal(open?.line, lanterns.id);
    assert.notEqual(listed?.line, lanterns.id);
  });

  test('says why a drop cannot be earned by watching', () => {
    const report = of('mixed');
    const drops = [
      ...(report.drops ?? []),
      dropReport('subs', { requiredMinutes: 0, requiredSubs: 2 }),
      dropReport('nothing', { benefits: [] }),
    ];
    const { campaigns } = requestOf([{ ...report, drops }]);
    assert.deepEqual(campaigns[0]?.blocks, [null, 'subscription-only', 'no-benefit']);
  });

  test('holds back what follows a drop that only the owner can claim', () => {
    const report = of('chain');
    const second = dropReport('chain-2', { preconditionIds: [dropId('drop-chain-1')] });
    const third = dropReport('chain-3', { preconditionIds: [dropId('drop-chain-2')] });
    const bench = plannedBench([{ ...report, drops: [...(report.drops ?? []), second, third] }]);
    const first = dropId('drop-chain-1');
    bench.send({ kind: 'dropBecameClaimable', dropId: first, instanceId: instanceIdOf('chain-1') });
    bench.send({ kind: 'claimAnswered', dropId: first, outcome: { kind: 'failed', failure: failure('integrity') } });
    const { campaigns } = planRequestOf(bench.state, bench.now);
    assert.deepEqual(campaigns[0]?.blocks, [null, 'precondition-open', 'precondition-open']);
  });

  test('leaves out what can never be earned, unless it is a must', () => {
    const reports = [of('lantern'), of('harbour', ferry, 24, 60, { linked: false })];
    const names = (settings: Partial<MiningSettings>): readonly string[] =>
      requestOf(reports, { badgesAndEmotesUnlinked: false, ...settings }).campaigns.map(
        ({ campaign }) => campaign.name,
      );
    assert.deepEqual(names({}), ['lantern']);
    assert.deepEqual(names(must), ['harbour', 'lantern']);
  });

  test('remembers an empty directory until it is read again', () => {
    const reports = [of('lantern'), of('harbour', ferry)];
    const bench = plannedBench(reports, {}, [lanternChannel]);
    const supplies = () =>
      planRequestOf(bench.state, bench.now).campaigns.map(({ campaign, supply }) => `${campaign.name} ${supply.kind}`);
    assert.deepEqual(supplies(), ['harbour chance', 'lantern always']);
    bench.wait(hour);
    bench.send({ kind: 'reloadRequested' });
    bench.inventory(reports);
    assert.deepEqual(supplies(), ['harbour chance', 'lantern always'], 'nobody has looked again yet');
    bench.send({ kind: 'streamWentDown', channelId: channelId('1') });
    bench.channels([ferryChannel]);
    assert.deepEqual(supplies(), ['harbour always', 'lantern chance']);
  });

  test('names what is being credited', () => {
    assert.equal(requestOf([of('lantern')]).watchingId, lantern);
  });
});
