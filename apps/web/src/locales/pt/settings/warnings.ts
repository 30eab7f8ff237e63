import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'Só os jogos da sua lista são minerados, e a lista está vazia: nada será minerado. Adicione um jogo ou escolha outro modo.',
  'settings.warning.listed-excluded':
    '{name} está na sua lista e também excluído: não será minerado. Tire de um dos dois.',
  'settings.warning.listed-twice': '{name} está mais de uma vez na sua lista: só a primeira posição conta.',
  'settings.warning.listed-never':
    '{name} está na sua lista, e seu desejo para ele é “Nunca”: não será minerado. Mude um dos dois.',
  'settings.warning.wished-excluded':
    'Você tem um desejo para {name}, e ele está excluído: não será minerado. Tire de um dos dois.',
  'settings.warning.wished-twice':
    'Seus desejos dizem “{otherWish}” para {other} e “{wish}” para {name}, que são a mesma coisa: vale “{wish}”. Retire um deles.',
  'settings.warning.no-benefit': 'Todos os tipos de recompensa estão desativados: nada será minerado. Ative um.',
  'settings.warning.no-hours':
    'As horas de pausa não deixam nenhuma hora da semana: nada será minerado. Deixe algum tempo.',
  'settings.warning.catalogue-nowhere':
    'Um catálogo público deve ser lido, mas falta o endereço: nenhum é lido. Informe o endereço.',
  'settings.warning.client-without-id':
    'O tipo de cliente é o seu próprio, mas falta o ID de cliente: o login não pode funcionar. Informe o ID de cliente.',
  'settings.warning.client-id-unused':
    'Seu próprio ID de cliente não tem efeito enquanto outro tipo de cliente estiver escolhido.',
};
