import { clear, raise } from '../conditions.ts';
import { obeyPause } from '../idle.ts';
import type { Input } from '../input.ts';
import { endManual, request } from '../pipeline.ts';
import { scheduleReload } from '../schedule.ts';
import type { MiningSettings } from '../settings.ts';
import { emit, patch, type Turn, tell } from '../turn.ts';

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

export function onSettingsChanged(turn: Turn, input: Of<'settingsChanged'>): void {
  const before = turn.state.settings;
  patch(turn, { settings: input.settings });
  if (!asksTheSame(before, input.settings)) patch(turn, { price: null });
  if (turn.state.account.kind !== 'signedIn') return;
  obeyPause(turn);
  if (before.reloadMinutes !== input.settings.reloadMinutes) scheduleReload(turn);
  const sourcesChanged =
    before.catalogue !== input.settings.catalogue || before.availableDrops !== input.settings.availableDrops;
  request(turn, sourcesChanged ? 'inventoryFetch' : 'gamesUpdate');
}

/** Other wishes compete for the time: what a minute is worth has to be learnt anew. */
function asksTheSame(a: MiningSettings, b: MiningSettings): boolean {
  const asked = ({ wishes, priority, planGoal }: MiningSettings): string =>
    JSON.stringify([wishes, priority, planGoal]);
  return asked(a) === asked(b);
}

export function onSettingsJudged(turn: Turn, { problem }: Of<'settingsJudged'>): void {
  clear(turn, 'settings-invalid');
  if (problem === null) return;
  const { sentence, place, key } = problem;
  raise(turn, 'settings-invalid', 'settings', { detail: sentence, place, ...(key !== null && { key }) });
}

/** New hashes, addresses or client ids: what was refused may work now. */
export function onProtocolChanged(turn: Turn): void {
  clear(turn, 'query-hash-stale');
  if (turn.state.account.kind === 'signedIn') request(turn, 'inventoryFetch');
  else emit(turn, { kind: 'signIn', fresh: false });
}

export function onReloadRequested(turn: Turn): void {
  if (turn.state.account.kind === 'signedIn') request(turn, 'inventoryFetch');
}

export function onChannelSelected(turn: Turn, input: Of<'channelSelected'>): void {
  const known = turn.state.channels[input.channelId];
  patch(turn, {
    manual: { channelId: input.channelId, gameId: known?.stream?.game?.id ?? null, since: turn.now },
  });
  tell(turn, { kind: 'manualStarted', login: input.login });
  if (known === undefined) emit(turn, { kind: 'checkChannel', channelId: input.channelId, login: input.login });
  else request(turn, 'channelSwitch');
}

export function onManualEnded(turn: Turn): void {
  if (turn.state.manual === null) return;
  endManual(turn, 'you ended it');
  request(turn, 'channelSwitch');
}
