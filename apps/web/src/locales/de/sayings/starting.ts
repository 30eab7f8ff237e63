import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing':
    '{path} muss eine Datei sein, ist aber nicht da. Berichtige den Pfad im Befehl des Miners.',
  'sayings.prepare-file-unseen':
    '{path} muss eine Datei sein, aber das System antwortete: {detail}. Berichtige den Pfad im Befehl des Miners.',
  'sayings.prepare-no-file': '{path} muss eine Datei sein, ist aber etwas anderes. Berichtige den Pfad.',
  'sayings.prepare-unreadable': '{path} muss für dieses Konto lesbar sein, ist es aber nicht.',
  'sayings.prepare-not-executable': '{path} muss ausführbar sein, ist es aber nicht. Erlaube es: {command}',
  'sayings.prepare-not-on-path':
    'Das Programm {program} wurde in einem der Ordner von PATH erwartet, ist aber in keinem. Gib seinen ganzen Pfad an.',
  'sayings.prepare-no-command-or-log':
    'Ein Befehl oder eine Protokolldatei wurde erwartet, aber beides fehlt. Gib das Programm an, das gestartet werden soll.',
  'sayings.prepare-no-command-or-url':
    'Ein Befehl oder eine Adresse wurde erwartet, aber beides fehlt. Gib python mit dem Pfad seiner main.py an, oder wo er läuft: {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM braucht einen Befehl, hat aber keinen. Gib seine ausführbare Datei, sein AppImage oder python mit dem Pfad seiner main.py an.',
  'sayings.prepare-tdm-no-log':
    'Wo {program} seine log.txt ablegt, verrät sein Name nicht. Gib seinen ganzen Pfad an oder den Pfad der Protokolldatei.',
  'sayings.prepare-tdm-no-display':
    'TDM öffnet ein Fenster und braucht eine Anzeige, aber weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt. Setze eine der beiden Variablen in seiner Umgebung oder stelle xvfb-run vor seinen Befehl.',
  'sayings.prepare-no-miner':
    'Der Miner wird unter {path} erwartet, aber dort lässt sich nichts lesen. Installiere Dropwise neu.',
  'sayings.prepare-called-off': 'Er wurde angehalten, bevor er gestartet war.',
  'sayings.prepare-failed': 'Sein Start ließ sich nicht vorbereiten: {detail}',
};
