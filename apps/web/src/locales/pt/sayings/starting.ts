import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing':
    '{path} deve ser um arquivo, mas não está lá. Corrija o caminho no comando do minerador.',
  'sayings.prepare-file-unseen':
    '{path} deve ser um arquivo, mas o sistema respondeu: {detail}. Corrija o caminho no comando do minerador.',
  'sayings.prepare-no-file': '{path} deve ser um arquivo, mas é outra coisa. Corrija o caminho.',
  'sayings.prepare-unreadable': '{path} deve poder ser lido por esta conta, mas não pode.',
  'sayings.prepare-not-executable': '{path} deve ser executável, mas não é. Permita: {command}',
  'sayings.prepare-not-on-path':
    'O programa {program} era esperado em uma das pastas de PATH, mas não está em nenhuma. Informe o caminho completo.',
  'sayings.prepare-no-command-or-log':
    'Era esperado um comando ou um arquivo de log, mas a definição não tem nenhum dos dois. Informe o programa a iniciar.',
  'sayings.prepare-no-command-or-url':
    'Era esperado um comando ou um endereço, mas a definição não tem nenhum dos dois. Informe python com o caminho do seu main.py, ou onde ele roda: {url}.',
  'sayings.prepare-tdm-no-command':
    'O TDM precisa de um comando, mas não tem nenhum. Informe o executável, o AppImage ou python com o caminho do seu main.py.',
  'sayings.prepare-tdm-no-log':
    'O nome de {program} não diz onde ele guarda o log.txt. Informe o caminho completo ou o caminho do arquivo de log.',
  'sayings.prepare-tdm-no-display':
    'O TDM abre uma janela e precisa de uma tela, mas nem DISPLAY nem WAYLAND_DISPLAY está definida. Defina uma delas no ambiente dele ou ponha xvfb-run antes do comando.',
  'sayings.prepare-no-miner': 'O minerador é esperado em {path}, e nada pode ser lido ali. Instale o Dropwise de novo.',
  'sayings.prepare-called-off': 'Foi parado antes de ser iniciado.',
  'sayings.prepare-failed': 'Não foi possível prepará-lo: {detail}',
};
