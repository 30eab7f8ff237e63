import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'El plan mira dos semanas hacia delante para lograr el mayor número de drops, según tus deseos. Los demás modos ordenan los juegos por una sola regla; los juegos de tu lista van primero en todos.',
  'settings.doc.mining.priority': 'Nombres de juegos, primero el que más quieres. Las mayúsculas no importan.',
  'settings.doc.mining.wishes.games':
    'Cuánto quieres cada juego. Los que no se nombran aquí se quieren si están en tu lista de arriba o si está vacía; si no, rellenan el tiempo que sobre.',
  'settings.doc.mining.wishes.campaigns':
    'Lo mismo para campañas concretas, por id o nombre exacto. Está por encima del deseo del juego.',
  'settings.doc.mining.wishes.drops':
    'Lo mismo para drops concretos, por id. Está por encima de los deseos de su campaña y su juego. Lo excluido abajo está por encima de cualquier deseo.',
  'settings.doc.mining.planGoal': 'Lo que el plan intenta maximizar.',
  'settings.doc.mining.exclude.games': 'Nombres de juegos que nunca se minan.',
  'settings.doc.mining.exclude.campaigns': 'Campañas que nunca se minan, por id o nombre exacto.',
  'settings.doc.mining.exclude.drops': 'Drops que nunca se minan, por id.',
  'settings.doc.mining.exclude.keywords':
    'Partes de nombres: una campaña o un drop cuyo nombre contenga una de ellas nunca se mina.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Minar las recompensas que van directas a la cuenta del juego.',
  'settings.doc.mining.benefits.BADGE': 'Minar insignias del chat.',
  'settings.doc.mining.benefits.EMOTE': 'Minar emotes.',
  'settings.doc.mining.benefits.CODE': 'Minar las recompensas que llegan como código.',
  'settings.doc.mining.benefits.UNKNOWN': 'Minar las recompensas de tipos que Twitch haya añadido desde esta versión.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Minar insignias y emotes también sin cuenta de juego vinculada: no la necesitan.',
  'settings.doc.mining.seed': 'Decide el orden cuando los juegos se eligen al azar; el mismo número da el mismo orden.',
  'settings.doc.mining.pausedHours':
    'Cuándo no se mina nada. Las horas que pasan de medianoche pertenecen al día en que empiezan. Los drops se siguen reclamando.',
  'settings.doc.mining.timeZone': 'En la que se leen las horas de pausa y las horas de silencio.',
  'settings.doc.discovery.availableDrops':
    'Preguntar a los canales en directo de los juegos que quieres en qué campañas participan.',
  'settings.doc.discovery.catalogue':
    'Leer un catálogo público de campañas que mantienen otras personas. No es de Twitch y no sabe nada de tu cuenta.',
  'settings.doc.discovery.catalogueUrl': 'Dónde está ese catálogo.',
  'settings.doc.watching.transports':
    'En el orden en que se prueban. La siguiente se usa cuando no se cuentan los minutos.',
  'settings.doc.twitch.client':
    'Como qué inicia sesión Dropwise en Twitch. Una sesión pertenece a un tipo: tras un cambio, vuelves a iniciarla.',
  'settings.doc.twitch.customClientId': 'Solo se usa cuando el tipo de cliente de arriba es el tuyo propio.',
  'settings.doc.twitch.socket': 'Por dónde llega el progreso.',
  'settings.doc.network.proxy':
    'Para todo lo que va a Twitch. Puede contener un nombre y una contraseña, así que se guarda en secreto.',
  'settings.doc.network.connectionQuality':
    'Multiplica todos los límites de tiempo: 1 para una buena conexión, 6 para una muy lenta.',
  'settings.doc.maintenance.reloadMinutes': 'Cada cuánto se vuelve a pedir todo a Twitch.',
  'settings.doc.logging.keepDays': 'Los archivos de registro diarios más antiguos se borran.',
  'settings.doc.console.host':
    'Cualquier cosa que no sea la dirección propia de este equipo (127.0.0.1, ::1, localhost) necesita contraseña.',
  'settings.doc.console.port': 'Donde escucha la consola; 0 toma uno libre.',
  'settings.doc.console.basePath':
    'Ruta bajo la que se sirve todo, detrás de un proxy inverso cuyo host se comparte con otros, por ejemplo /dropwise.',
  'settings.doc.console.allowedHosts':
    'Nombres con los que responde la consola además de su dirección, por ejemplo nas.local o drops.example.org. Los demás se rechazan, para que ninguna página web llegue a ella con un nombre propio.',
  'settings.doc.console.trustedProxies':
    'Direcciones o rangos (172.16.0.0/12) de proxies inversos a los que se cree cuando dicen quién pregunta.',
  'settings.doc.console.tlsCertFile': 'En PEM, para servir HTTPS; junto con el archivo de la clave.',
  'settings.doc.console.tlsKeyFile': 'En PEM, para el certificado de arriba.',
  'settings.doc.console.sessionDays': 'Contados desde la última visita de un navegador.',
  'settings.doc.console.metrics': 'Servir /metrics. Pide iniciar sesión o una clave de API, como todo lo demás.',
  'settings.doc.history.factDays':
    'Sucesos sueltos. Los drops reclamados y los minutos por día se guardan para siempre.',
  'settings.doc.history.lineDays': 'En la base de datos; los archivos de registro tienen su propio límite.',
  'settings.doc.history.sampleDays': 'Mediciones de procesador y memoria.',
  'settings.doc.history.auditDays': 'El registro de auditoría y los ajustes anteriores.',
  'settings.doc.history.maxMegabytes':
    'Por encima de esto se van antes de tiempo las líneas de registro más antiguas, luego las mediciones y luego los sucesos.',
  'settings.doc.notifications.quietHours':
    'Horas en las que no se envía nada salvo lo que te necesita enseguida. El resto llega después en un solo mensaje.',
  'settings.doc.notifications.repeatMinutes':
    'El mismo mensaje sobre lo mismo no se vuelve a enviar hasta que pasen estos minutos.',
  'settings.doc.notifications.uncountedMinutes':
    'Cuánto tiempo puede Twitch no contar nada mientras se ve algo antes de avisarte.',
  'settings.doc.backup.schedule':
    'Cuándo se hace una copia de ajustes e historial, como línea cron, por ejemplo 30 4 * * *; nada significa nunca por sí sola. Las credenciales solo están dentro si DROPWISE_BACKUP_PASSPHRASE_FILE indica un archivo con una frase de contraseña.',
  'settings.doc.backup.keep': 'La más antigua se va primero.',
  'settings.doc.backup.folder': 'Adónde van las copias; nada significa la carpeta backups del directorio de datos.',
  'settings.doc.updates.check': 'Una vez al día. Mientras esté desactivado, nunca se pregunta nada.',
  'settings.doc.updates.url': 'Una dirección que responde con JSON que tiene version (o tag_name) y, si quiere, url.',
};
