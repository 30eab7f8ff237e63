import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Nur Spiele auf deiner Liste werden gesammelt, und die Liste ist leer: Es wird nichts gesammelt. Nimm ein Spiel auf oder wähle einen anderen Modus.',
  'settings.warning.listed-excluded':
    '{name} steht auf deiner Liste und ist zugleich ausgeschlossen: Es wird nicht gesammelt. Nimm es an einer der beiden Stellen weg.',
  'settings.warning.listed-twice': '{name} steht mehrmals auf deiner Liste: Nur der erste Platz zählt.',
  'settings.warning.listed-never':
    '{name} steht auf deiner Liste, und dein Wunsch dafür lautet „Nie“: Es wird nicht gesammelt. Ändere eines davon.',
  'settings.warning.wished-excluded':
    'Du hast einen Wunsch für {name}, und zugleich ist es ausgeschlossen: Es wird nicht gesammelt. Nimm es an einer der beiden Stellen weg.',
  'settings.warning.wished-twice':
    'Deine Wünsche sagen „{otherWish}“ für {other} und „{wish}“ für {name}, was dasselbe ist: Es gilt „{wish}“. Nimm einen davon heraus.',
  'settings.warning.no-benefit':
    'Alle Arten von Belohnungen sind ausgeschaltet: Es wird nichts gesammelt. Schalte eine ein.',
  'settings.warning.no-hours':
    'Die Pausenzeiten lassen keine Stunde der Woche übrig: Es wird nichts gesammelt. Lass etwas Zeit frei.',
  'settings.warning.catalogue-nowhere':
    'Ein öffentlicher Katalog soll gelesen werden, aber seine Adresse fehlt: Es wird keiner gelesen. Gib die Adresse an.',
  'settings.warning.client-without-id':
    'Als Art des Clients ist dein eigener gewählt, aber seine Client-ID fehlt: Die Anmeldung kann nicht gelingen. Gib die Client-ID an.',
  'settings.warning.client-id-unused':
    'Deine eigene Client-ID wirkt nicht, solange eine andere Art des Clients gewählt ist.',
};
