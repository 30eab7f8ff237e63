import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: responde como un proxy HTTP y nos deja pasar.',
  'sayings.proxy-socks-works': '{address}: responde como un proxy SOCKS5 y nos deja pasar.',
  'sayings.proxy-socks-accepts': '{address}: responde como un proxy SOCKS5 y acepta el nombre y la contraseña.',
  'sayings.proxy-not-http': '{address}: no responde como un proxy HTTP.',
  'sayings.proxy-not-socks': '{address}: no responde como un proxy SOCKS5.',
  'sayings.proxy-web-server': '{address}: responde {status}, como un servidor web que no es un proxy.',
  'sayings.proxy-wants-name': '{address}: pide un nombre y una contraseña.',
  'sayings.proxy-refuses-name': '{address}: no acepta el nombre y la contraseña.',
  'sayings.proxy-other-sign-in': '{address}: quiere una forma de iniciar sesión que aquí no se conoce.',
  'sayings.proxy-long-name': '{address}: un nombre o una contraseña de SOCKS5 tiene como máximo {maxBytes} bytes.',
  'sayings.proxy-too-slow': '{address}: no respondió en {seconds} s. Comprueba el host y el puerto.',
  'sayings.proxy-talks':
    '{address}: dijo más de lo que cabe en una respuesta. Comprueba que allí hay un proxy de este tipo.',
  'sayings.proxy-hangs-up':
    '{address}: cerró la conexión en vez de responder. Comprueba que allí hay un proxy de este tipo.',
  'sayings.proxy-nobody': '{address}: allí no escucha nadie. Comprueba el host y el puerto, y que el proxy funciona.',
  'sayings.proxy-unknown-host': '{address}: el nombre del host no se conoce. Comprueba cómo está escrito.',
  'sayings.proxy-no-way': '{address}: no hay camino hasta ese host. Comprueba la dirección y la red.',
  'sayings.proxy-broke': '{address}: cortó la conexión. Comprueba que allí hay un proxy de este tipo.',
  'sayings.proxy-failed': '{address}: la conexión falló ({errorCode}). Comprueba el esquema, el host y el puerto.',
  'sayings.import-unknown': '{name} no es un ajuste conocido de {peer} y se omite.',
  'sayings.import-misfit': '{name} se omite: su valor en el archivo no es válido.',
  'sayings.import-no-setting': 'No existe el ajuste {name}: se omite.',
  'sayings.import-stays': '«{key}» queda como está: lo que hay en el archivo no es válido.',
  'sayings.import-left-out': '«{key}» se omite: su valor en el archivo no es válido.',
  'sayings.import-code-rewards':
    'Las recompensas que llegan como código son aquí un tipo propio: mining.benefits.CODE queda como está.',
  'sayings.import-page-only': '{name} trata de la página de rangermix y no tiene equivalente.',
  'sayings.import-window-only': '{name} trata de la ventana de TDM y no tiene equivalente.',
  'sayings.import-no-games':
    'games_to_watch está vacío, así que rangermix no mina nada, y con mining.mode priority_only Dropwise tampoco.',
  'sayings.import-badges':
    'TDM no mina ninguna campaña con insignia o emote mientras enable_badges_emotes está desactivado. Aquí una campaña así solo se deja donde no hay cuenta vinculada; desactiva mining.benefits.BADGE y mining.benefits.EMOTE para más.',
  'sayings.import-autostart': 'autostart_tray no tiene equivalente: Dropwise se inicia como servicio.',
  'sayings.import-tray': 'tray_notifications no tiene equivalente: los avisos salen por los canales que configures.',
  'sayings.import-empty-names':
    '«{key}»: {count, plural, one {se omitió # nombre vacío} many {se omitieron # nombres vacíos} other {se omitieron # nombres vacíos}}.',
  'sayings.import-bent': '«{key}» es {taken} y no {given}: va de {min} a {max}.',
  'sayings.settings-unreadable': '{path} debe poder leerse, pero el sistema respondió: {detail}. Se sigue sin él.',
  'sayings.settings-broken':
    '{path} debe ser JSON, pero la línea {line}, columna {column}, no lo es. Se deja como está{copy, select, none {} other {, con una copia en {copy}}}. Se sigue sin él: arregla esa línea.',
  'sayings.settings-misfit':
    '{place}: «{key}» no puede ser {found}. {detail} {origin, select, file {Vale el valor del archivo de ajustes.} environment {Vale el valor del entorno.} other {Vale el valor predeterminado.}}',
  'sayings.settings-unknown': '{place}: no existe el ajuste {name}. No tiene efecto.',
  'sayings.settings-unknown-near': '{place}: no existe el ajuste {name}. Quizá se quiso decir {near}. No tiene efecto.',
  'sayings.storage-read-only':
    '{path} debe permitir escritura, pero su sistema de archivos está montado solo para lectura. Móntalo con escritura o elige otra carpeta con --data-dir.',
  'sayings.storage-full': '{path} debe aceptar archivos, pero el disco o la cuota están llenos. Libera espacio.',
  'sayings.storage-file-in-way':
    '{path} debe ser una carpeta, pero un archivo estorba en {file}. Muévelo o elige otra carpeta con --data-dir.',
  'sayings.storage-failing':
    '{path} debe ser una carpeta que acepte archivos, pero el sistema respondió: {detail}. Arréglalo o elige otra carpeta con --data-dir.',
  'sayings.storage-refused':
    '{path} debe permitir escritura, pero el sistema se negó. Da a esta cuenta permiso para escribir ahí o elige otra carpeta con --data-dir.',
  'sayings.storage-own-mode':
    '{path} debe permitir escritura, pero el sistema se negó: {folder} pertenece a {owner} (modo {mode}) y Dropwise funciona como {account}. Da al propietario permiso de escritura.',
  'sayings.storage-not-made':
    '{path} no se puede crear: {folder} pertenece a {owner} (modo {mode}) y Dropwise funciona como {account}. Crea la carpeta o elige otra con --data-dir.',
  'sayings.storage-other-owner':
    '{path} debe permitir escritura, pero el sistema se negó: {folder} pertenece a {owner} (modo {mode}) y Dropwise funciona como {account}. Cede la carpeta.',
};
