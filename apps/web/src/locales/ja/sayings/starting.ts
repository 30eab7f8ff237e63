import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing':
    '{path} はファイルである必要がありますが、存在しません。マイナーのコマンドのパスを直してください。',
  'sayings.prepare-file-unseen':
    '{path} はファイルである必要がありますが、システムの応答は次のとおりです: {detail}。マイナーのコマンドのパスを直してください。',
  'sayings.prepare-no-file': '{path} はファイルである必要がありますが、別のものです。パスを直してください。',
  'sayings.prepare-unreadable': '{path} はこのアカウントで読める必要がありますが、読めません。',
  'sayings.prepare-not-executable': '{path} は実行できる必要がありますが、できません。許可してください: {command}',
  'sayings.prepare-not-on-path':
    'プログラム {program} は PATH のいずれかのフォルダーにあるはずですが、どこにもありません。完全なパスを指定してください。',
  'sayings.prepare-no-command-or-log':
    'コマンドまたはログファイルが必要ですが、定義にはどちらもありません。起動するプログラムを指定してください。',
  'sayings.prepare-no-command-or-url':
    'コマンドまたはアドレスが必要ですが、定義にはどちらもありません。python と main.py のパス、または動作している場所を指定してください: {url}。',
  'sayings.prepare-tdm-no-command':
    'TDM にはコマンドが必要ですが、ありません。実行ファイル、AppImage、または python と main.py のパスを指定してください。',
  'sayings.prepare-tdm-no-log':
    '{program} の名前からは log.txt の場所が分かりません。完全なパス、またはログファイルのパスを指定してください。',
  'sayings.prepare-tdm-no-display':
    'TDM はウィンドウを開くためディスプレイが必要ですが、DISPLAY も WAYLAND_DISPLAY も設定されていません。環境変数でどちらかを設定するか、コマンドの前に xvfb-run を置いてください。',
  'sayings.prepare-no-miner':
    'マイナーは {path} にあるはずですが、そこでは何も読めません。Dropwise をインストールし直してください。',
  'sayings.prepare-called-off': '起動する前に停止されました。',
  'sayings.prepare-failed': '準備できませんでした: {detail}',
};
