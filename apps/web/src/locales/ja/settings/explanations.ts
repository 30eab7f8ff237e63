import type { settingExplanations as en } from '../../en/settings/explanations.ts';

export const settingExplanations: Record<keyof typeof en, string> = {
  'settings.doc.mining.mode':
    'プランは希望に沿って、2 週間先までで最も多くのドロップを目指します。ほかのモードは 1 つの規則でゲームを順位付けします。どのモードでも、リストのゲームが先になります。',
  'settings.doc.mining.priority': 'ゲームの名前。欲しい順に並べます。大文字と小文字は区別しません。',
  'settings.doc.mining.wishes.games':
    '各ゲームをどのくらい欲しいか。ここにないゲームは、上のリストにあるか、そのリストが空なら「欲しい」、それ以外は空き時間に回されます。',
  'settings.doc.mining.wishes.campaigns':
    '個々のキャンペーンについての同じ設定。ID または正確な名前で指定します。ゲームの希望より優先されます。',
  'settings.doc.mining.wishes.drops':
    '個々のドロップについての同じ設定。ID で指定します。キャンペーンとゲームの希望より優先されます。下で除外したものは、どの希望よりも優先されます。',
  'settings.doc.mining.planGoal': 'プランが最大にするもの。',
  'settings.doc.mining.exclude.games': '決してマイニングしないゲームの名前。',
  'settings.doc.mining.exclude.campaigns': '決してマイニングしないキャンペーン。ID または正確な名前で指定します。',
  'settings.doc.mining.exclude.drops': '決してマイニングしないドロップ。ID で指定します。',
  'settings.doc.mining.exclude.keywords':
    '名前の一部。いずれかを名前に含むキャンペーンやドロップは、決してマイニングされません。',
  'settings.doc.mining.benefits.DIRECT_ENTITLEMENT': 'ゲームのアカウントに直接届く報酬をマイニングします。',
  'settings.doc.mining.benefits.BADGE': 'チャットバッジをマイニングします。',
  'settings.doc.mining.benefits.EMOTE': 'エモートをマイニングします。',
  'settings.doc.mining.benefits.CODE': 'コードで届く報酬をマイニングします。',
  'settings.doc.mining.benefits.UNKNOWN': 'このバージョン以降に Twitch が追加した種類の報酬をマイニングします。',
  'settings.doc.mining.badgesAndEmotesUnlinked':
    'ゲームのアカウントが連携されていなくても、連携の要らないバッジとエモートをマイニングします。',
  'settings.doc.mining.seed': 'ゲームをランダムに選ぶときの順序を決めます。同じ数値なら同じ順序になります。',
  'settings.doc.mining.pausedHours':
    '何もマイニングしない時間。深夜 0 時をまたぐ時間は、始まった日に属します。受け取りは続きます。',
  'settings.doc.mining.timeZone': '休止時間と通知を控える時間の基準になります。',
  'settings.doc.discovery.availableDrops':
    '欲しいゲームを配信中のチャンネルに、参加しているキャンペーンを問い合わせます。',
  'settings.doc.discovery.catalogue':
    '第三者が管理する公開のキャンペーンカタログを読みます。Twitch のものではなく、あなたのアカウントについては何も知りません。',
  'settings.doc.discovery.catalogueUrl': 'そのカタログの場所。',
  'settings.doc.watching.transports': '試す順に並べます。時間がカウントされないときは、次の方法を使います。',
  'settings.doc.twitch.client':
    'Dropwise が何として Twitch にサインインするか。セッションは 1 つの種類に属するため、変更後は再度サインインします。',
  'settings.doc.twitch.customClientId': '上のクライアントの種類が独自のものであるときだけ使われます。',
  'settings.doc.twitch.socket': '進捗を受け取る接続。',
  'settings.doc.network.proxy':
    'Twitch へのすべての通信に使います。名前とパスワードを含むことがあるため、秘密として扱われます。',
  'settings.doc.network.connectionQuality': 'すべての制限時間に掛ける倍率。良好な接続なら 1、非常に遅い接続なら 6。',
  'settings.doc.maintenance.reloadMinutes': 'Twitch にすべてを問い合わせ直す間隔。',
  'settings.doc.logging.keepDays': 'これより古い日別のログファイルは削除されます。',
  'settings.doc.console.host': 'このマシン自身のアドレス (127.0.0.1、::1、localhost) 以外にはパスワードが必要です。',
  'settings.doc.console.port': 'コンソールが待ち受けるポート。0 なら空いているものを使います。',
  'settings.doc.console.basePath':
    'ほかとホストを共有するリバースプロキシの背後で、すべてを提供するパス。例: /dropwise',
  'settings.doc.console.allowedHosts':
    '待ち受けアドレスのほかにコンソールが応答する名前。例: nas.local、drops.example.org。それ以外は拒否し、ウェブページが自分の名前を使って到達できないようにします。',
  'settings.doc.console.trustedProxies': '接続元の申告を信用するリバースプロキシのアドレスまたは範囲 (172.16.0.0/12)。',
  'settings.doc.console.tlsCertFile': 'PEM 形式。鍵のファイルとあわせて HTTPS の提供に使います。',
  'settings.doc.console.tlsKeyFile': 'PEM 形式。上の証明書の鍵。',
  'settings.doc.console.sessionDays': 'ブラウザーの最後の訪問から数えます。',
  'settings.doc.console.metrics': '/metrics を提供します。ほかと同じく、サインインまたは API キーが必要です。',
  'settings.doc.history.factDays': '個々の出来事。受け取ったドロップと日別の時間は、ずっと保存されます。',
  'settings.doc.history.lineDays': 'データベース内の行。ログファイルには別の上限があります。',
  'settings.doc.history.sampleDays': 'プロセッサーとメモリの測定値。',
  'settings.doc.history.auditDays': '監査記録と以前の設定。',
  'settings.doc.history.maxMegabytes':
    'これを超えると、最も古いログ行、次に測定値、次に出来事が、期限前に削除されます。',
  'settings.doc.notifications.quietHours':
    'すぐに対応が必要なものだけを送る時間。残りは後で 1 件にまとめて送られます。',
  'settings.doc.notifications.repeatMinutes': '同じ件についての同じ通知は、この時間が過ぎるまで再送されません。',
  'settings.doc.notifications.uncountedMinutes':
    '視聴中に Twitch が何もカウントしない状態が、どれだけ続いたら知らせるか。',
  'settings.doc.backup.schedule':
    '設定と履歴のバックアップを作成する時刻。30 4 * * * のような cron 形式。空なら自動では作成しません。認証情報は、DROPWISE_BACKUP_PASSPHRASE_FILE がパスフレーズのファイルを指すときだけ含まれます。',
  'settings.doc.backup.keep': '最も古いものから削除されます。',
  'settings.doc.backup.folder': 'バックアップの保存先。空ならデータディレクトリの backups フォルダー。',
  'settings.doc.updates.check': '1 日 1 回。オフの間は問い合わせを一切行いません。',
  'settings.doc.updates.url': 'version (または tag_name) と、必要に応じて url を含む JSON を返すアドレス。',
};
