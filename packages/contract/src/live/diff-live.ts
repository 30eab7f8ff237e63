import { dequal } from 'dequal/lite';
import type { LiveChange } from './live-event.ts';
import type { LiveState } from './live-state.ts';

/** What a state says, without its place in the stream. */
export type LiveContent = Omit<LiveState, 'epoch' | 'seq' | 'at'>;

/**
 * The changes that make `before` say what `after` says. Same objects say the same and are not looked into. Lines are only ever
 * added: those of `after` that are newer than the newest of `before`.
 */
export function diffLive(before: LiveContent, after: LiveContent): readonly LiveChange[] {
  return [...diffChildren(before, after), ...diffParts(before, after), ...diffMiner(before, after)];
}

function diffParts(before: LiveContent, after: LiveContent): LiveChange[] {
  const { status, minerClock, login, health, settings } = after;
  const changes: LiveChange[] = [];
  if (!isSame(before.status, status) || !isSame(before.minerClock, minerClock)) {
    changes.push({ name: 'status_update', status, minerClock });
  }
  if (!isSame(before.login, login)) changes.push({ name: 'login_required', login });
  if (!isSame(before.health, health)) changes.push({ name: 'health_update', health });
  if (!isSame(before.settings, settings)) changes.push({ name: 'settings_updated', settings });
  return changes;
}

function diffMiner(before: LiveContent, after: LiveContent): LiveChange[] {
  const { progress, plan } = after;
  const changes: LiveChange[] = [];
  compare(before.campaigns, after.campaigns, {
    added: (campaign) => changes.push({ name: 'campaign_add', campaign }),
    changed: (campaign) => changes.push({ name: 'campaign_add', campaign }),
    removed: (id) => changes.push({ name: 'campaign_remove', id }),
  });
  compare(before.channels, after.channels, {
    added: (channel) => changes.push({ name: 'channel_add', channel }),
    changed: (channel) => changes.push({ name: 'channel_update', channel }),
    removed: (id) => changes.push({ name: 'channel_remove', id }),
  });
  if (!isSame(before.progress, progress)) changes.push({ name: 'drop_progress', progress });
  if (!isSame(before.plan, plan)) changes.push({ name: 'plan_update', plan });
  const lastSeq = before.lines.at(-1)?.seq ?? -1;
  const lines = before.lines === after.lines ? [] : after.lines.filter(({ seq }) => seq > lastSeq);
  if (lines.length > 0) changes.push({ name: 'console_output', lines, skippedCount: 0 });
  return changes;
}

function diffChildren(before: LiveContent, after: LiveContent): LiveChange[] {
  const changes: LiveChange[] = [];
  compare(before.children, after.children, {
    added: (child) => changes.push({ name: 'child_update', child }),
    changed: (child) => changes.push({ name: 'child_update', child }),
    removed: (id) => changes.push({ name: 'child_remove', id }),
  });
  return changes;
}

interface Outcome<Item> {
  added(item: Item): void;
  changed(item: Item): void;
  removed(id: string): void;
}

function compare<Item>(
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
  outcome: Outcome<Item>,
): void {
  if (before === after) return;
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) outcome.removed(id);
  for (const [id, item] of Object.entries(after)) {
    // An id is a stranger's text: `constructor` is no item of an object that has none.
    if (!Object.hasOwn(before, id)) outcome.added(item);
    else if (!isSame(before[id], item)) outcome.changed(item);
  }
}

function isSame(before: unknown, after: unknown): boolean {
  return before === after || dequal(before, after);
}
