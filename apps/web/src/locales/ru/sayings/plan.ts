import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} уже нельзя завершить.',
  'sayings.switch-only': '{to} — то, что можно смотреть сейчас.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from} забрала бы минуты, нужные другим, чтобы успеть.',
  'sayings.switch-cut-short': '{from} пришлось бы покинуть до завершения следующего дропа.',
  'sayings.switch-fills': '{from} даёт меньше, чем стоит минута: она заполняет остаток.',
  'sayings.switch-tighter': 'У {to} запас {toSpareMinutes}, а у {from} — {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} даёт дроп за {toDropMinutes} просмотра, а {from} — за {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} даёт дроп за {toDropMinutes} просмотра, а {from} — за {fromDropMinutes}; запас: {toSpareMinutes} против {fromSpareMinutes}.',
  'sayings.risk-waits': 'он ждёт, пока кто-нибудь начнёт трансляцию',
  'sayings.risk-tight': 'запас всего {minutes, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}',
  'sayings.risk-given-up': 'его время отдано: {names}',
  'sayings.risk-lacks':
    'ему не хватает {minutes, plural, one {# минуты} few {# минут} many {# минут} other {# минуты}}',
  'sayings.risk-not-linked': 'его аккаунт не привязан к Twitch',
  'sayings.risk-precondition': 'сначала нужно забрать другой дроп',
  'sayings.risk-no-channel': 'вероятно, никто не начнёт трансляцию вовремя',
  'sayings.risk-too-late': 'осталось слишком мало времени',
  'sayings.risk-paused': 'большую часть его времени добыча на паузе',
  'sayings.risk-nothing': 'ничто из просматриваемого не может его завершить',
};
