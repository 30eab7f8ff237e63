import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: responde como proxy HTTP e nos deixa passar.',
  'sayings.proxy-socks-works': '{address}: responde como proxy SOCKS5 e nos deixa passar.',
  'sayings.proxy-socks-accepts': '{address}: responde como proxy SOCKS5 e aceita o nome e a senha.',
  'sayings.proxy-not-http': '{address}: não responde como um proxy HTTP.',
  'sayings.proxy-not-socks': '{address}: não responde como um proxy SOCKS5.',
  'sayings.proxy-web-server': '{address}: responde {status}, como um servidor web que não é proxy.',
  'sayings.proxy-wants-name': '{address}: pede um nome e uma senha.',
  'sayings.proxy-refuses-name': '{address}: não aceita o nome e a senha.',
  'sayings.proxy-other-sign-in': '{address}: quer uma forma de login que não é conhecida aqui.',
  'sayings.proxy-long-name': '{address}: um nome ou uma senha SOCKS5 tem no máximo {maxBytes} bytes.',
  'sayings.proxy-too-slow': '{address}: não respondeu em {seconds} s. Verifique o host e a porta.',
  'sayings.proxy-talks': '{address}: disse mais do que cabe em uma resposta. Verifique se há ali um proxy deste tipo.',
  'sayings.proxy-hangs-up':
    '{address}: encerrou a conexão em vez de responder. Verifique se há ali um proxy deste tipo.',
  'sayings.proxy-nobody': '{address}: nada escuta ali. Verifique o host e a porta, e se o proxy está rodando.',
  'sayings.proxy-unknown-host': '{address}: o nome do host não é conhecido. Verifique a grafia.',
  'sayings.proxy-no-way': '{address}: não há caminho até esse host. Verifique o endereço e a rede.',
  'sayings.proxy-broke': '{address}: cortou a conexão. Verifique se há ali um proxy deste tipo.',
  'sayings.proxy-failed': '{address}: a conexão falhou ({errorCode}). Verifique o esquema, o host e a porta.',
  'sayings.import-unknown': '{name} não é uma configuração conhecida de {peer} e fica de fora.',
  'sayings.import-misfit': '{name} fica de fora: o valor no arquivo não serve.',
  'sayings.import-no-setting': 'Não há configuração {name}: ela fica de fora.',
  'sayings.import-stays': '“{key}” fica como está: o que há no arquivo não serve.',
  'sayings.import-left-out': '“{key}” fica de fora: o valor no arquivo não serve.',
  'sayings.import-code-rewards':
    'Recompensas que vêm como código são aqui um tipo próprio: mining.benefits.CODE fica como está.',
  'sayings.import-page-only': '{name} trata da página do rangermix e não tem equivalente.',
  'sayings.import-window-only': '{name} trata da janela do TDM e não tem equivalente.',
  'sayings.import-no-games':
    'games_to_watch está vazio, então o rangermix não minera nada, e com mining.mode priority_only o Dropwise também não.',
  'sayings.import-badges':
    'O TDM não minera nenhuma campanha com insígnia ou emote enquanto enable_badges_emotes está desligado. Aqui tal campanha só é deixada onde nenhuma conta está vinculada; desligue mining.benefits.BADGE e mining.benefits.EMOTE para mais.',
  'sayings.import-autostart': 'autostart_tray não tem equivalente: o Dropwise inicia como serviço.',
  'sayings.import-tray':
    'tray_notifications não tem equivalente: as notificações saem pelos canais que você configurar.',
  'sayings.import-empty-names':
    '“{key}”: {count, plural, one {# nome vazio ficou} other {# nomes vazios ficaram}} de fora.',
  'sayings.import-bent': '“{key}” é {taken} e não {given}: vai de {min} a {max}.',
  'sayings.settings-unreadable': '{path} precisa ser legível, mas o sistema respondeu: {detail}. Segue-se sem ele.',
  'sayings.settings-broken':
    '{path} precisa ser JSON, mas a linha {line}, coluna {column}, não é. Fica como está{copy, select, none {} other {, com uma cópia em {copy}}}. Segue-se sem ele: corrija essa linha.',
  'sayings.settings-misfit':
    '{place}: “{key}” não pode ser {found}. {detail} {origin, select, file {Vale o valor do arquivo de configurações.} environment {Vale o valor do ambiente.} other {Vale o padrão.}}',
  'sayings.settings-unknown': '{place}: não há configuração {name}. Não tem efeito.',
  'sayings.settings-unknown-near': '{place}: não há configuração {name}. Talvez seja {near}. Não tem efeito.',
  'sayings.storage-read-only':
    '{path} precisa aceitar escrita, mas o sistema de arquivos está montado só para leitura. Monte-o para escrita ou escolha outra pasta com --data-dir.',
  'sayings.storage-full': '{path} precisa aceitar arquivos, mas o disco ou a cota está cheia. Libere espaço.',
  'sayings.storage-file-in-way':
    '{path} precisa ser uma pasta, mas um arquivo está no caminho em {file}. Mova-o ou escolha outra pasta com --data-dir.',
  'sayings.storage-failing':
    '{path} precisa ser uma pasta que aceite arquivos, mas o sistema respondeu: {detail}. Corrija isso ou escolha outra pasta com --data-dir.',
  'sayings.storage-refused':
    '{path} precisa aceitar escrita, mas o sistema recusou. Dê a esta conta o direito de escrever ali ou escolha outra pasta com --data-dir.',
  'sayings.storage-own-mode':
    '{path} precisa aceitar escrita, mas o sistema recusou: {folder} pertence a {owner} (modo {mode}), e o Dropwise roda como {account}. Dê ao dono o direito de escrever.',
  'sayings.storage-not-made':
    '{path} não pode ser criado: {folder} pertence a {owner} (modo {mode}), e o Dropwise roda como {account}. Crie a pasta ou escolha outra com --data-dir.',
  'sayings.storage-other-owner':
    '{path} precisa aceitar escrita, mas o sistema recusou: {folder} pertence a {owner} (modo {mode}), e o Dropwise roda como {account}. Transfira a pasta.',
};
