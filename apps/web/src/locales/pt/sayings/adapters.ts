import type { adapterSayings as en } from '../../en/sayings/adapters.ts';

export const adapterSayings: Record<keyof typeof en, string> = {
  'sayings.tdm-own-window':
    'Que canal ele assiste e o que resgata aparece só na janela dele, nunca em log.txt: os dois são conhecidos onde essa saída é lida, e só ali.',
  'sayings.tdm-english-only':
    'Só textos em inglês da janela dele são reconhecidos. Em outros idiomas as linhas são guardadas, mas não dizem nada sobre canais, resgates e login.',
  'sayings.tdm-verbosity':
    'Os minutos são conhecidos a partir de -vvv. O que a Twitch confirmou e o que o TDM contou sozinho só se distingue pela linha que o trouxe.',
  'sayings.tdm-no-orders':
    'Não aceita ordens: campanhas são recarregadas e canais escolhidos na janela dele. Pode ser iniciado, parado e reiniciado.',
  'sayings.tdm-no-lists': 'Não lista nem campanhas nem planos.',
  'sayings.rangermix-one-number':
    'Mostra um só número de minutos e não distingue o que a Twitch confirmou do que ele mesmo contou.',
  'sayings.rangermix-claims': 'Como chegou a um resgate e quantas vezes tentou, ele não diz.',
  'sayings.rangermix-no-why': 'Por que assiste a um canal e para qual campanha, ele não diz.',
  'sayings.rangermix-language':
    'Os estados dele são ditos no idioma dele: se não for inglês, aparecem como são, sem o significado.',
  'sayings.rangermix-unheard': 'O que disse enquanto ninguém ouvia não é lido depois.',
  'sayings.rangermix-no-plan':
    'Não tem plano. As configurações mudam pela API enquanto ele roda, e sair da conta só é possível na máquina dele.',
  'sayings.command-patterns': 'Só se sabe o que os padrões encontram nas linhas dele; nada mais do que faz.',
  'sayings.command-minutes':
    'Minutos contam como confirmados só onde um padrão diz isso, e é a palavra de quem o escreveu.',
  'sayings.command-no-orders': 'Não aceita ordem além de terminar: nada se sabe do programa.',
  'sayings.adapter-absent': 'Este console não tem o adaptador “{adapter}”. Escolha outro.',
  'sayings.line-twitch-down':
    'A Twitch está com problemas; nova tentativa em {seconds, plural, one {# segundo} other {# segundos}}.',
  'sayings.line-unreachable':
    'Não se alcança {host}; nova tentativa em {seconds, plural, one {# segundo} other {# segundos}}.',
  'sayings.line-unreachable-todo': 'Verifique sua conexão e o proxy nas configurações dele.',
  'sayings.line-query-unknown': 'A Twitch não conhecia a consulta {operation}.',
  'sayings.line-query-unknown-todo': 'Se continuar, procure uma atualização deste minerador.',
  'sayings.line-operation-error': 'A Twitch respondeu a {operation} com um erro: {detail}.',
  'sayings.line-web-page': 'Veio uma página web onde a Twitch deveria ter respondido.',
  'sayings.line-web-page-todo': 'Verifique se esta rede pede login antes de deixar passar.',
  'sayings.line-captcha': 'A Twitch recusou o login com um CAPTCHA.',
  'sayings.line-captcha-todo': 'Espere doze horas ou mais e inicie-o de novo.',
  'sayings.line-login-needed': 'Espera que você entre na Twitch.',
  'sayings.line-login-button-todo': 'Aperte o botão de login na janela dele e digite na Twitch o código mostrado.',
  'sayings.line-login-code-todo': 'Abra {link} e digite {code}.',
  'sayings.line-login-confirm-todo': 'Abra {link}, digite {code} e confirme aqui: só então ele continua.',
  'sayings.line-session-kept': 'A Twitch não encerrou a sessão antiga: {detail}.',
  'sayings.line-drops-unknown': 'A Twitch não disse quais drops {channel} tem.',
  'sayings.line-watch-failed': 'A exibição de {channel} não chegou à Twitch.',
  'sayings.line-unconfirmed': 'A Twitch não confirma nenhum minuto de {campaign} há algum tempo.',
  'sayings.line-fatal': 'Encontrou um erro que não o deixa continuar.',
  'sayings.line-ended-error': 'Terminou com um erro e pede atenção.',
  'sayings.line-restart-todo': 'Veja as últimas linhas dele e depois reinicie-o.',
  'sayings.line-part-failed': 'A parte {task} dele falhou; as linhas têm os detalhes.',
  'sayings.line-part-failed-todo': 'Se não continuar sozinho, reinicie-o.',
  'sayings.line-stopped-mining':
    'Não minera mais, mas o processo talvez ainda esteja lá, esperando que a janela seja fechada.',
  'sayings.line-socket-none': 'A conexão ao vivo {socket} dele com a Twitch não se estabelece.',
  'sayings.line-socket-closed': 'A conexão ao vivo {socket} dele com a Twitch foi fechada pela Twitch.',
  'sayings.line-socket-reconnecting': 'A conexão ao vivo {socket} dele com a Twitch está sendo refeita.',
  'sayings.line-socket-silent': 'A conexão ao vivo {socket} dele com a Twitch não teve resposta.',
  'sayings.line-socket-moving': 'A conexão ao vivo {socket} dele com a Twitch está mudando de servidor.',
  'sayings.line-socket-error': 'A conexão ao vivo {socket} dele com a Twitch informa um erro.',
  'sayings.line-socket-failed': 'A conexão ao vivo {socket} dele com a Twitch falhou.',
  'sayings.line-watching': 'Assistindo. O que a Twitch conta não se sabe aqui.',
  'sayings.dropwise-version':
    'O console espera um minerador que fale a versão {expected} da linguagem deles, e este fala a versão {found}. Instale ambos da mesma fonte e reinicie-os.',
  'sayings.adapter-failed': 'A saída dele não pode ser entendida: o adaptador falhou. O log tem os detalhes.',
  'sayings.rangermix-silent': 'Está rodando, mas não responde em {url}: {detail}.',
  'sayings.rangermix-silent-todo': 'Verifique o endereço e se nada mais usa a porta dele.',
  'sayings.rangermix-lost': 'Não se alcança o rangermix em {url}: {detail}.',
};
