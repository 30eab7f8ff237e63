import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'Der Miner hat nicht innerhalb von {seconds} s gesagt, dass er die Einstellungen übernommen hat. Sieh in sein Protokoll oder starte ihn neu.',
  'sayings.command-unanswered':
    'Der Miner hat {seconds} s lang nicht geantwortet. Vielleicht tut er es noch; sein Protokoll sagt es.',
  'sayings.command-too-many':
    'Es warten bereits {commandCount} Befehle auf den Miner. Warte, bis sie beantwortet sind.',
  'sayings.peer-not-kept': '{peer} hat {name} nicht behalten: Dort steht sein eigener Wert.',
  'sayings.peer-push-file': 'Er läuft nicht: Die Datei wird geschrieben und bei seinem nächsten Start gelesen.',
  'sayings.peer-push-restart':
    'TDM liest seine Einstellungen beim Start und speichert beim Ende seine eigenen: Er wird angehalten, die Datei geschrieben und er wieder gestartet.',
  'sayings.peer-push-api': 'rangermix übernimmt die Einstellungen, während er läuft.',
};
