import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} ne peut plus être terminé.',
  'sayings.switch-only': '{to} est ce qui peut être regardé maintenant.',
  'sayings.switch-wish': '{to} : {toWish}, {from} : {fromWish}.',
  'sayings.switch-harms': '{from} prendrait des minutes dont d’autres ont besoin pour finir à temps.',
  'sayings.switch-cut-short': '{from} devrait être quitté avant que son prochain drop soit fini.',
  'sayings.switch-fills': '{from} rapporte moins que ne vaut une minute : il remplit ce qui reste.',
  'sayings.switch-tighter': '{to} a {toSpareMinutes} de marge, et {from} en a {fromSpareMinutes}.',
  'sayings.switch-cheaper':
    '{to} rapporte un drop pour {toDropMinutes} de visionnage, et {from} pour {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} rapporte un drop pour {toDropMinutes} de visionnage, et {from} pour {fromDropMinutes} ; marge : {toSpareMinutes} contre {fromSpareMinutes}.',
  'sayings.risk-waits': 'il attend que quelqu’un le diffuse',
  'sayings.risk-tight': 'il n’a que {minutes, plural, one {# minute} other {# minutes}} de marge',
  'sayings.risk-given-up': 'son temps va à {names}',
  'sayings.risk-lacks': 'il lui manque {minutes, plural, one {# minute} other {# minutes}}',
  'sayings.risk-not-linked': 'son compte n’est pas lié à Twitch',
  'sayings.risk-precondition': 'un autre drop doit d’abord être réclamé',
  'sayings.risk-no-channel': 'personne ne le diffusera sans doute à temps',
  'sayings.risk-too-late': 'il reste trop peu de temps',
  'sayings.risk-paused': 'le minage est en pause la plupart du temps',
  'sayings.risk-nothing': 'rien de ce qui est regardé ne peut le terminer',
};
