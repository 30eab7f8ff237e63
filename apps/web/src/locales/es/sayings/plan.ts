import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} ya no se puede terminar.',
  'sayings.switch-only': '{to} es lo que se puede ver ahora.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from} ocuparía minutos que otros necesitan para terminar a tiempo.',
  'sayings.switch-cut-short': '{from} habría que dejarlo antes de terminar su siguiente drop.',
  'sayings.switch-fills': '{from} aporta menos de lo que vale un minuto: llena lo que sobra.',
  'sayings.switch-tighter': '{to} tiene {toSpareMinutes} de margen, y {from} tiene {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} da un drop por {toDropMinutes} de visionado, y {from} por {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} da un drop por {toDropMinutes} de visionado, y {from} por {fromDropMinutes}; margen: {toSpareMinutes} frente a {fromSpareMinutes}.',
  'sayings.risk-waits': 'espera a que alguien lo emita',
  'sayings.risk-tight': 'solo tiene {minutes, plural, one {# minuto} many {# minutos} other {# minutos}} de margen',
  'sayings.risk-given-up': 'su tiempo es para {names}',
  'sayings.risk-lacks': 'le {minutes, plural, one {falta # minuto} many {faltan # minutos} other {faltan # minutos}}',
  'sayings.risk-not-linked': 'su cuenta no está vinculada a Twitch',
  'sayings.risk-precondition': 'antes hay que reclamar otro drop',
  'sayings.risk-no-channel': 'probablemente nadie lo emita a tiempo',
  'sayings.risk-too-late': 'queda muy poco tiempo',
  'sayings.risk-paused': 'el minado está en pausa la mayor parte de su tiempo',
  'sayings.risk-nothing': 'nada de lo que se ve puede terminarlo',
};
