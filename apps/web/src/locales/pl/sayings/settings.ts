import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: odpowiada jak proxy HTTP i nas wpuszcza.',
  'sayings.proxy-socks-works': '{address}: odpowiada jak proxy SOCKS5 i nas wpuszcza.',
  'sayings.proxy-socks-accepts': '{address}: odpowiada jak proxy SOCKS5 i przyjmuje nazwę i hasło.',
  'sayings.proxy-not-http': '{address}: nie odpowiada jak proxy HTTP.',
  'sayings.proxy-not-socks': '{address}: nie odpowiada jak proxy SOCKS5.',
  'sayings.proxy-web-server': '{address}: odpowiada {status}, jak serwer WWW, który nie jest proxy.',
  'sayings.proxy-wants-name': '{address}: prosi o nazwę i hasło.',
  'sayings.proxy-refuses-name': '{address}: nie przyjmuje nazwy i hasła.',
  'sayings.proxy-other-sign-in': '{address}: chce sposobu logowania, którego tu nie znamy.',
  'sayings.proxy-long-name': '{address}: nazwa lub hasło SOCKS5 ma najwyżej {maxBytes} B.',
  'sayings.proxy-too-slow': '{address}: brak odpowiedzi w ciągu {seconds} s. Sprawdź hosta i port.',
  'sayings.proxy-talks':
    '{address}: powiedziało więcej, niż mieści odpowiedź. Sprawdź, czy jest tam proxy tego rodzaju.',
  'sayings.proxy-hangs-up':
    '{address}: zakończyło połączenie zamiast odpowiedzieć. Sprawdź, czy jest tam proxy tego rodzaju.',
  'sayings.proxy-nobody': '{address}: nic tam nie nasłuchuje. Sprawdź hosta i port oraz to, czy proxy działa.',
  'sayings.proxy-unknown-host': '{address}: nazwa hosta nie jest znana. Sprawdź pisownię.',
  'sayings.proxy-no-way': '{address}: nie ma drogi do tego hosta. Sprawdź adres i sieć.',
  'sayings.proxy-broke': '{address}: zerwało połączenie. Sprawdź, czy jest tam proxy tego rodzaju.',
  'sayings.proxy-failed': '{address}: połączenie nie udało się ({errorCode}). Sprawdź schemat, hosta i port.',
  'sayings.import-unknown': '{name} nie jest znanym tu ustawieniem {peer} i zostaje pominięte.',
  'sayings.import-misfit': '{name} zostaje pominięte: wartość w pliku nie pasuje.',
  'sayings.import-no-setting': 'Nie ma ustawienia {name}: zostaje pominięte.',
  'sayings.import-stays': '„{key}” zostaje bez zmian: to, co jest w pliku, nie pasuje.',
  'sayings.import-left-out': '„{key}” zostaje pominięte: wartość w pliku nie pasuje.',
  'sayings.import-code-rewards':
    'Nagrody przychodzące jako kod są tu osobnym rodzajem: mining.benefits.CODE zostaje bez zmian.',
  'sayings.import-page-only': '{name} dotyczy strony rangermix i nie ma odpowiednika.',
  'sayings.import-window-only': '{name} dotyczy okna TDM i nie ma odpowiednika.',
  'sayings.import-no-games':
    'games_to_watch jest puste, więc rangermix nic nie zbiera, a z mining.mode priority_only Dropwise też nie.',
  'sayings.import-badges':
    'TDM nie zbiera żadnej kampanii z odznaką lub emotką, dopóki enable_badges_emotes jest wyłączone. Tutaj taka kampania jest pomijana tylko tam, gdzie nie połączono konta; wyłącz mining.benefits.BADGE i mining.benefits.EMOTE, by pomijać więcej.',
  'sayings.import-autostart': 'autostart_tray nie ma odpowiednika: Dropwise uruchamia się jako usługa.',
  'sayings.import-tray': 'tray_notifications nie ma odpowiednika: powiadomienia idą kanałami, które ustawisz.',
  'sayings.import-empty-names':
    '„{key}”: {count, plural, one {pominięto # pustą nazwę} few {pominięto # puste nazwy} many {pominięto # pustych nazw} other {pominięto # pustej nazwy}}.',
  'sayings.import-bent': '„{key}” to {taken}, a nie {given}: zakres od {min} do {max}.',
  'sayings.settings-unreadable': '{path} musi dać się odczytać, ale system odpowiedział: {detail}. Działamy bez niego.',
  'sayings.settings-broken':
    '{path} musi być JSON-em, ale wiersz {line}, kolumna {column} nim nie jest. Plik zostaje, jaki jest{copy, select, none {} other {, z kopią w {copy}}}. Działamy bez niego: popraw ten wiersz.',
  'sayings.settings-misfit':
    '{place}: „{key}” nie może mieć wartości {found}. {detail} {origin, select, file {Obowiązuje wartość z pliku ustawień.} environment {Obowiązuje wartość ze środowiska.} other {Obowiązuje wartość domyślna.}}',
  'sayings.settings-unknown': '{place}: nie ma ustawienia {name}. Nic nie zmienia.',
  'sayings.settings-unknown-near': '{place}: nie ma ustawienia {name}. Może chodzi o {near}. Nic nie zmienia.',
  'sayings.storage-read-only':
    '{path} musi dać się zapisywać, ale jego system plików zamontowano tylko do odczytu. Zamontuj go do zapisu albo wybierz inny folder przez --data-dir.',
  'sayings.storage-full': '{path} musi przyjmować pliki, ale dysk lub limit jest pełny. Zwolnij miejsce.',
  'sayings.storage-file-in-way':
    '{path} musi być folderem, ale w {file} stoi na drodze plik. Przenieś go albo wybierz inny folder przez --data-dir.',
  'sayings.storage-failing':
    '{path} musi być folderem, który przyjmuje pliki, ale system odpowiedział: {detail}. Napraw to albo wybierz inny folder przez --data-dir.',
  'sayings.storage-refused':
    '{path} musi dać się zapisywać, ale system odmówił. Daj temu kontu prawo zapisu albo wybierz inny folder przez --data-dir.',
  'sayings.storage-own-mode':
    '{path} musi dać się zapisywać, ale system odmówił: {folder} należy do {owner} (tryb {mode}), a Dropwise działa jako {account}. Daj właścicielowi prawo zapisu.',
  'sayings.storage-not-made':
    '{path} nie da się utworzyć: {folder} należy do {owner} (tryb {mode}), a Dropwise działa jako {account}. Utwórz ten folder albo wybierz inny przez --data-dir.',
  'sayings.storage-other-owner':
    '{path} musi dać się zapisywać, ale system odmówił: {folder} należy do {owner} (tryb {mode}), a Dropwise działa jako {account}. Przekaż folder.',
};
