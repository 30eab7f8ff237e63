import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} não pode mais ser concluída.',
  'sayings.switch-only': '{to} é o que pode ser assistido agora.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from} tomaria minutos de que outras precisam para terminar a tempo.',
  'sayings.switch-cut-short': '{from} teria de ser deixada antes de concluir o próximo drop.',
  'sayings.switch-fills': '{from} rende menos do que vale um minuto: preenche o que sobra.',
  'sayings.switch-tighter': '{to} tem {toSpareMinutes} de folga, e {from} tem {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} dá um drop por {toDropMinutes} assistindo, e {from} por {fromDropMinutes}.',
  'sayings.switch-cheaper-tighter':
    '{to} dá um drop por {toDropMinutes} assistindo, e {from} por {fromDropMinutes}; folga: {toSpareMinutes} contra {fromSpareMinutes}.',
  'sayings.risk-waits': 'ele espera que alguém o transmita',
  'sayings.risk-tight': 'ele só tem {minutes, plural, one {# minuto} many {# minutos} other {# minutos}} de folga',
  'sayings.risk-given-up': 'o tempo dele vai para {names}',
  'sayings.risk-lacks':
    '{minutes, plural, one {falta # minuto} many {faltam # minutos} other {faltam # minutos}} para ele',
  'sayings.risk-not-linked': 'a conta dele não está vinculada à Twitch',
  'sayings.risk-precondition': 'outro drop precisa ser resgatado antes',
  'sayings.risk-no-channel': 'provavelmente ninguém o transmitirá a tempo',
  'sayings.risk-too-late': 'resta pouco tempo',
  'sayings.risk-paused': 'a mineração está em pausa na maior parte do tempo dele',
  'sayings.risk-nothing': 'nada do que é assistido pode concluí-lo',
};
