import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': '{path} debe ser un archivo, pero no está. Corrige la ruta en el comando del minero.',
  'sayings.prepare-file-unseen':
    '{path} debe ser un archivo, pero el sistema respondió: {detail}. Corrige la ruta en el comando del minero.',
  'sayings.prepare-no-file': '{path} debe ser un archivo, pero es otra cosa. Corrige la ruta.',
  'sayings.prepare-unreadable': '{path} debe poder leerse con esta cuenta, pero no se puede.',
  'sayings.prepare-not-executable': '{path} debe ser ejecutable, pero no lo es. Permítelo: {command}',
  'sayings.prepare-not-on-path':
    'Se esperaba el programa {program} en una de las carpetas de PATH, pero no está en ninguna. Indica su ruta completa.',
  'sayings.prepare-no-command-or-log':
    'Se esperaba un comando o un archivo de registro, pero la definición no tiene ninguno. Indica el programa que se debe iniciar.',
  'sayings.prepare-no-command-or-url':
    'Se esperaba un comando o una dirección, pero la definición no tiene ninguno. Indica python con la ruta de su main.py, o dónde funciona: {url}.',
  'sayings.prepare-tdm-no-command':
    'TDM necesita un comando, pero no tiene. Indica su ejecutable, su AppImage o python con la ruta de su main.py.',
  'sayings.prepare-tdm-no-log':
    'Dónde guarda {program} su log.txt no se puede saber por su nombre. Indica su ruta completa o la ruta del archivo de registro.',
  'sayings.prepare-tdm-no-display':
    'TDM abre una ventana y necesita una pantalla, pero ni DISPLAY ni WAYLAND_DISPLAY están definidas. Define una en su entorno o pon xvfb-run delante de su comando.',
  'sayings.prepare-no-miner':
    'Se espera el minero en {path}, pero allí no se puede leer nada. Instala Dropwise de nuevo.',
  'sayings.prepare-called-off': 'Se detuvo antes de iniciarse.',
  'sayings.prepare-failed': 'No se pudo preparar: {detail}',
};
