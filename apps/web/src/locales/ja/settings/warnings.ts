import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty':
    'リストのゲームだけをマイニングする設定ですが、リストが空なので何もマイニングされません。ゲームを追加するか、別のモードを選んでください。',
  'settings.warning.listed-excluded':
    '{name} はリストと除外の両方にあるため、マイニングされません。どちらかから外してください。',
  'settings.warning.listed-twice': '{name} がリストに複数あります。最初の位置だけが有効です。',
  'settings.warning.listed-never':
    '{name} はリストにありますが、希望が「不要」なのでマイニングされません。どちらかを変えてください。',
  'settings.warning.wished-excluded':
    '{name} には希望がありますが、除外されているためマイニングされません。どちらかから外してください。',
  'settings.warning.wished-twice':
    '希望は {other} が「{otherWish}」、{name} が「{wish}」ですが、両者は同じものです。「{wish}」が有効です。一方を外してください。',
  'settings.warning.no-benefit':
    'すべての種類の報酬がオフなので、何もマイニングされません。どれかをオンにしてください。',
  'settings.warning.no-hours': '休止時間が 1 週間すべてを占めるため、何もマイニングされません。時間を空けてください。',
  'settings.warning.catalogue-nowhere':
    '公開カタログを読む設定ですが、アドレスがないため読み込まれません。アドレスを入力してください。',
  'settings.warning.client-without-id':
    'クライアントの種類が独自のものですが、クライアント ID がないためサインインできません。クライアント ID を入力してください。',
  'settings.warning.client-id-unused': '別の種類のクライアントが選ばれている間、独自のクライアント ID は無効です。',
};
