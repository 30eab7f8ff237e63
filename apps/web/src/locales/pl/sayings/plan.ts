import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} nie da się już ukończyć.',
  'sayings.switch-only': '{to} to jest to, co można teraz oglądać.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from} zabrałoby minuty, których inne potrzebują, by zdążyć.',
  'sayings.switch-cut-short': '{from} trzeba by opuścić, zanim ukończy się kolejny drop.',
  'sayings.switch-fills': '{from} daje mniej, niż warta jest minuta: wypełnia to, co zostaje.',
  'sayings.switch-tighter': '{to} ma {toSpareMinutes} zapasu, a {from} ma {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} daje drop za {toDropMinutes} oglądania, a {from} za {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} daje drop za {toDropMinutes} oglądania, a {from} za {fromDropMinutes}; zapas: {toSpareMinutes} wobec {fromSpareMinutes}.',
  'sayings.risk-waits': 'czeka, aż ktoś to nada',
  'sayings.risk-tight':
    'ma tylko {minutes, plural, one {# minutę} few {# minuty} many {# minut} other {# minuty}} zapasu',
  'sayings.risk-given-up': 'jego czas dostaje: {names}',
  'sayings.risk-lacks': 'brakuje mu {minutes, plural, one {# minuty} few {# minut} many {# minut} other {# minuty}}',
  'sayings.risk-not-linked': 'jego konto nie jest połączone z Twitchem',
  'sayings.risk-precondition': 'najpierw trzeba odebrać inny drop',
  'sayings.risk-no-channel': 'pewnie nikt nie nada tego na czas',
  'sayings.risk-too-late': 'zostało za mało czasu',
  'sayings.risk-paused': 'przez większość jego czasu zbieranie jest wstrzymane',
  'sayings.risk-nothing': 'nic z tego, co się ogląda, nie może go ukończyć',
};
