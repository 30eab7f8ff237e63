import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'Plan sięga dwa tygodnie naprzód po jak najwięcej dropów, według Twoich życzeń. Pozostałe tryby układają gry według jednej zasady; gry z Twojej listy są w każdym z nich pierwsze.',
  'settings.doc.mining.priority': 'Nazwy gier, najbardziej chciane na początku. Wielkość liter nie ma znaczenia.',
  'settings.doc.mining.wishes.games':
    'Jak bardzo chcesz każdej gry. Gry niewymienione tutaj są chciane, jeśli są na liście powyżej albo ta lista jest pusta; w przeciwnym razie wypełniają pozostały czas.',
  'settings.doc.mining.wishes.campaigns':
    'To samo dla pojedynczych kampanii, według identyfikatora lub dokładnej nazwy. Ważniejsze niż życzenie dla gry.',
  'settings.doc.mining.wishes.drops':
    'To samo dla pojedynczych dropów, według identyfikatora. Ważniejsze niż życzenia dla kampanii i gry. Wykluczenia poniżej są ważniejsze niż każde życzenie.',
  'settings.doc.mining.planGoal': 'Czego plan ma dać jak najwięcej.',
  'settings.doc.mining.exclude.games': 'Nazwy gier, które nigdy nie są zdobywane.',
  'settings.doc.mining.exclude.campaigns':
    'Kampanie, które nigdy nie są zdobywane, według identyfikatora lub dokładnej nazwy.',
  'settings.doc.mining.exclude.drops': 'Dropy, które nigdy nie są zdobywane, według identyfikatora.',
  'settings.doc.mining.exclude.keywords':
    'Części nazw: kampania lub drop, których nazwa zawiera którąś z nich, nigdy nie są zdobywane.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Zdobywaj nagrody, które trafiają prosto na konto w grze.',
  'settings.doc.mining.benefits.BADGE': 'Zdobywaj odznaki czatu.',
  'settings.doc.mining.benefits.EMOTE': 'Zdobywaj emotki.',
  'settings.doc.mining.benefits.CODE': 'Zdobywaj nagrody, które przychodzą jako kod.',
  'settings.doc.mining.benefits.UNKNOWN': 'Zdobywaj nagrody rodzajów, które Twitch dodał po tej wersji.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Zdobywaj odznaki i emotki także bez połączonego konta gry: nie potrzebują go.',
  'settings.doc.mining.seed':
    'Decyduje o kolejności, gdy gry są wybierane losowo; ta sama liczba daje tę samą kolejność.',
  'settings.doc.mining.pausedHours':
    'Kiedy nic nie jest zdobywane. Godziny przechodzące przez północ należą do dnia, w którym się zaczynają. Dropy są nadal odbierane.',
  'settings.doc.mining.timeZone': 'W której obowiązują godziny przerwy i godziny ciszy.',
  'settings.doc.discovery.availableDrops': 'Pytaj kanały na żywo z chcianymi grami, w jakich kampaniach biorą udział.',
  'settings.doc.discovery.catalogue':
    'Czytaj publiczny katalog kampanii prowadzony przez innych. Nie pochodzi od Twitcha i nic nie wie o Twoim koncie.',
  'settings.doc.discovery.catalogueUrl': 'Gdzie jest ten katalog.',
  'settings.doc.watching.transports':
    'W kolejności, w jakiej są próbowane. Następny jest używany, gdy minuty nie są liczone.',
  'settings.doc.twitch.client':
    'Jako co Dropwise loguje się na Twitchu. Sesja należy do jednego rodzaju: po zmianie trzeba zalogować się ponownie.',
  'settings.doc.twitch.customClientId': 'Używany tylko wtedy, gdy powyżej wybrano własny identyfikator klienta.',
  'settings.doc.twitch.socket': 'Którędy przychodzi postęp.',
  'settings.doc.network.proxy':
    'Do wszystkiego, co idzie do Twitcha. Może zawierać nazwę i hasło, więc jest trzymany w tajemnicy.',
  'settings.doc.network.connectionQuality': 'Mnoży każdy limit czasu: 1 dla dobrego połączenia, 6 dla bardzo wolnego.',
  'settings.doc.maintenance.reloadMinutes': 'Jak często wszystko jest pobierane z Twitcha od nowa.',
  'settings.doc.logging.keepDays': 'Starsze dzienne pliki dziennika są usuwane.',
  'settings.doc.console.host': 'Wszystko poza własnym adresem tego komputera (127.0.0.1, ::1, localhost) wymaga hasła.',
  'settings.doc.console.port': 'Na którym nasłuchuje konsola; 0 oznacza dowolny wolny.',
  'settings.doc.console.basePath':
    'Ścieżka, pod którą wszystko jest udostępniane, za odwrotnym proxy dzielącym hosta z innymi, na przykład /dropwise.',
  'settings.doc.console.allowedHosts':
    'Nazwy, pod którymi konsola odpowiada obok swojego adresu, na przykład nas.local lub drops.example.org. Inne są odrzucane, aby żadna strona internetowa nie dotarła do niej pod własną nazwą.',
  'settings.doc.console.trustedProxies':
    'Adresy lub zakresy (172.16.0.0/12) odwrotnych proxy, którym się wierzy, gdy mówią, kto pyta.',
  'settings.doc.console.tlsCertFile': 'W formacie PEM, do HTTPS; razem z plikiem klucza.',
  'settings.doc.console.tlsKeyFile': 'W formacie PEM, do certyfikatu powyżej.',
  'settings.doc.console.sessionDays': 'Liczone od ostatniej wizyty przeglądarki.',
  'settings.doc.console.metrics': 'Udostępnia /metrics. Jak wszystko inne wymaga zalogowania lub klucza API.',
  'settings.doc.history.factDays':
    'Pojedyncze zdarzenia. Odebrane dropy i minuty w poszczególnych dniach są przechowywane zawsze.',
  'settings.doc.history.lineDays': 'W bazie danych; pliki dziennika mają własny limit.',
  'settings.doc.history.sampleDays': 'Pomiary procesora i pamięci.',
  'settings.doc.history.auditDays': 'Dziennik zmian i wcześniejsze ustawienia.',
  'settings.doc.history.maxMegabytes':
    'Powyżej tego przed czasem znikają najstarsze wiersze dziennika, potem pomiary, potem zdarzenia.',
  'settings.doc.notifications.quietHours':
    'Godziny, w których wysyłane jest tylko to, co wymaga natychmiastowej uwagi. Reszta przychodzi później w jednej wiadomości.',
  'settings.doc.notifications.repeatMinutes':
    'Ta sama wiadomość o tej samej rzeczy nie jest wysyłana ponownie przed upływem tylu minut.',
  'settings.doc.notifications.uncountedMinutes':
    'Jak długo Twitch może niczego nie liczyć podczas oglądania, zanim dostaniesz powiadomienie.',
  'settings.doc.backup.schedule':
    'Kiedy tworzona jest kopia ustawień i historii, jako wiersz crona, na przykład 30 4 * * *; nic oznacza nigdy samoczynnie. Dane logowania są w niej tylko wtedy, gdy DROPWISE_BACKUP_PASSPHRASE_FILE wskazuje plik z hasłem szyfrującym.',
  'settings.doc.backup.keep': 'Najstarsza znika pierwsza.',
  'settings.doc.backup.folder': 'Dokąd trafiają kopie; nic oznacza folder backups w katalogu danych.',
  'settings.doc.updates.check': 'Raz dziennie. Dopóki jest wyłączone, o nic się nie pyta.',
  'settings.doc.updates.url': 'Adres, który odpowiada JSON-em z polem version (lub tag_name) i ewentualnie url.',
};
