import type { LoginView, MinerView, ObservedFact, ProgressView, StatusView } from '@dropwise/contract';
import { assertNever } from '@dropwise/kit';
import { noteChannel } from './note-channel.ts';

/** What is seen of a miner after a fact. Whatever the fact does not say stays as it was. */
export function foldFact(view: MinerView, fact: ObservedFact, at: number): MinerView {
  switch (fact.kind) {
    case 'channelChosen':
      return chooseChannel(view, fact, at);
    case 'channelLeft':
      return withStatus(stopWatching(view), { phase: 'switching', status: 'Looking for a channel.' });
    case 'channelWentLive':
      return seeChannel(view, fact.login, { id: fact.channelId, live: true, game: fact.game });
    case 'channelWentOffline':
      return seeChannel(view, fact.login, { id: fact.channelId, live: false });
    case 'becameIdle':
      return withStatus(stopWatching(view), {
        phase: 'idle',
        status: idleSentences[fact.why ?? 'idle-nothing-wanted'],
      });
    case 'minuteConfirmed':
      return withProgress(view, fact, { confirmedMinutes: fact.minutes, estimatedMinutes: 0, confirmedAt: at });
    case 'minuteEstimated':
      return withProgress(view, fact, { estimatedMinutes: fact.estimatedMinutes ?? 0 });
    case 'dropClaimed':
      return withStatus(view, { claimed: (view.status.claimed ?? 0) + 1 });
    case 'campaignsDiscovered':
      return withStatus(view, { fetchedAt: at });
    case 'manualStarted': {
      const manual = { channelId: null, login: fact.login ?? 'a channel', game: null, since: at };
      return withStatus(view, { manual });
    }
    case 'manualEnded':
      return withStatus(view, { manual: null });
    case 'stopped':
      return withStatus(stopWatching(view), { phase: 'ended', status: 'It has stopped mining.' });
    case 'deviceCodeIssued':
    case 'signedIn':
    case 'signInFailed':
    case 'sessionRevoked':
    case 'signedOut':
      return { ...view, login: { ...view.login, ...loginAfter(fact, at) } };
    case 'campaignAppeared':
    case 'planMade':
    case 'planSwitched':
    case 'dropGivenUp':
    case 'channelsFound':
    case 'progressContradicted':
    case 'dropBecameClaimable':
    case 'claimFailed':
    case 'claimHandedOver':
    case 'claimExpired':
    case 'transportChanged':
    case 'transportProved':
    case 'reasonRaised':
    case 'reasonCleared':
    case 'itemQuarantined':
    case 'itemReleased':
    case 'inputRejected':
    case 'campaignRested':
      return view;
    default:
      return assertNever(fact);
  }
}

const idleSentences = {
  'idle-no-campaigns': 'It has no active campaign to mine.',
  'idle-nothing-wanted': 'Nothing of what is running is wanted.',
  'idle-all-earned': 'Everything wanted is earned.',
  'idle-no-live-channel': 'No channel with a wanted drop is live now.',
  'idle-paused': 'Mining is paused.',
} as const;

type Of<Kind extends ObservedFact['kind']> = Extract<ObservedFact, { readonly kind: Kind }>;

export function withStatus(view: MinerView, change: Partial<StatusView>): MinerView {
  return { ...view, status: { ...view.status, ...change } };
}

function stopWatching(view: MinerView): MinerView {
  const login = view.status.watching?.login;
  const left = withStatus({ ...view, progress: null }, { watching: null });
  return login === undefined ? left : seeChannel(left, login, { watching: false });
}

function chooseChannel(view: MinerView, fact: Of<'channelChosen'>, at: number): MinerView {
  const name = fact.login ?? 'a channel';
  const before = stopWatching(view);
  const known = before.channels[fact.channelId ?? name];
  const watching = {
    channelId: fact.channelId,
    login: name,
    displayName: known?.displayName ?? name,
    game: fact.game ?? known?.game ?? null,
    viewers: known?.viewers ?? null,
    campaignId: null,
    campaignName: fact.campaignName,
    since: at,
    transport: fact.transport,
    lastConfirmedAt: null,
  };
  const chosen = withStatus(before, { watching, phase: 'watching', status: `Watching ${watching.displayName}.` });
  return seeChannel(chosen, fact.login, { id: fact.channelId, live: true, game: fact.game, watching: true });
}

