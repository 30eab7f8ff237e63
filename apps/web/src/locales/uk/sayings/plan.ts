import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} уже не можна завершити.',
  'sayings.switch-only': '{to} — те, що можна дивитися зараз.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from} забрала б хвилини, потрібні іншим, щоб встигнути.',
  'sayings.switch-cut-short': '{from} довелося б залишити до завершення наступного дропу.',
  'sayings.switch-fills': '{from} дає менше, ніж варта хвилина: вона заповнює решту.',
  'sayings.switch-tighter': '{to} має запас {toSpareMinutes}, а {from} — {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} дає дроп за {toDropMinutes} перегляду, а {from} — за {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} дає дроп за {toDropMinutes} перегляду, а {from} — за {fromDropMinutes}; запас: {toSpareMinutes} проти {fromSpareMinutes}.',
  'sayings.risk-waits': 'він чекає, поки хтось почне трансляцію',
  'sayings.risk-tight':
    'запас лише {minutes, plural, one {# хвилина} few {# хвилини} many {# хвилин} other {# хвилини}}',
  'sayings.risk-given-up': 'його час віддано: {names}',
  'sayings.risk-lacks':
    'йому бракує {minutes, plural, one {# хвилини} few {# хвилин} many {# хвилин} other {# хвилини}}',
  'sayings.risk-not-linked': 'його акаунт не прив’язано до Twitch',
  'sayings.risk-precondition': 'спершу треба забрати інший дроп',
  'sayings.risk-no-channel': 'імовірно, ніхто не почне трансляцію вчасно',
  'sayings.risk-too-late': 'лишилося замало часу',
  'sayings.risk-paused': 'більшу частину його часу видобуток на паузі',
  'sayings.risk-nothing': 'ніщо з того, що дивляться, не може його завершити',
};
