import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} lässt sich nicht mehr abschließen.',
  'sayings.switch-only': '{to} ist das, was jetzt gesehen werden kann.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from} würde Minuten kosten, die andere brauchen, um rechtzeitig fertig zu werden.',
  'sayings.switch-cut-short': '{from} müsste wieder verlassen werden, bevor der nächste Drop fertig ist.',
  'sayings.switch-fills': '{from} bringt weniger, als eine Minute wert ist: Es füllt, was übrig bleibt.',
  'sayings.switch-tighter': '{to} hat {toSpareMinutes} Luft, {from} hat {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} bringt einen Drop für {toDropMinutes} Zusehen, {from} für {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} bringt einen Drop für {toDropMinutes} Zusehen, {from} für {fromDropMinutes}; Luft: {toSpareMinutes} gegen {fromSpareMinutes}.',
  'sayings.risk-waits': 'er wartet darauf, dass jemand es streamt',
  'sayings.risk-tight': 'er hat nur {minutes, plural, one {# Minute} other {# Minuten}} Luft',
  'sayings.risk-given-up': 'seine Zeit geht an {names}',
  'sayings.risk-lacks': 'ihm {minutes, plural, one {fehlt # Minute} other {fehlen # Minuten}}',
  'sayings.risk-not-linked': 'sein Konto ist nicht mit Twitch verknüpft',
  'sayings.risk-precondition': 'zuerst muss ein anderer Drop abgeholt werden',
  'sayings.risk-no-channel': 'wahrscheinlich streamt es niemand rechtzeitig',
  'sayings.risk-too-late': 'es ist zu wenig Zeit übrig',
  'sayings.risk-paused': 'die meiste Zeit über pausiert das Sammeln',
  'sayings.risk-nothing': 'nichts, was gesehen wird, kann ihn abschließen',
};
