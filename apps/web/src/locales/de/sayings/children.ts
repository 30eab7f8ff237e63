import type { childSayings as en } from '../../en/sayings/children.ts';

export const childSayings: Record<keyof typeof en, string> = {
  'sayings.child-stopped': 'Er ist angehalten und bleibt es, bis er gestartet wird.',
  'sayings.child-not-enabled': 'Er ist angehalten und wird nicht mit der Konsole gestartet.',
  'sayings.child-starting': 'Er startet.',
  'sayings.child-ready': 'Er ist bereit; von seiner Arbeit war noch nichts zu sehen.',
  'sayings.child-running': 'Er läuft.',
  'sayings.child-being-stopped': 'Er wird angehalten.',
  'sayings.child-being-killed': 'Er hat sich auf die Bitte hin nicht beendet und wird zwangsweise beendet.',
  'sayings.child-then-started': 'Danach wird er neu gestartet.',
  'sayings.child-started-again': 'Er wird von selbst wieder gestartet.',
  'sayings.child-left-down': 'Er wird nicht von selbst wieder gestartet.',
  'sayings.child-start-it': 'Starte ihn.',
  'sayings.child-mend-it': 'Behebe, was der Satz nennt, und starte ihn dann.',
  'sayings.child-silent': 'Er schweigt seit mehr als {seconds} s.',
  'sayings.child-hangs': 'Er schwieg {seconds} s lang und scheint zu hängen.',
  'sayings.child-slow-start': 'Er wurde vor {seconds} s gestartet und hat noch nicht gesagt, dass er bereit ist.',
  'sayings.child-over-memory':
    'Er belegte eine Minute lang {megabytes} MB Speicher; erlaubt sind {allowedMegabytes} MB.',
  'sayings.child-end-late': 'Er hat sich nicht innerhalb von {seconds} s nach der Bitte beendet.',
  'sayings.child-ended-asked': 'Er hat sich wie gewünscht beendet.',
  'sayings.child-killed':
    'Er hat sich nicht innerhalb von {seconds} s nach der Bitte beendet und wurde zwangsweise beendet.',
  'sayings.child-gone': 'Er ist weg.',
  'sayings.child-ended': 'Er endete mit dem Exit-Code {exitCode}.',
  'sayings.child-ended-known': 'Er endete mit dem Exit-Code {exitCode}: {cause}.',
  'sayings.child-signalled': 'Er wurde durch {signal} beendet.',
  'sayings.child-signalled-known': 'Er wurde durch {signal} beendet: {cause}.',
  'sayings.child-signalled-code': 'Er wurde mit dem Exit-Code {exitCode} ({signal}) beendet.',
  'sayings.child-signalled-code-known': 'Er wurde mit dem Exit-Code {exitCode} ({signal}) beendet: {cause}.',
  'sayings.child-quick-ends':
    'Er endete {count, plural, one {einmal} other {#-mal nacheinander}} innerhalb von {seconds} s nach dem Start.',
  'sayings.child-last-said': 'Zuletzt sagte er: {words}',
  'sayings.child-start-failed': 'Er konnte nicht gestartet werden ({errorCode}): {detail}.',
  'sayings.child-start-failed-known': 'Er konnte nicht gestartet werden ({errorCode}): {cause}.',
  'sayings.child-system-says': 'Das System sagt: {detail}.',
};
