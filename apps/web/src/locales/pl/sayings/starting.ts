import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': '{path} musi być plikiem, ale go tam nie ma. Popraw ścieżkę w poleceniu minera.',
  'sayings.prepare-file-unseen':
    '{path} musi być plikiem, ale system odpowiedział: {detail}. Popraw ścieżkę w poleceniu minera.',
  'sayings.prepare-no-file': '{path} musi być plikiem, a jest czymś innym. Popraw ścieżkę.',
  'sayings.prepare-unreadable': '{path} musi dać się odczytać z tego konta, ale się nie daje.',
  'sayings.prepare-not-executable': '{path} musi być wykonywalny, ale nie jest. Zezwól na to: {command}',
  'sayings.prepare-not-on-path':
    'Program {program} powinien być w jednym z folderów PATH, ale nie ma go w żadnym. Podaj jego pełną ścieżkę.',
  'sayings.prepare-no-command-or-log':
    'Potrzebne jest polecenie albo plik dziennika, ale w definicji nie ma żadnego z nich. Podaj program do uruchomienia.',
  'sayings.prepare-no-command-or-url':
    'Potrzebne jest polecenie albo adres, ale w definicji nie ma żadnego z nich. Podaj python ze ścieżką do jego main.py albo miejsce, gdzie działa: {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM potrzebuje polecenia, a nie ma żadnego. Podaj jego plik wykonywalny, AppImage albo python ze ścieżką do jego main.py.',
  'sayings.prepare-tdm-no-log':
    'Z nazwy {program} nie wynika, gdzie trzyma swój log.txt. Podaj jego pełną ścieżkę albo ścieżkę pliku dziennika.',
  'sayings.prepare-tdm-no-display':
    'TDM otwiera okno i potrzebuje ekranu, ale nie ustawiono ani DISPLAY, ani WAYLAND_DISPLAY. Ustaw jedną z nich w jego środowisku albo wstaw xvfb-run przed jego polecenie.',
  'sayings.prepare-no-miner':
    'Miner powinien być w {path}, ale nic się tam nie daje odczytać. Zainstaluj Dropwise ponownie.',
  'sayings.prepare-called-off': 'Zatrzymano go, zanim został uruchomiony.',
  'sayings.prepare-failed': 'Nie udało się go przygotować: {detail}',
};
