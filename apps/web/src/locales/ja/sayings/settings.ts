import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}: HTTP プロキシとして応答し、通過できます。',
  'sayings.proxy-socks-works': '{address}: SOCKS5 プロキシとして応答し、通過できます。',
  'sayings.proxy-socks-accepts': '{address}: SOCKS5 プロキシとして応答し、名前とパスワードを受け入れました。',
  'sayings.proxy-not-http': '{address}: HTTP プロキシとしての応答ではありません。',
  'sayings.proxy-not-socks': '{address}: SOCKS5 プロキシとしての応答ではありません。',
  'sayings.proxy-web-server': '{address}: プロキシではないウェブサーバーのように {status} を返します。',
  'sayings.proxy-wants-name': '{address}: 名前とパスワードを求めています。',
  'sayings.proxy-refuses-name': '{address}: 名前とパスワードを受け入れません。',
  'sayings.proxy-other-sign-in': '{address}: ここでは未知のログイン方法を求めています。',
  'sayings.proxy-long-name': '{address}: SOCKS5 の名前とパスワードは最大 {maxBytes} バイトです。',
  'sayings.proxy-too-slow': '{address}: {seconds} 秒以内に応答がありませんでした。ホストとポートを確認してください。',
  'sayings.proxy-talks': '{address}: 応答以上のことを返しました。この種類のプロキシがあるか確認してください。',
  'sayings.proxy-hangs-up': '{address}: 応答せずに接続を終了しました。この種類のプロキシがあるか確認してください。',
  'sayings.proxy-nobody': '{address}: 待ち受けがありません。ホストとポート、プロキシの動作を確認してください。',
  'sayings.proxy-unknown-host': '{address}: ホスト名が不明です。つづりを確認してください。',
  'sayings.proxy-no-way': '{address}: そのホストへの経路がありません。アドレスとネットワークを確認してください。',
  'sayings.proxy-broke': '{address}: 接続を切断しました。この種類のプロキシがあるか確認してください。',
  'sayings.proxy-failed': '{address}: 接続に失敗しました（{errorCode}）。スキーム、ホスト、ポートを確認してください。',
  'sayings.import-unknown': '{name} は {peer} の既知の設定ではないため、取り込みません。',
  'sayings.import-misfit': '{name} は取り込みません。ファイルの値が正しくありません。',
  'sayings.import-no-setting': '{name} という設定はないため、取り込みません。',
  'sayings.import-stays': '「{key}」 はそのままです。ファイルの値が正しくありません。',
  'sayings.import-left-out': '「{key}」 は取り込みません。ファイルの値が正しくありません。',
  'sayings.import-code-rewards': 'コードで届く報酬はここでは別の種類です。mining.benefits.CODE はそのままです。',
  'sayings.import-page-only': '{name} は rangermix のページに関するもので、対応する設定はありません。',
  'sayings.import-window-only': '{name} は TDM のウィンドウに関するもので、対応する設定はありません。',
  'sayings.import-no-games':
    'games_to_watch が空のため rangermix は何も採掘せず、mining.mode priority_only では Dropwise も同じです。',
  'sayings.import-badges':
    'enable_badges_emotes がオフの間、TDM はバッジやエモートのあるキャンペーンを一切採掘しません。ここではアカウントが未連携の場合だけ外します。さらに外すには mining.benefits.BADGE と mining.benefits.EMOTE をオフにしてください。',
  'sayings.import-autostart': 'autostart_tray に対応する設定はありません。Dropwise はサービスとして起動します。',
  'sayings.import-tray': 'tray_notifications に対応する設定はありません。通知は設定したチャンネルから届きます。',
  'sayings.import-empty-names': '「{key}」: {count, plural, other {空の名前 # 件}}を取り込みませんでした。',
  'sayings.import-bent': '「{key}」 は {given} ではなく {taken} です。範囲は {min} から {max} です。',
  'sayings.settings-unreadable': '{path} は読める必要がありますが、システムの応答は: {detail}。これなしで続けます。',
  'sayings.settings-broken':
    '{path} は JSON である必要がありますが、{line} 行 {column} 列が正しくありません。そのまま残しました{copy, select, none {} other {（コピー: {copy}）}}。これなしで続けます。その行を直してください。',
  'sayings.settings-misfit':
    '{place}: 「{key}」 に {found} は使えません。{detail} {origin, select, file {設定ファイルの値が有効です。} environment {環境変数の値が有効です。} other {既定値が有効です。}}',
  'sayings.settings-unknown': '{place}: {name} という設定はありません。効果はありません。',
  'sayings.settings-unknown-near':
    '{place}: {name} という設定はありません。{near} のことかもしれません。効果はありません。',
  'sayings.storage-read-only':
    '{path} は書き込める必要がありますが、ファイルシステムが読み取り専用です。書き込み可能でマウントするか、--data-dir で別のフォルダーを選んでください。',
  'sayings.storage-full':
    '{path} はファイルを受け入れる必要がありますが、ディスクまたはクォータがいっぱいです。空きを増やしてください。',
  'sayings.storage-file-in-way':
    '{path} はフォルダーである必要がありますが、{file} にファイルがあります。移動するか、--data-dir で別のフォルダーを選んでください。',
  'sayings.storage-failing':
    '{path} はファイルを受け入れるフォルダーである必要がありますが、システムの応答は: {detail}。直すか、--data-dir で別のフォルダーを選んでください。',
  'sayings.storage-refused':
    '{path} は書き込める必要がありますが、システムが拒否しました。このアカウントに書き込み権限を与えるか、--data-dir で別のフォルダーを選んでください。',
  'sayings.storage-own-mode':
    '{path} は書き込める必要がありますが、システムが拒否しました: {folder} の所有者は {owner}（モード {mode}）で、Dropwise は {account} として動作しています。所有者に書き込み権限を与えてください。',
  'sayings.storage-not-made':
    '{path} を作成できません: {folder} の所有者は {owner}（モード {mode}）で、Dropwise は {account} として動作しています。フォルダーを作成するか、--data-dir で別のものを選んでください。',
  'sayings.storage-other-owner':
    '{path} は書き込める必要がありますが、システムが拒否しました: {folder} の所有者は {owner}（モード {mode}）で、Dropwise は {account} として動作しています。フォルダーの所有者を変えてください。',
};
