import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'O plano olha duas semanas à frente para obter o máximo de drops, conforme seus desejos. Os outros modos ordenam os jogos por uma só regra; os jogos da sua lista vêm primeiro em todos.',
  'settings.doc.mining.priority': 'Nomes de jogos, o mais desejado primeiro. Maiúsculas e minúsculas não importam.',
  'settings.doc.mining.wishes.games':
    'Quanto você quer cada jogo. Os que não estão aqui são desejados se estiverem na sua lista acima ou se ela estiver vazia; senão, preenchem o tempo que sobrar.',
  'settings.doc.mining.wishes.campaigns':
    'O mesmo para campanhas específicas, por ID ou nome exato. Vale mais que o desejo do jogo.',
  'settings.doc.mining.wishes.drops':
    'O mesmo para drops específicos, por ID. Vale mais que os desejos da campanha e do jogo. O que fica de fora abaixo vale mais que qualquer desejo.',
  'settings.doc.mining.planGoal': 'O que o plano procura maximizar.',
  'settings.doc.mining.exclude.games': 'Nomes de jogos que nunca são minerados.',
  'settings.doc.mining.exclude.campaigns': 'Campanhas que nunca são mineradas, por ID ou nome exato.',
  'settings.doc.mining.exclude.drops': 'Drops que nunca são minerados, por ID.',
  'settings.doc.mining.exclude.keywords':
    'Partes de nomes: uma campanha ou um drop cujo nome contenha uma delas nunca é minerado.',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'Minerar recompensas que vão direto para a conta do jogo.',
  'settings.doc.mining.benefits.BADGE': 'Minerar insígnias de chat.',
  'settings.doc.mining.benefits.EMOTE': 'Minerar emotes.',
  'settings.doc.mining.benefits.CODE': 'Minerar recompensas que vêm como código.',
  'settings.doc.mining.benefits.UNKNOWN': 'Minerar recompensas de tipos que a Twitch acrescentou desde esta versão.',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'Minerar insígnias e emotes também sem conta de jogo vinculada: eles não precisam dela.',
  'settings.doc.mining.seed': 'Decide a ordem quando os jogos são sorteados; o mesmo número dá a mesma ordem.',
  'settings.doc.mining.pausedHours':
    'Quando nada é minerado. Horários que passam da meia-noite pertencem ao dia em que começam. Os drops continuam sendo resgatados.',
  'settings.doc.mining.timeZone': 'No qual são lidas as horas de pausa e as horas de silêncio.',
  'settings.doc.discovery.availableDrops':
    'Perguntar aos canais ao vivo dos jogos desejados de quais campanhas participam.',
  'settings.doc.discovery.catalogue':
    'Ler um catálogo público de campanhas mantido por outras pessoas. Não é da Twitch e não sabe nada da sua conta.',
  'settings.doc.discovery.catalogueUrl': 'Onde fica esse catálogo.',
  'settings.doc.watching.transports':
    'Na ordem em que são tentadas. A próxima é usada quando os minutos não são contados.',
  'settings.doc.twitch.client':
    'Como o Dropwise entra na Twitch. Uma sessão pertence a um tipo: depois de uma mudança, você entra de novo.',
  'settings.doc.twitch.customClientId': 'Usado só quando o tipo de cliente acima é o seu próprio.',
  'settings.doc.twitch.socket': 'Por onde o progresso chega.',
  'settings.doc.network.proxy':
    'Para tudo o que vai à Twitch. Pode conter nome e senha, por isso é mantido em segredo.',
  'settings.doc.network.connectionQuality':
    'Multiplica todos os limites de tempo: 1 para uma boa conexão, 6 para uma muito lenta.',
  'settings.doc.maintenance.reloadMinutes': 'Com que frequência tudo é pedido de novo à Twitch.',
  'settings.doc.logging.keepDays': 'Arquivos de log diários mais antigos que isso são apagados.',
  'settings.doc.console.host':
    'Tudo que não seja o endereço desta própria máquina (127.0.0.1, ::1, localhost) precisa de senha.',
  'settings.doc.console.port': 'Onde o console escuta; 0 usa uma livre.',
  'settings.doc.console.basePath':
    'Caminho sob o qual tudo é servido, atrás de um proxy reverso que divide o host com outros, por exemplo /dropwise.',
  'settings.doc.console.allowedHosts':
    'Nomes pelos quais o console responde além do endereço em que escuta, por exemplo nas.local ou drops.example.org. Outros são recusados, para que nenhuma página da web o alcance por um nome próprio.',
  'settings.doc.console.trustedProxies':
    'Endereços ou faixas (172.16.0.0/12) de proxies reversos em que se confia quando dizem quem pergunta.',
  'settings.doc.console.tlsCertFile': 'Em PEM, para servir HTTPS; junto com o arquivo da chave.',
  'settings.doc.console.tlsKeyFile': 'Em PEM, para o certificado acima.',
  'settings.doc.console.sessionDays': 'Contados a partir da última visita de um navegador.',
  'settings.doc.console.metrics': 'Servir /metrics. Pede login ou chave de API, como todo o resto.',
  'settings.doc.history.factDays': 'Eventos avulsos. Drops resgatados e minutos por dia são guardados para sempre.',
  'settings.doc.history.lineDays': 'No banco de dados; arquivos de log têm um limite próprio.',
  'settings.doc.history.sampleDays': 'Medições de processador e memória.',
  'settings.doc.history.auditDays': 'A trilha de auditoria e as configurações anteriores.',
  'settings.doc.history.maxMegabytes':
    'Acima disto, as linhas de log mais antigas, depois as medições, depois os eventos saem antes da hora.',
  'settings.doc.notifications.quietHours':
    'Horas em que nada é enviado, a não ser o que precisa de você na hora. O resto segue depois em uma só mensagem.',
  'settings.doc.notifications.repeatMinutes':
    'A mesma mensagem sobre a mesma coisa não é enviada de novo antes de passarem estes minutos.',
  'settings.doc.notifications.uncountedMinutes':
    'Por quanto tempo a Twitch pode não contar nada enquanto algo é assistido antes de avisar você.',
  'settings.doc.backup.schedule':
    'Quando um backup de configurações e histórico é feito, como linha cron, por exemplo 30 4 * * *; nada significa nunca sozinho. As credenciais só entram se DROPWISE_BACKUP_PASSPHRASE_FILE indicar um arquivo com uma frase secreta.',
  'settings.doc.backup.keep': 'O mais antigo sai primeiro.',
  'settings.doc.backup.folder': 'Para onde vão os backups; nada significa a pasta backups no diretório de dados.',
  'settings.doc.updates.check': 'Uma vez por dia. Enquanto estiver desligado, nada é perguntado.',
  'settings.doc.updates.url': 'Um endereço que responde com JSON que tem version (ou tag_name) e, se quiser, url.',
};
