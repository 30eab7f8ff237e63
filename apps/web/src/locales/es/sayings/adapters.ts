import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Qué canal ve y qué reclama solo aparece en su propia ventana, nunca en log.txt: ambas cosas se conocen donde se lee esa salida, y si no, no.',
  'sayings.tdm-english-only':
    'Solo se reconocen los textos en inglés de su ventana. En otros idiomas las líneas se guardan, pero no dicen nada de canales, reclamaciones ni inicio de sesión.',
  'sayings.tdm-verbosity':
    'Los minutos se conocen a partir de -vvv. Lo que Twitch confirmó y lo que TDM contó por sí mismo solo se distingue por la línea que lo trajo.',
  'sayings.tdm-no-orders':
    'No acepta órdenes: las campañas se recargan y los canales se eligen en su ventana. Se puede iniciar, detener y reiniciar.',
  'sayings.tdm-no-lists': 'No enumera ni sus campañas ni sus planes.',
  'sayings.rangermix-one-number':
    'Muestra un solo número de minutos y no distingue lo que Twitch confirmó de lo que contó él mismo.',
  'sayings.rangermix-claims': 'Cómo llegó a una reclamación y cuántas veces lo intentó, no lo dice.',
  'sayings.rangermix-no-why': 'Por qué ve un canal y para qué campaña, no lo dice.',
  'sayings.rangermix-language':
    'Sus estados se dicen en su propio idioma: si no es inglés, se muestran tal cual, sin su significado.',
  'sayings.rangermix-unheard': 'Lo que dijo mientras nadie escuchaba no se lee después.',
  'sayings.rangermix-no-plan':
    'No tiene plan. Los ajustes se cambian por su API mientras funciona, y cerrar sesión solo es posible en su propia máquina.',
  'sayings.command-patterns': 'Solo se conoce lo que sus patrones encuentran en sus líneas; nada más de lo que hace.',
  'sayings.command-minutes':
    'Los minutos cuentan como confirmados solo donde lo dice un patrón, que es la palabra de quien lo escribió.',
  'sayings.command-no-orders': 'No acepta más orden que terminar: no se sabe nada del programa.',
  'sayings.adapter-absent': 'Esta consola no tiene ningún adaptador «{adapter}». Elige otro.',
  'sayings.line-twitch-down':
    'Twitch tiene problemas; se pregunta de nuevo en {seconds, plural, one {# segundo} other {# segundos}}.',
  'sayings.line-unreachable':
    'No se llega a {host}; se intenta de nuevo en {seconds, plural, one {# segundo} other {# segundos}}.',
  'sayings.line-unreachable-todo': 'Comprueba tu conexión y el proxy de sus ajustes.',
  'sayings.line-query-unknown': 'Twitch no conocía la consulta {operation}.',
  'sayings.line-query-unknown-todo': 'Si sigue así, busca una actualización de este minero.',
  'sayings.line-operation-error': 'Twitch respondió a {operation} con un error: {detail}.',
  'sayings.line-web-page': 'Llegó una página web donde debía responder Twitch.',
  'sayings.line-web-page-todo': 'Comprueba si esta red pide iniciar sesión antes de dejar pasar.',
  'sayings.line-captcha': 'Twitch rechazó el inicio de sesión con un CAPTCHA.',
  'sayings.line-captcha-todo': 'Espera doce horas o más y vuelve a iniciarlo.',
  'sayings.line-login-needed': 'Espera a que inicies sesión en Twitch.',
  'sayings.line-login-button-todo':
    'Pulsa el botón de inicio de sesión de su ventana e introduce en Twitch el código que muestra.',
  'sayings.line-login-code-todo': 'Abre {link} e introduce {code}.',
  'sayings.line-login-confirm-todo': 'Abre {link}, introduce {code} y confírmalo aquí: solo entonces sigue.',
  'sayings.line-session-kept': 'Twitch no cerró la sesión anterior: {detail}.',
  'sayings.line-drops-unknown': 'Twitch no dijo qué drops tiene {channel}.',
  'sayings.line-watch-failed': 'El visionado de {channel} no llegó a Twitch.',
  'sayings.line-unconfirmed': 'Twitch no ha confirmado ningún minuto de {campaign} desde hace un rato.',
  'sayings.line-fatal': 'Encontró un error que no le deja seguir.',
  'sayings.line-ended-error': 'Terminó con un error y pide atención.',
  'sayings.line-restart-todo': 'Mira sus últimas líneas y luego reinícialo.',
  'sayings.line-part-failed': 'Su parte {task} falló; sus líneas tienen los detalles.',
  'sayings.line-part-failed-todo': 'Si no sigue por sí mismo, reinícialo.',
  'sayings.line-stopped-mining': 'Ya no mina, aunque su proceso quizá siga ahí, esperando a que se cierre su ventana.',
  'sayings.line-socket-none': 'Su conexión en directo {socket} con Twitch no se establece.',
  'sayings.line-socket-closed': 'Su conexión en directo {socket} con Twitch fue cerrada por Twitch.',
  'sayings.line-socket-reconnecting': 'Su conexión en directo {socket} con Twitch se está restableciendo.',
  'sayings.line-socket-silent': 'Su conexión en directo {socket} con Twitch no obtuvo respuesta.',
  'sayings.line-socket-moving': 'Su conexión en directo {socket} con Twitch pasa a otro servidor.',
  'sayings.line-socket-error': 'Su conexión en directo {socket} con Twitch informa de un error.',
  'sayings.line-socket-failed': 'Su conexión en directo {socket} con Twitch falló.',
  'sayings.line-watching': 'Viendo. Lo que cuenta Twitch no se conoce aquí.',
  'sayings.dropwise-version':
    'La consola espera un minero que hable la versión {expected} de su lenguaje, y este habla la versión {found}. Instala ambos desde el mismo sitio y reinícialos.',
  'sayings.adapter-failed': 'Su salida no se entiende: el adaptador falló. El registro tiene los detalles.',
  'sayings.rangermix-silent': 'Funciona, pero no responde en {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Comprueba la dirección y que nada más use su puerto.',
  'sayings.rangermix-lost': 'No se llega a rangermix en {url}: {detail}.',
};
