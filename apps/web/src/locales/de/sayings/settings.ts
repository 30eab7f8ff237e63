import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: er antwortet als HTTP-Proxy und lässt uns durch.',
  'sayings.proxy-socks-works': '{address}: er antwortet als SOCKS5-Proxy und lässt uns durch.',
  'sayings.proxy-socks-accepts': '{address}: er antwortet als SOCKS5-Proxy und nimmt Name und Passwort an.',
  'sayings.proxy-not-http': '{address}: er antwortet nicht wie ein HTTP-Proxy.',
  'sayings.proxy-not-socks': '{address}: er antwortet nicht wie ein SOCKS5-Proxy.',
  'sayings.proxy-web-server': '{address}: er antwortet {status}, wie ein Webserver, der kein Proxy ist.',
  'sayings.proxy-wants-name': '{address}: er verlangt einen Namen und ein Passwort.',
  'sayings.proxy-refuses-name': '{address}: er nimmt Name und Passwort nicht an.',
  'sayings.proxy-other-sign-in': '{address}: er verlangt eine Art der Anmeldung, die hier nicht bekannt ist.',
  'sayings.proxy-long-name': '{address}: Name oder Passwort für SOCKS5 haben höchstens {maxBytes} Bytes.',
  'sayings.proxy-too-slow': '{address}: er antwortete nicht innerhalb von {seconds} s. Prüfe Host und Port.',
  'sayings.proxy-talks': '{address}: er sagte mehr, als eine Antwort enthält. Prüfe, ob dort ein Proxy dieser Art ist.',
  'sayings.proxy-hangs-up':
    '{address}: er beendete die Verbindung, statt zu antworten. Prüfe, ob dort ein Proxy dieser Art ist.',
  'sayings.proxy-nobody': '{address}: dort hört nichts zu. Prüfe Host und Port, und ob der Proxy läuft.',
  'sayings.proxy-unknown-host': '{address}: der Name des Hosts ist nicht bekannt. Prüfe die Schreibweise.',
  'sayings.proxy-no-way': '{address}: zu diesem Host führt kein Weg. Prüfe die Adresse und das Netz.',
  'sayings.proxy-broke': '{address}: er brach die Verbindung ab. Prüfe, ob dort ein Proxy dieser Art ist.',
  'sayings.proxy-failed': '{address}: die Verbindung misslang ({errorCode}). Prüfe Schema, Host und Port.',
  'sayings.import-unknown': '{name} ist keine hier bekannte Einstellung von {peer} und wird weggelassen.',
  'sayings.import-misfit': '{name} wird weggelassen: Der Wert in der Datei passt nicht.',
  'sayings.import-no-setting': 'Eine Einstellung {name} gibt es nicht: Sie wird weggelassen.',
  'sayings.import-stays': '„{key}“ bleibt, wie es ist: Was in der Datei steht, passt nicht.',
  'sayings.import-left-out': '„{key}“ wird weggelassen: Der Wert in der Datei passt nicht.',
  'sayings.import-code-rewards':
    'Belohnungen, die als Code kommen, sind hier eine eigene Art: mining.benefits.CODE bleibt, wie es ist.',
  'sayings.import-page-only': '{name} betrifft die Seite von rangermix und hat hier kein Gegenstück.',
  'sayings.import-window-only': '{name} betrifft das Fenster von TDM und hat hier kein Gegenstück.',
  'sayings.import-no-games':
    'games_to_watch ist leer, also sammelt rangermix nichts; mit mining.mode priority_only sammelt auch Dropwise nichts.',
  'sayings.import-badges':
    'TDM sammelt gar keine Kampagne mit Abzeichen oder Emote, solange enable_badges_emotes aus ist. Hier wird eine solche Kampagne nur ausgelassen, wo kein Konto verknüpft ist; schalte mining.benefits.BADGE und mining.benefits.EMOTE aus, um mehr auszulassen.',
  'sayings.import-autostart': 'autostart_tray hat kein Gegenstück: Dropwise startet als Dienst.',
  'sayings.import-tray':
    'tray_notifications hat kein Gegenstück: Benachrichtigungen gehen über die Wege, die du einrichtest.',
  'sayings.import-empty-names':
    '„{key}“: {count, plural, one {# leerer Name wurde} other {# leere Namen wurden}} weggelassen.',
  'sayings.import-bent': '„{key}“ ist {taken} statt {given}: Erlaubt ist {min} bis {max}.',
  'sayings.settings-unreadable':
    '{path} muss lesbar sein, aber das System antwortete: {detail}. Es geht ohne die Datei weiter.',
  'sayings.settings-broken':
    '{path} muss JSON sein, aber Zeile {line}, Spalte {column} passt nicht. Die Datei bleibt, wie sie ist{copy, select, none {} other {; eine Kopie liegt in {copy}}}. Es geht ohne sie weiter: Korrigiere diese Zeile.',
  'sayings.settings-misfit':
    '{place}: „{key}“ kann nicht {found} sein. {detail} {origin, select, file {Es gilt der Wert der Einstellungsdatei.} environment {Es gilt der Wert der Umgebung.} other {Es gilt der Standardwert.}}',
  'sayings.settings-unknown': '{place}: Eine Einstellung {name} gibt es nicht. Sie bewirkt nichts.',
  'sayings.settings-unknown-near':
    '{place}: Eine Einstellung {name} gibt es nicht. Vielleicht ist {near} gemeint. Sie bewirkt nichts.',
  'sayings.storage-read-only':
    '{path} muss beschreibbar sein, aber sein Dateisystem ist nur lesbar eingehängt. Hänge es beschreibbar ein oder wähle mit --data-dir einen anderen Ordner.',
  'sayings.storage-full': '{path} muss Dateien aufnehmen, aber die Platte oder das Kontingent ist voll. Schaffe Platz.',
  'sayings.storage-file-in-way':
    '{path} muss ein Ordner sein, aber unter {file} steht eine Datei im Weg. Verschiebe sie oder wähle mit --data-dir einen anderen Ordner.',
  'sayings.storage-failing':
    '{path} muss ein Ordner sein, der Dateien aufnimmt, aber das System antwortete: {detail}. Behebe das oder wähle mit --data-dir einen anderen Ordner.',
  'sayings.storage-refused':
    '{path} muss beschreibbar sein, aber das System lehnte ab. Gib diesem Konto das Recht, dort zu schreiben, oder wähle mit --data-dir einen anderen Ordner.',
  'sayings.storage-own-mode':
    '{path} muss beschreibbar sein, aber das System lehnte ab: {folder} gehört {owner} (Modus {mode}), und Dropwise läuft als {account}. Gib dem Eigentümer das Schreibrecht.',
  'sayings.storage-not-made':
    '{path} lässt sich nicht anlegen: {folder} gehört {owner} (Modus {mode}), und Dropwise läuft als {account}. Lege den Ordner dafür an oder wähle mit --data-dir einen anderen.',
  'sayings.storage-other-owner':
    '{path} muss beschreibbar sein, aber das System lehnte ab: {folder} gehört {owner} (Modus {mode}), und Dropwise läuft als {account}. Übergib den Ordner.',
};
