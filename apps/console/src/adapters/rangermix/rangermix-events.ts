import * as v from 'valibot';
import { sayOfAdapter } from '../adapter-sayings.ts';
import { withStatus } from '../lines/fold-fact.ts';
import { raised } from '../lines/meanings.ts';
import type { MinerPicture } from '../lines/miner-picture.ts';
import { faultCode } from '../lines/rows/ending.ts';
import { createChannelMirror } from './channel-mirror.ts';
import { createInventoryMirror } from './inventory-mirror.ts';
import { noteCode, noteLogin } from './login-mirror.ts';
import { nameDrop } from './name-drop.ts';
import { noteManual } from './note-manual.ts';
import { createSocketTally } from './note-socket.ts';
import { phaseOf } from './status-phase.ts';
import {
  campaign,
  channel,
  describeMisfit,
  events,
  isEventName,
  type RangermixEventName,
  type RangermixEvents,
  type WireProgress,
} from './wire.ts';
import { campaignViewOf, dropViewOf, progressViewOf } from './wire-to-view.ts';

export interface EventOptions {
  readonly picture: MinerPicture;
  readonly onConsole: (message: string) => void;
  readonly onSettings: (settings: Readonly<Record<string, unknown>>, isFirst: boolean) => void;
  /** What of an event did not fit, as a sentence: the event, or that part of it, was left out. */
  readonly onMisfit: (sentence: string) => void;
}

/** Takes rangermix' events, whatever is in them. */
export interface RangermixEventReader {
  take(event: string, payload: unknown, at: number): void;
}

type Handlers = { readonly [Name in RangermixEventName]: (payload: RangermixEvents[Name], at: number) => void };

export function createEventReader(options: EventOptions): RangermixEventReader {
  const handlers = createHandlers(options);
  return {
    take: (event, payload, at) => {
      if (!isEventName(event)) return;
      const checked = v.safeParse(events[event] as v.GenericSchema, payload ?? {}, { abortEarly: true });
      if (checked.success) {
        // The schema of this name was what it passed.
        (handlers[event] as (payload: unknown, at: number) => void)(checked.output, at);
      } else options.onMisfit(`${event} was left out, because of ${describeMisfit(checked.issues[0])}`);
    },
  };
}

function createHandlers({ picture, onConsole, onSettings, onMisfit }: EventOptions): Handlers {
  const channels = createChannelMirror(picture);
  const inventory = createInventoryMirror(picture);
  const sockets = createSocketTally(picture);
  const readAll = <Schema extends v.GenericSchema>(schema: Schema, items: readonly unknown[], what: string) =>
    items.flatMap((item): v.InferOutput<Schema>[] => {
      const checked = v.safeParse(schema, item, { abortEarly: true });
      if (checked.success) return [checked.output];
      onMisfit(`A ${what} was left out, because of ${describeMisfit(checked.issues[0])}`);
      return [];
    });
  const putCampaigns = (items: readonly unknown[], at: number): void => {
    inventory.beginRebuild();
    for (const each of readAll(campaign, items, 'campaign')) inventory.put(campaignViewOf(each), at);
    inventory.endRebuild(at);
  };
  const setStatus = (text: string): void => {
    const phase = phaseOf(text) ?? picture.view.status.phase;
    picture.put({ status: withStatus(picture.view, { phase, status: text }).status });
  };
  const setProgress = (wire: WireProgress, at: number): void => {
    const drop = nameDrop(
      { id: wire.campaign_id, name: wire.campaign_name, game: wire.game_name },
      { id: wire.drop_id, name: wire.drop_name },
    );
    const { current_minutes: minutes, required_minutes: requiredMinutes } = wire;
    picture.minutes({ drop, minutes, requiredMinutes, by: null }, at);
    picture.put({ progress: progressViewOf(wire, inventory.campaigns[wire.campaign_id], at) });
  };

  return {
    initial_state: (state, at) => {
      channels.replaceAll(readAll(channel, state.channels, 'channel'), at);
      // While it is still fetching there is nothing yet to compare with later.
      if (state.campaigns.length > 0) putCampaigns(state.campaigns, at);
      noteLogin(picture, state.login, at);
      if (state.login.oauth_pending !== null) noteCode(picture, state.login.oauth_pending, at);
      noteManual(picture, state.manual_mode, at);
      if (state.current_drop !== null) setProgress(state.current_drop, at);
      setStatus(state.status);
      onSettings(state.settings, true);
    },
    status_update: ({ status }) => setStatus(status),
    console_output: ({ message }) => onConsole(message),
    channel_add: (wire, at) => channels.put(wire, at),
    channel_update: (wire, at) => channels.put(wire, at),
    channel_remove: ({ id }) => channels.remove(id),
    channels_clear: (_, at) => channels.replaceAll([], at),
    channels_batch_update: (batch, at) => channels.replaceAll(readAll(channel, batch.channels, 'channel'), at),
    channel_watching: ({ id }, at) => channels.watch(id, at),
    channel_watching_clear: (_, at) => channels.watchNothing(at),
    inventory_clear: () => inventory.beginRebuild(),
    inventory_batch_update: (batch, at) => putCampaigns(batch.campaigns, at),
    campaign_add: (wire, at) => inventory.put(campaignViewOf(wire), at),
    drop_update: ({ campaign_id, drop }, at) => {
      if (!inventory.putDrop(campaign_id, dropViewOf(drop), at)) {
        onMisfit('drop_update was left out, because it is about a campaign that was not told');
      }
    },
    drop_progress: setProgress,
    drop_progress_stop: () => picture.put({ progress: null }),
    login_status: (login, at) => noteLogin(picture, login, at),
    oauth_code_required: (code, at) => noteCode(picture, code, at),
    settings_updated: (settings) => onSettings(settings, false),
    games_available: (_, at) => inventory.endRebuild(at),
    manual_mode_update: (manual, at) => noteManual(picture, manual, at),
    websocket_status: (socket, at) => sockets.note(socket, at),
    attention_required: (_, at) => picture.take([attention], at),
  };
}

const attention = raised({
  code: faultCode,
  level: 'broken',
  said: sayOfAdapter('line-ended-error'),
  todo: sayOfAdapter('line-restart-todo'),
});
