import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'Der Plan schaut zwei Wochen voraus und holt nach deinen Wünschen möglichst viele Drops heraus. Die anderen Modi reihen Spiele nach einer einzigen Regel; Spiele auf deiner Liste kommen in allen zuerst.',
  'settings.doc.mining.priority':
    'Namen von Spielen, das wichtigste zuerst. Groß- und Kleinschreibung spielt keine Rolle.',
  'settings.doc.mining.wishes.games':
    'Wie sehr du jedes Spiel willst. Nicht genannte Spiele sind gewünscht, wenn sie oben auf deiner Liste stehen oder diese leer ist; sonst füllen sie übrige Zeit.',
  'settings.doc.mining.wishes.campaigns':
    'Dasselbe für einzelne Kampagnen, nach ID oder genauem Namen. Steht über dem Wunsch für das Spiel.',
  'settings.doc.mining.wishes.drops':
    'Dasselbe für einzelne Drops, nach ID. Steht über den Wünschen für Kampagne und Spiel. Was unten ausgelassen wird, steht über jedem Wunsch.',
  'settings.doc.mining.planGoal': 'Wovon der Plan möglichst viel herausholt.',
  'settings.doc.mining.exclude.games': 'Namen von Spielen, die nie gesammelt werden.',
  'settings.doc.mining.exclude.campaigns': 'Kampagnen, die nie gesammelt werden, nach ID oder genauem Namen.',
  'settings.doc.mining.exclude.drops': 'Drops, die nie gesammelt werden, nach ID.',
  'settings.doc.mining.exclude.keywords':
    'Teile von Namen: Kampagnen und Drops, deren Name einen davon enthält, werden nie gesammelt.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Belohnungen sammeln, die direkt auf das Spielkonto gehen.',
  'settings.doc.mining.benefits.BADGE': 'Chat-Abzeichen sammeln.',
  'settings.doc.mining.benefits.EMOTE': 'Emotes sammeln.',
  'settings.doc.mining.benefits.CODE': 'Belohnungen sammeln, die als Code kommen.',
  'settings.doc.mining.benefits.UNKNOWN':
    'Belohnungen von Arten sammeln, die Twitch seit dieser Version hinzugefügt hat.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Abzeichen und Emotes auch ohne verknüpftes Spielkonto sammeln: Sie brauchen keines.',
  'settings.doc.mining.seed':
    'Bestimmt die Reihenfolge, wenn Spiele zufällig gewählt werden; dieselbe Zahl ergibt dieselbe Reihenfolge.',
  'settings.doc.mining.pausedHours':
    'Wann nichts gesammelt wird. Zeiten über Mitternacht gehören zu dem Tag, an dem sie beginnen. Drops werden trotzdem abgeholt.',
  'settings.doc.mining.timeZone': 'In welcher Zone Pausenzeiten und Ruhezeiten gelten.',
  'settings.doc.discovery.availableDrops':
    'Live-Kanäle gewünschter Spiele fragen, an welchen Kampagnen sie teilnehmen.',
  'settings.doc.discovery.catalogue':
    'Einen öffentlichen Kampagnenkatalog lesen, den andere pflegen. Er stammt nicht von Twitch und weiß nichts von deinem Konto.',
  'settings.doc.discovery.catalogueUrl': 'Wo dieser Katalog liegt.',
  'settings.doc.watching.transports':
    'In der Reihenfolge, in der sie versucht werden. Der nächste wird benutzt, wenn Minuten nicht gezählt werden.',
  'settings.doc.twitch.client':
    'Als was sich Dropwise bei Twitch anmeldet. Eine Sitzung gehört zu einer Art: Nach einem Wechsel meldest du dich neu an.',
  'settings.doc.twitch.customClientId': 'Nur benutzt, wenn oben deine eigene Client-ID gewählt ist.',
  'settings.doc.twitch.socket': 'Worüber der Fortschritt ankommt.',
  'settings.doc.network.proxy':
    'Für alles, was zu Twitch geht. Er kann Name und Passwort enthalten und wird daher geheim gehalten.',
  'settings.doc.network.connectionQuality':
    'Vervielfacht jedes Zeitlimit: 1 für eine gute Verbindung, 6 für eine sehr langsame.',
  'settings.doc.maintenance.reloadMinutes': 'Wie oft alles neu bei Twitch abgefragt wird.',
  'settings.doc.logging.keepDays': 'Ältere tägliche Protokolldateien werden gelöscht.',
  'settings.doc.console.host':
    'Alles außer der eigenen Adresse dieses Rechners (127.0.0.1, ::1, localhost) braucht ein Passwort.',
  'settings.doc.console.port': 'Wo die Konsole lauscht; 0 nimmt einen freien.',
  'settings.doc.console.basePath':
    'Pfad, unter dem alles ausgeliefert wird, hinter einem Reverse-Proxy, dessen Host noch anderes bedient, etwa /dropwise.',
  'settings.doc.console.allowedHosts':
    'Namen, unter denen die Konsole neben ihrer eigenen Adresse antwortet, etwa nas.local oder drops.example.org. Andere werden abgewiesen, damit keine Webseite sie unter einem eigenen Namen erreicht.',
  'settings.doc.console.trustedProxies':
    'Adressen oder Bereiche (172.16.0.0/12) von Reverse-Proxys, denen geglaubt wird, wer anfragt.',
  'settings.doc.console.tlsCertFile': 'Im PEM-Format, für HTTPS; zusammen mit der Datei des Schlüssels.',
  'settings.doc.console.tlsKeyFile': 'Im PEM-Format, zum Zertifikat oben.',
  'settings.doc.console.sessionDays': 'Gezählt ab dem letzten Besuch eines Browsers.',
  'settings.doc.console.metrics':
    'Liefert /metrics aus. Wie alles andere braucht es eine Anmeldung oder einen API-Schlüssel.',
  'settings.doc.history.factDays': 'Einzelne Ereignisse. Abgeholte Drops und Minuten je Tag bleiben für immer.',
  'settings.doc.history.lineDays': 'In der Datenbank; Protokolldateien haben eine eigene Grenze.',
  'settings.doc.history.sampleDays': 'Messungen von Prozessor und Arbeitsspeicher.',
  'settings.doc.history.auditDays': 'Das Änderungsprotokoll und frühere Einstellungen.',
  'settings.doc.history.maxMegabytes':
    'Darüber weichen zuerst die ältesten Protokollzeilen, dann Messungen, dann Ereignisse vor ihrer Zeit.',
  'settings.doc.notifications.quietHours':
    'Zeiten, in denen nur gesendet wird, was dich sofort braucht. Der Rest folgt danach in einer Nachricht.',
  'settings.doc.notifications.repeatMinutes':
    'Dieselbe Nachricht über dieselbe Sache wird erst nach so vielen Minuten wieder gesendet.',
  'settings.doc.notifications.uncountedMinutes':
    'Wie lange Twitch beim Zusehen nichts zählen darf, bevor du Bescheid bekommst.',
  'settings.doc.backup.schedule':
    'Wann Einstellungen und Verlauf gesichert werden, als Cron-Zeile, etwa 30 4 * * *; nichts bedeutet nie von selbst. Zugangsdaten sind nur dabei, wenn DROPWISE_BACKUP_PASSPHRASE_FILE eine Datei mit einer Passphrase nennt.',
  'settings.doc.backup.keep': 'Die älteste geht zuerst.',
  'settings.doc.backup.folder': 'Wohin Sicherungen gehen; nichts bedeutet den Ordner backups im Datenverzeichnis.',
  'settings.doc.updates.check': 'Einmal am Tag. Solange das aus ist, wird nie etwas abgefragt.',
  'settings.doc.updates.url':
    'Eine Adresse, die mit JSON antwortet, das version (oder tag_name) und nach Belieben url enthält.',
};
