import type { HeldReasonView, StatusView } from '@dropwise/contract';
import type { MessageKey } from '../../locales/en/index.ts';

/** The step that fits a reason, as something to press. */
export type HealthAction =
  | { readonly kind: 'page'; readonly label: MessageKey; readonly address: string }
  | { readonly kind: 'outside'; readonly label: MessageKey; readonly address: string }
  /** A request; needs the right to control. */
  | { readonly kind: 'ask'; readonly label: MessageKey; readonly path: string };

type ActionRule = (reason: HeldReasonView, childId: string) => HealthAction;

const page =
  (label: MessageKey, address: string): ActionRule =>
  () => ({ kind: 'page', label, address });
const lookAgain: ActionRule = () => ({ kind: 'ask', label: 'now.do.lookAgain', path: 'api/reload' });
const start: ActionRule = (_reason, childId) => ({
  kind: 'ask',
  label: 'now.do.start',
  path: `api/children/${encodeURIComponent(childId)}/start`,
});
const restart: ActionRule = (_reason, childId) => ({
  kind: 'ask',
  label: 'now.do.restart',
  path: `api/children/${encodeURIComponent(childId)}/restart`,
});
const claim: ActionRule = ({ detail }) => ({
  kind: 'outside',
  label: 'now.do.claim',
  address: detail?.link ?? 'https://www.twitch.tv/drops/inventory',
});
const log = page('now.do.log', 'log');

const rules: Readonly<Record<string, readonly ActionRule[]>> = {
  'login-refused': [page('now.do.client', 'settings/twitch')],
  'idle-no-campaigns': [lookAgain],
  'idle-nothing-wanted': [page('now.do.whyNot', 'campaigns'), lookAgain],
  'idle-all-earned': [page('now.do.campaigns', 'campaigns')],
  'idle-no-live-channel': [page('now.do.channels', 'channels'), lookAgain],
  'idle-paused': [page('now.do.pausedHours', 'settings/mining')],
  'claim-by-hand': [claim],
  'claim-failing': [claim],
  'not-counting': [page('now.do.update', 'help')],
  'query-hash-stale': [page('now.do.update', 'help')],
  'plan-failing': [page('now.do.update', 'help')],
  'must-at-risk': [page('now.do.plan', 'plan')],
  quarantined: [page('now.do.whyNot', 'campaigns')],
  'catalogue-null': [page('now.do.discovery', 'settings/discovery')],
  'miner-blind': [page('now.do.discovery', 'settings/discovery')],
  'catalogue-stale': [lookAgain],
  'catalogue-incomplete': [lookAgain],
  'proxy-failing': [page('now.do.network', 'settings/network')],
  'twitch-slow': [page('now.do.network', 'settings/network')],
  'settings-invalid': [page('now.do.settings', 'settings')],
  'miner-stopped': [start],
  'miner-given-up': [start, log],
  'miner-restarting': [log],
  'miner-not-starting': [restart, log],
  'miner-degraded': [log],
  'other-miner-down': [page('now.do.miners', 'miners')],
  'store-failing': [page('now.do.storage', 'setup/storage')],
};

/** What can be pressed about it, the fitting one first; requests only for who may make them. */
export function actionsFor(reason: HeldReasonView, childId: string, mayControl: boolean): readonly HealthAction[] {
  // A reason of a miner's own words may mean something else than ours of that name.
  const own = Object.hasOwn(rules, reason.code) ? (rules[reason.code] ?? []) : [];
  return own.map((rule) => rule(reason, childId)).filter(({ kind }) => kind !== 'ask' || mayControl);
}

const signInCodes: readonly string[] = ['login-needed', 'login-expired', 'login-refused', 'session-revoked'];

/** The panel for signing in says what to do about it. */
export function isAboutSignIn({ code }: Pick<HeldReasonView, 'code'>): boolean {
  return signInCodes.includes(code);
}

/** The console dates what it finds by its own clock; everything else is on the miner's. */
export function isOfConsole({ code }: Pick<HeldReasonView, 'code'>): boolean {
  return /^(?:miner|other-miner|store)-/.test(code);
}

/** How old the proof is that minutes count. */
export type Proof =
  | { readonly kind: 'confirmed'; readonly at: number }
  /** Watching since then, and nothing was confirmed here. */
  | { readonly kind: 'waiting'; readonly since: number }
  | { readonly kind: 'none' };

export function proofOf({ watching }: Pick<StatusView, 'watching'>, progressConfirmedAt: number | null): Proof {
  if (watching === null) return { kind: 'none' };
  // What was confirmed before this channel was watched proves nothing of it.
  const ofDrop = progressConfirmedAt !== null && progressConfirmedAt >= watching.since ? progressConfirmedAt : 0;
  const at = Math.max(watching.lastConfirmedAt ?? 0, ofDrop);
  return at > 0 ? { kind: 'confirmed', at } : { kind: 'waiting', since: watching.since };
}
