import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} artık bitirilemez.',
  'sayings.switch-only': 'Şu anda izlenebilecek olan: {to}.',
  'sayings.switch-wish': '{to}: {toWish}, {from}: {fromWish}.',
  'sayings.switch-harms': '{from}, başkalarının zamanında bitmesi için gereken dakikaları alırdı.',
  'sayings.switch-cut-short': '{from}, bir sonraki dropu bitmeden yeniden bırakılmak zorunda kalırdı.',
  'sayings.switch-fills': '{from} bir dakikanın değerinden azını getiriyor: artan zamanı doldurur.',
  'sayings.switch-tighter': '{to} için {toSpareMinutes} pay var, {from} için {fromSpareMinutes}.',
  'sayings.switch-cheaper': '{to} {toDropMinutes} izlemeye bir drop getiriyor, {from} ise {fromDropMinutes} izlemeye.',
  'sayings.switch-cheaper-tighter':
    '{to} {toDropMinutes} izlemeye bir drop getiriyor, {from} ise {fromDropMinutes} izlemeye; pay: {toSpareMinutes} ve {fromSpareMinutes}.',
  'sayings.risk-waits': 'birinin yayınlamasını bekliyor',
  'sayings.risk-tight': 'yalnızca {minutes, plural, one {# dakika} other {# dakika}} payı var',
  'sayings.risk-given-up': 'zamanı şunlara gidiyor: {names}',
  'sayings.risk-lacks': '{minutes, plural, one {# dakikası} other {# dakikası}} eksik',
  'sayings.risk-not-linked': 'hesabı Twitch’e bağlı değil',
  'sayings.risk-precondition': 'önce başka bir drop alınmalı',
  'sayings.risk-no-channel': 'büyük olasılıkla zamanında yayınlayan olmaz',
  'sayings.risk-too-late': 'çok az zaman kaldı',
  'sayings.risk-paused': 'zamanının çoğunda kazma duraklatılmış',
  'sayings.risk-nothing': 'izlenen hiçbir şey onu bitiremez',
};
