import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'O minerador não disse em {seconds} s que aceitou as configurações. Veja o log dele ou reinicie-o.',
  'sayings.command-unanswered': 'O minerador não respondeu em {seconds} s. Talvez ainda responda; o log dele dirá.',
  'sayings.command-too-many': 'Já há {commandCount} ordens à espera do minerador. Espere até que sejam respondidas.',
  'sayings.peer-not-kept': '{peer} não manteve {name}: tem ali o próprio valor.',
  'sayings.peer-push-file': 'Ele não está em execução: o arquivo é gravado e lido no próximo início.',
  'sayings.peer-push-restart':
    'O TDM lê as configurações ao iniciar e salva as próprias ao terminar: ele é parado, o arquivo é gravado e ele é iniciado de novo.',
  'sayings.peer-push-api': 'O rangermix aceita as configurações enquanto roda.',
};