function seeChannel(view: MinerView, login: string | null, seen: Parameters<typeof noteChannel>[2]): MinerView {
  return login === null ? view : { ...view, channels: noteChannel(view.channels, login, seen) };
}

function withProgress(
  view: MinerView,
  fact: Of<'minuteConfirmed'> | Of<'minuteEstimated'>,
  minutes: Partial<Pick<ProgressView, 'confirmedMinutes' | 'confirmedAt'>> & Pick<ProgressView, 'estimatedMinutes'>,
): MinerView {
  const dropName = fact.dropName ?? view.progress?.dropName ?? 'a drop';
  const same = view.progress?.dropName === dropName ? view.progress : null;
  const progress: ProgressView = {
    imageUrl: same?.imageUrl ?? null,
    dropId: fact.dropId,
    dropName,
    campaignId: fact.campaignId,
    campaignName: fact.campaignName,
    gameName: fact.gameName,
    requiredMinutes: (fact.kind === 'minuteConfirmed' ? fact.requiredMinutes : null) ?? same?.requiredMinutes ?? 0,
    confirmedMinutes: same?.confirmedMinutes ?? null,
    confirmedAt: same?.confirmedAt ?? null,
    finishesAt: null,
    ...minutes,
  };
  return countMinutes(sayEarning({ ...view, progress }, dropName), fact, minutes.confirmedAt ?? null);
}

/** Where no line named the channel, what is being earned is all that there is to say. */
function sayEarning(view: MinerView, dropName: string): MinerView {
  const { watching } = view.status;
  const status = watching === null ? `Earning ${dropName}.` : `Watching ${watching.displayName}.`;
  return withStatus(view, { phase: 'watching', status });
}

function countMinutes(
  view: MinerView,
  fact: Of<'minuteConfirmed'> | Of<'minuteEstimated'>,
  at: number | null,
): MinerView {
  if (fact.kind === 'minuteEstimated') return view;
  const { watching, confirmedMinutes } = view.status;
  return withStatus(view, {
    confirmedMinutes: (confirmedMinutes ?? 0) + (fact.gainedMinutes ?? 0),
    watching: watching === null ? null : { ...watching, lastConfirmedAt: at },
  });
}

type LoginFact = Of<'deviceCodeIssued'> | Of<'signedIn'> | Of<'signInFailed'> | Of<'sessionRevoked'> | Of<'signedOut'>;

function loginAfter(fact: LoginFact, at: number): Partial<LoginView> {
  const noCode = { userCode: null, verificationUri: null, codeExpiresAt: null };
  switch (fact.kind) {
    case 'deviceCodeIssued':
      return {
        state: 'waitingForPerson',
        sentence: 'It waits for you to enter its code on Twitch.',
        userCode: fact.userCode,
        verificationUri: fact.verificationUri,
        codeExpiresAt: fact.expiresAt,
      };
    case 'signedIn':
      return {
        ...noCode,
        state: 'signedIn',
        sentence: fact.login === null ? 'Signed in.' : `Signed in as ${fact.login}.`,
        login: fact.login,
        userId: fact.userId,
        lastValidatedAt: at,
        cookiesValid: true,
      };
    case 'signInFailed':
      return {
        ...noCode,
        state: 'signedOut',
        sentence: `Signing in did not work: ${fact.detail ?? 'no reason given'}.`,
      };
    case 'sessionRevoked':
      return {
        ...noCode,
        state: 'signedOut',
        sentence: `Not signed in: ${fact.detail ?? 'the session has ended'}.`,
        cookiesValid: false,
      };
    case 'signedOut':
      return { ...noCode, state: 'signedOut', sentence: 'Signed out.', login: null, userId: null, cookiesValid: null };
    default:
      return assertNever(fact);
  }
}
