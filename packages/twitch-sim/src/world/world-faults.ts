import type { FaultBoard } from '../fault-board.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { earnableDrops } from './campaigns.ts';
import type { WorldChannel } from './channels.ts';
import type { World } from './world.ts';

/** The scenario's switches are faults that are in force from the start. Protocol 0.2. */
export function applySwitches({ switches }: Scenario, faults: FaultBoard): void {
  for (const target of switches.deviceLoginRefusedFor) faults.set({ kind: 'deviceLoginRefused', target });
  for (const target of switches.nullCatalogueFor) faults.set({ kind: 'nullCatalogue', target });
  for (const client of switches.dropEventsRefusedFor) {
    faults.set({ kind: 'listenRefused', target: 'user-drop-events', client, error: 'ERR_BADAUTH' });
  }
  for (const target of switches.integrityRequiredFor) faults.set({ kind: 'failedIntegrityCheck', target });
}

/** Two faults are a change in the world, not a bent answer: they act when they are set. */
export function connectFaults(faults: FaultBoard, world: World): void {
  faults.onChange(({ kind, fault }) => {
    if (fault.kind === 'otherViewer') {
      const channel = kind === 'set' ? otherViewersChannel(world, fault.target) : undefined;
      if (channel === undefined) world.crediting.stopOtherViewer();
      else world.crediting.startOtherViewer(channel.definition.id);
    }
    if (fault.kind === 'streamUpWithoutStream' && kind === 'set') {
      const channel =
        fault.target === undefined
          ? world.channels.all.find((each) => !isLive(world, each))
          : world.channels.findByLogin(fault.target);
      faults.strikeIf('streamUpWithoutStream', (each) => each === fault);
      if (channel !== undefined) world.channels.pretendStreamWentUp(channel.definition.id);
    }
  });
}

/** The one named, else a live one where something can be earned, of another game than what is watched here. */
function otherViewersChannel(world: World, login: string | undefined): WorldChannel | undefined {
  if (login !== undefined) return world.channels.findByLogin(login);
  const here = world.channels.find(world.crediting.lastSign?.channelId ?? '');
  const live = world.channels.all.filter((each) => isLive(world, each) && hasSomethingToEarn(world, each));
  return (
    live.find((each) => each.definition.gameId !== here?.definition.gameId) ??
    live.find((each) => each !== here) ??
    live[0]
  );
}

function isLive(world: World, channel: WorldChannel): boolean {
  return world.channels.streamOf(channel.definition.id) !== null;
}

function hasSomethingToEarn(world: World, channel: WorldChannel): boolean {
  const gameId = world.channels.streamOf(channel.definition.id)?.game?.id ?? null;
  for (const campaign of world.campaigns.candidatesFor(channel.definition.id, gameId)) {
    if (earnableDrops(campaign, world.now()).length > 0) return true;
  }
  return false;
}
