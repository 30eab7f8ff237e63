import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Welchen Kanal er sieht und was er abholt, steht nur in seinem eigenen Fenster, nie in log.txt: Beides ist bekannt, wo diese Ausgabe mitgelesen wird, sonst nicht.',
  'sayings.tdm-english-only':
    'Nur englische Texte seines Fensters werden erkannt. In anderen Sprachen werden die Zeilen aufbewahrt, sagen aber nichts über Kanäle, Abholungen und die Anmeldung.',
  'sayings.tdm-verbosity':
    'Minuten sind ab -vvv bekannt. Was Twitch bestätigt hat und was TDM selbst gezählt hat, lässt sich nur an der Zeile unterscheiden, die es brachte.',
  'sayings.tdm-no-orders':
    'Er nimmt keine Befehle an: Kampagnen neu laden und Kanäle wählen geht nur in seinem Fenster. Er lässt sich starten, anhalten und neu starten.',
  'sayings.tdm-no-lists': 'Er nennt weder seine Kampagnen noch seine Pläne.',
  'sayings.rangermix-one-number':
    'Er zeigt eine einzige Minutenzahl und sagt nicht, was Twitch bestätigt und was er selbst gezählt hat.',
  'sayings.rangermix-claims': 'Wie er zu einer Abholung kam und wie oft er es versuchte, sagt er nicht.',
  'sayings.rangermix-no-why': 'Warum und für welche Kampagne er einen Kanal sieht, sagt er nicht.',
  'sayings.rangermix-language':
    'Seine Zustände nennt er in seiner eigenen Sprache: Ist es nicht Englisch, werden sie gezeigt, wie sie sind, ohne ihre Bedeutung.',
  'sayings.rangermix-unheard': 'Was er sagte, während niemand zuhörte, wird nachträglich nicht gelesen.',
  'sayings.rangermix-no-plan':
    'Er hat keinen Plan. Einstellungen werden über seine Schnittstelle geändert, während er läuft; abmelden geht nur an seinem eigenen Rechner.',
  'sayings.command-patterns':
    'Bekannt ist nur, was seine Muster in seinen Zeilen finden; alles andere, was er tut, nicht.',
  'sayings.command-minutes':
    'Minuten gelten nur als bestätigt, wo ein Muster es sagt; dafür steht ein, wer es geschrieben hat.',
  'sayings.command-no-orders':
    'Er nimmt keinen Befehl an außer dem, sich zu beenden: Über das Programm ist nichts bekannt.',
  'sayings.adapter-absent': 'Diese Konsole hat keinen Adapter „{adapter}“. Wähle einen anderen.',
  'sayings.line-twitch-down':
    'Twitch hat Schwierigkeiten; in {seconds, plural, one {# Sekunde} other {# Sekunden}} wird wieder gefragt.',
  'sayings.line-unreachable':
    '{host} ist nicht erreichbar; in {seconds, plural, one {# Sekunde} other {# Sekunden}} wird es wieder versucht.',
  'sayings.line-unreachable-todo': 'Prüfe deine Verbindung und den Proxy in seinen Einstellungen.',
  'sayings.line-query-unknown': 'Twitch kannte die Abfrage {operation} nicht.',
  'sayings.line-query-unknown-todo': 'Wenn das so bleibt, suche nach einer neuen Version dieses Miners.',
  'sayings.line-operation-error': 'Twitch beantwortete {operation} mit einem Fehler: {detail}.',
  'sayings.line-web-page': 'Statt einer Antwort von Twitch kam eine Webseite.',
  'sayings.line-web-page-todo': 'Prüfe, ob dieses Netz eine Anmeldung verlangt, bevor es jemanden durchlässt.',
  'sayings.line-captcha': 'Twitch lehnte die Anmeldung mit einem CAPTCHA ab.',
  'sayings.line-captcha-todo': 'Warte zwölf Stunden oder länger und starte ihn dann wieder.',
  'sayings.line-login-needed': 'Er wartet darauf, dass du dich bei Twitch anmeldest.',
  'sayings.line-login-button-todo':
    'Drücke in seinem Fenster auf Anmelden und gib den Code, den es zeigt, bei Twitch ein.',
  'sayings.line-login-code-todo': 'Öffne {link} und gib {code} ein.',
  'sayings.line-login-confirm-todo':
    'Öffne {link}, gib {code} ein und bestätige es dann hier: Erst dann macht er weiter.',
  'sayings.line-session-kept': 'Twitch hat die alte Sitzung nicht beendet: {detail}.',
  'sayings.line-drops-unknown': 'Twitch sagte nicht, welche Drops {channel} hat.',
  'sayings.line-watch-failed': 'Das Zusehen bei {channel} kam nicht bei Twitch an.',
  'sayings.line-unconfirmed': 'Twitch hat für {campaign} eine Weile keine Minute bestätigt.',
  'sayings.line-fatal': 'Ein Fehler lässt ihn nicht weitermachen.',
  'sayings.line-ended-error': 'Er endete mit einem Fehler und braucht Aufmerksamkeit.',
  'sayings.line-restart-todo': 'Sieh dir seine letzten Zeilen an und starte ihn dann neu.',
  'sayings.line-part-failed': 'Sein Teil {task} ist ausgefallen; die Einzelheiten stehen in seinen Zeilen.',
  'sayings.line-part-failed-todo': 'Wenn er nicht von selbst weitermacht, starte ihn neu.',
  'sayings.line-stopped-mining':
    'Er sammelt nicht mehr, aber sein Prozess ist vielleicht noch da und wartet, dass sein Fenster geschlossen wird.',
  'sayings.line-socket-none': 'Seine Live-Verbindung {socket} zu Twitch kommt nicht zustande.',
  'sayings.line-socket-closed': 'Seine Live-Verbindung {socket} zu Twitch wurde von Twitch geschlossen.',
  'sayings.line-socket-reconnecting': 'Seine Live-Verbindung {socket} zu Twitch wird neu aufgebaut.',
  'sayings.line-socket-silent': 'Seine Live-Verbindung {socket} zu Twitch bekam keine Antwort.',
  'sayings.line-socket-moving': 'Seine Live-Verbindung {socket} zu Twitch zieht auf einen anderen Server um.',
  'sayings.line-socket-error': 'Seine Live-Verbindung {socket} zu Twitch meldet einen Fehler.',
  'sayings.line-socket-failed': 'Seine Live-Verbindung {socket} zu Twitch ist ausgefallen.',
  'sayings.line-watching': 'Es wird zugesehen. Was Twitch zählt, ist hier nicht bekannt.',
  'sayings.dropwise-version':
    'Die Konsole erwartet einen Miner, der Version {expected} ihrer gemeinsamen Sprache spricht; dieser spricht Version {found}. Installiere beide aus derselben Quelle und starte sie neu.',
  'sayings.adapter-failed':
    'Seine Ausgabe ist nicht zu verstehen: Der Adapter ist ausgefallen. Einzelheiten stehen im Protokoll.',
  'sayings.rangermix-silent': 'Er läuft, antwortet aber nicht unter {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Prüfe die Adresse, und ob etwas anderes seinen Port benutzt.',
  'sayings.rangermix-lost': 'rangermix ist unter {url} nicht erreichbar: {detail}.',
};
