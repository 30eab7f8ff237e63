import { childPhaseKinds } from '@dropwise/contract';
import { i18n, t } from '../../i18n/i18n.svelte.ts';
import { phaseWords } from '../../shared/phase-words.ts';
import { reasonText } from '../../shared/reason-text.ts';
import { saidText } from '../../shared/said-text.ts';
import { saidOf } from '../../shared/said-words.ts';
import { type ToldFact, valuesOf, whyKey } from './event-words.ts';

/** What happened, in a sentence of the page's language. `child`: the name of the program it is about. */
export function eventText(fact: ToldFact, child: string): string {
  const values = {
    ...valuesOf(fact, {
      duration: (ms) => i18n.duration(ms),
      list: (items) => i18n.list(items),
      date: (at) => i18n.date(at),
      unknown: t('common.unknown'),
    }),
    ...sentencesOf(fact),
    ...saidIn(fact),
    child,
  };
  return i18n.orElse(`history.event.${fact.kind}`, values, t('history.event.other', { kind: fact.kind }));
}

/** Codes become the sentences that stand for them everywhere. */
function sentencesOf(fact: ToldFact): Readonly<Record<string, string>> {
  switch (fact.kind) {
    case 'channelChosen':
    case 'channelLeft':
    case 'manualEnded':
      return whyOf(fact);
    case 'becameIdle':
      return { why: sentenceOfCode(fact.why) };
    case 'reasonCleared':
      return { sentence: sentenceOfCode(fact.code) };
    case 'childPhaseChanged':
      return { from: phaseName(fact.from), to: phaseName(fact.to) };
    case 'reasonRaised':
      return { sentence: raisedSentence(fact) };
    default:
      return {};
  }
}

/** Facts of a program, and a switch, have their sentence by code. */
function saidIn(fact: ToldFact): Readonly<Record<string, string>> {
  const said = saidOf(fact.said);
  if (said === null) return {};
  const text = saidText(said, '');
  return { why: text, sentence: text };
}

function whyOf(fact: ToldFact): Readonly<Record<string, string>> {
  const key = whyKey(fact.why);
  return key === null ? { whyKnown: 'no' } : { why: t(key), whyKnown: 'yes' };
}

function raisedSentence(fact: ToldFact): string {
  const text = (name: string): string => (typeof fact[name] === 'string' ? fact[name] : '');
  const detail = fact.detail as Readonly<Record<string, string>> | null | undefined;
  return reasonText({ code: text('code'), sentence: text('sentence'), todo: text('todo'), detail: detail ?? null })
    .sentence;
}

function phaseName(phase: unknown): string {
  const known = childPhaseKinds.find((each) => each === phase);
  return known === undefined ? t('common.unknown') : t(phaseWords[known]);
}

function sentenceOfCode(code: unknown): string {
  if (typeof code !== 'string') return t('common.unknown');
  return reasonText({ code, sentence: code, todo: '', detail: {} }).sentence;
}
