import { type Counting, uncountedAt } from './counting.ts';
import { formatSpan } from './format-span.ts';
import type { NotableFact } from './notable-fact.ts';
import { minerWords, type NoteSource, sentences } from './note.ts';
import { recoveryNote, type Trouble, type TroubleRule, type TroubleWords, troubleKey, troubleNote } from './trouble.ts';

export type Troubles = Readonly<Record<string, Trouble>>;

/** A new code follows a lost session within seconds; a stored login is tried first. One message tells both. */
const loginSettleMs = 15_000;
/** A restart takes less, and is nobody's business. */
export const downMs = 5 * 60_000;

/** Follows login and life of a miner through a fact. Counting is judged by the time that passes: `judgeCounting`. */
export function stepTroubles(troubles: Troubles, fact: NotableFact, source: NoteSource, now: number): Troubles {
  switch (fact.kind) {
    case 'deviceCodeIssued':
    case 'sessionRevoked':
      return begin(troubles, 'loginNeeded', source, now + loginSettleMs, 'first', loginWords(fact, source));
    case 'signInFailed':
      // Expired codes are replaced and networks come back; only a refusal needs the owner.
      if (fact.reason !== 'refused') return troubles;
      return begin(troubles, 'loginNeeded', source, now + loginSettleMs, 'first', loginWords(fact, source));
    case 'signedIn':
      return end(troubles, 'loginNeeded', source);
    case 'channelChosen':
      return endAll(troubles, ['loginNeeded', 'minerDown'], source);
    case 'minuteConfirmed':
      return endAll(troubles, ['loginNeeded', 'minerDown', 'notCounting'], source);
    case 'childBecameReady':
      return end(troubles, 'minerDown', source);
    case 'childEnded':
      if (fact.wanted) return rest(troubles, 'minerDown', source);
      return begin(troubles, 'minerDown', source, now + downMs, 'down', downWords(fact.sentence, source));
    case 'childGivenUp':
      return begin(troubles, 'minerDown', source, now, 'given up', givenUpWords(fact.why, source));
    case 'childPhaseChanged':
      return fact.to === 'stopped' ? rest(troubles, 'minerDown', source) : troubles;
    default:
      return troubles;
  }
}

/** Begins the trouble when nothing was counted for too long. It ends with a confirmed minute, not when watching ends. */
export function judgeCounting(
  troubles: Troubles,
  counting: Counting,
  source: NoteSource,
  limitMs: number,
  now: number,
): Troubles {
  if (!source.confirms) return troubles;
  const dueAt = uncountedAt(counting, limitMs);
  if (dueAt === null) return rest(troubles, 'notCounting', source);
  if (now < dueAt) return troubles;
  const watchedFor = `${minerWords(source)} has watched for ${formatSpan(limitMs)} without Twitch counting a minute`;
  const words = { title: 'Twitch counts nothing', text: sentences(watchedFor, counting.sentence), link: null };
  return begin(troubles, 'notCounting', source, dueAt, 'first', words);
}

function begin(
  troubles: Troubles,
  rule: TroubleRule,
  source: NoteSource,
  dueAt: number,
  stage: string,
  words: TroubleWords,
): Troubles {
  const key = troubleKey(rule, source.id);
  const known = troubles[key];
  const note = troubleNote(rule, source, stage, words);
  const isSame = known?.state === 'troubled' && known.note.key === note.key;
  const trouble: Trouble = {
    rule,
    state: 'troubled',
    dueAt: isSame ? known.dueAt : dueAt,
    note,
    recovery: recoveryNote(rule, source, recoveryTitles[rule], recoveryTexts[rule](minerWords(source))),
    believed: known?.believed ?? null,
  };
  return { ...troubles, [key]: trouble };
}

function end(troubles: Troubles, rule: TroubleRule, source: NoteSource): Troubles {
  const key = troubleKey(rule, source.id);
  const known = troubles[key];
  return known === undefined || known.state === 'well' ? troubles : { ...troubles, [key]: { ...known, state: 'well' } };
}

function endAll(troubles: Troubles, rules: readonly TroubleRule[], source: NoteSource): Troubles {
  return rules.reduce((left, rule) => end(left, rule, source), troubles);
}

/** It is neither so nor over: whoever was not told need not be. */
function rest(troubles: Troubles, rule: TroubleRule, source: NoteSource): Troubles {
  const key = troubleKey(rule, source.id);
  if (troubles[key]?.believed !== null) return troubles;
  const { [key]: _gone, ...others } = troubles;
  return others;
}

type LoginFact = Extract<NotableFact, { readonly kind: 'deviceCodeIssued' | 'sessionRevoked' | 'signInFailed' }>;

function loginWords(fact: LoginFact, source: NoteSource): TroubleWords {
  const title = 'Sign in to Twitch';
  const miner = minerWords(source);
  switch (fact.kind) {
    case 'deviceCodeIssued': {
      const { verificationUri: link, userCode } = fact;
      const todo =
        link === null || userCode === null
          ? 'Its page or its output says how'
          : `Open ${link} and enter ${userCode}. A code that has run out is replaced: the newest is on the dashboard`;
      return { title, text: sentences(`${miner} waits for you to sign in`, todo), link };
    }
    case 'sessionRevoked':
      return { title, text: sentences('Twitch ended the session', 'Sign in again on the dashboard'), link: null };
    case 'signInFailed':
      return {
        title,
        text: sentences(`Twitch refuses the login${fact.detail === null ? '' : `: ${fact.detail}`}`),
        link: null,
      };
  }
}

function downWords(sentence: string, source: NoteSource): TroubleWords {
  const text = sentences(
    `${minerWords(source)} has been down for ${formatSpan(downMs)}`,
    sentence,
    'It is started again',
  );
  return { title: 'Miner down', text, link: null };
}

function givenUpWords(why: string, source: NoteSource): TroubleWords {
  const text = sentences(`${minerWords(source)} is not started any more`, why, 'Start it on the dashboard');
  return { title: 'Miner given up', text, link: null };
}

const recoveryTitles: Readonly<Record<TroubleRule, string>> = {
  loginNeeded: 'Signed in',
  notCounting: 'Twitch counts again',
  minerDown: 'Miner up again',
};

const recoveryTexts: Readonly<Record<TroubleRule, (miner: string) => string>> = {
  loginNeeded: (miner) => `${miner} is signed in to Twitch again.`,
  notCounting: (miner) => `Twitch counts what is watched again. ${miner} goes on.`,
  minerDown: (miner) => `${miner} runs again.`,
};
