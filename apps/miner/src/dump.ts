import { join } from 'node:path';
import { healthOf, settingDefinitions, whyNotCampaign, whyNotContext } from '@dropwise/core';
import {
  createMask,
  type DataDirectory,
  type LoadedSettings,
  maskSecrets,
  writeFileAtomically,
} from '@dropwise/runtime';
import type { Miner } from './miner.ts';

/** Writes what helps to understand a problem, with nothing in it that names the account. Returns the file's path. */
export async function writeDump(
  directory: DataDirectory,
  miner: Miner,
  settings: LoadedSettings,
  now: number,
): Promise<string> {
  const path = join(directory.logsFolder, `dump-${new Date(now).toISOString().replaceAll(':', '-')}.json`);
  await writeFileAtomically(path, `${maskSecrets(JSON.stringify(describeForDump(miner, settings, now), null, 2))}\n`, {
    mode: 0o600,
  });
  return path;
}

function describeForDump(miner: Miner, settings: LoadedSettings, now: number): unknown {
  const { state } = miner;
  const context = whyNotContext(state, now);
  const health = healthOf(state, now);
  return createMask().maskTree({
    writtenAt: new Date(now).toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    health: {
      code: health.code,
      level: health.level,
      others: health.others.map(({ code, since }) => ({ code, since })),
    },
    phase: state.phase,
    account: state.account.kind,
    totals: state.totals,
    transports: state.transports,
    socket: state.socket,
    inventory: state.inventory,
    requests: miner.twitch.counts(),
    settings: Object.fromEntries(
      settingDefinitions.map(({ key, secret }) => {
        const given = settings.values.get(key);
        return [
          key,
          { origin: given?.origin, value: secret === true && given?.value !== '' ? '[secret]' : given?.value },
        ];
      }),
    ),
    campaigns: Object.values(state.campaigns).map((campaign) => ({
      ...campaign,
      id: campaign.id,
      why: whyNotCampaign(context, campaign).code,
      allowList: campaign.allowList?.length ?? null,
      drops: campaign.drops.map((drop) => ({
        ...drop,
        id: drop.id,
        benefits: drop.benefits.map((benefit) => ({ name: benefit.name, kind: benefit.kind })),
        claim: drop.claim.kind,
      })),
    })),
    channels: Object.values(state.channels).map((channel) => ({
      id: channel.id,
      login: channel.login,
      game: channel.stream?.game?.name ?? null,
      live: channel.stream !== null,
      allowListed: channel.allowListed,
      doubtfulUntil: channel.doubtfulUntil,
    })),
    quarantine: Object.values(state.quarantine).map((entry) => ({ ...entry })),
  });
}
