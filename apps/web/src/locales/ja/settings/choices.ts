import type { settingChoices as en } from '../../en/settings/choices.ts';

export const settingChoices: Record<keyof typeof en, string> = {
  'settings.choice.mining.mode.plan': 'ドロップが最も多くなるプラン',
  'settings.choice.mining.mode.priority_only': 'リストのゲームのみ',
  'settings.choice.mining.mode.ending_soonest': '早く終わるものから',
  'settings.choice.mining.mode.low_availability': '時間の余裕が少ないものから',
  'settings.choice.mining.mode.random': 'ランダム',
  'settings.choice.mining.planGoal.drops': 'できるだけ多くのドロップ',
  'settings.choice.mining.planGoal.campaigns': 'できるだけ多くのキャンペーンの完了',
  'settings.choice.wish.must': '必須: 「欲しい」のために見送らない',
  'settings.choice.wish.want': '欲しい',
  'settings.choice.wish.fill': '空き時間に: 残った時間だけ',
  'settings.choice.wish.never': '不要',
  'settings.choice.twitch.client.tv': 'テレビ',
  'settings.choice.twitch.client.android': 'Android アプリ',
  'settings.choice.twitch.client.web': 'ウェブページ',
  'settings.choice.twitch.client.mobile-web': 'スマートフォンのウェブページ',
  'settings.choice.twitch.client.custom': '独自のクライアント ID',
  'settings.choice.twitch.socket.pubsub': 'PubSub',
  'settings.choice.twitch.socket.hermes': 'Hermes',
  'settings.choice.watching.transports.spade': '1 分ごとのイベント (spade)',
  'settings.choice.watching.transports.hls': '配信の取得 (hls)',
  'settings.choice.watching.transports.gql': 'GraphQL による 1 分ごとのイベント (gql)',

  'settings.expected.number': '{min} から {max} までの整数を入力してください。',
  'settings.expected.choice': '次のいずれかを指定してください: {choices}。',
  'settings.expected.names': '名前は最大 {count, number} 件です。空や 200 文字を超えるものは使えません。',
  'settings.expected.mining.timeZone': 'Asia/Tokyo のようなタイムゾーン名を入力するか、空にしてください。',
  'settings.expected.discovery.catalogueUrl':
    'https:// で始まるアドレス (http:// はこのマシン上のみ) を入力するか、空にしてください。',
  'settings.expected.updates.url':
    'https:// で始まるアドレス (http:// はこのマシン上のみ) を入力するか、空にしてください。',
  'settings.expected.twitch.customClientId': '英小文字と数字 20～40 文字を入力するか、空にしてください。',
  'settings.expected.network.proxy':
    'socks5://127.0.0.1:1080 のような http、https、socks5 のアドレスを入力するか、空にしてください。',
  'settings.expected.console.host': 'IP アドレスまたはホスト名を入力してください。',
  'settings.expected.console.basePath':
    '/dropwise のような、末尾にスラッシュのないパスを入力するか、空にしてください。',
  'settings.expected.console.tlsCertFile': 'ファイルのパスを入力するか、空にしてください。',
  'settings.expected.console.tlsKeyFile': 'ファイルのパスを入力するか、空にしてください。',
  'settings.expected.backup.schedule': '30 4 * * 0 のような 5 項目の cron 形式で入力するか、空にしてください。',
  'settings.expected.backup.folder': 'フォルダーのパスを入力するか、空にしてください。',
  'settings.expected.watching.transports': '視聴方法を 1 つ以上選んでください。',
};
