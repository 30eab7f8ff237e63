import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch は、報酬を自身のページで受け取るよう求めることがあります。その場合 Dropwise はそれを伝えてリンクを示しますが、そこでの受け取りは代行しません。',
  'sayings.limit-android':
    'Twitch はこのクライアント (android) での新しいログインを認めていません。今のログインは Twitch が終了するまで有効です。',
  'sayings.limit-mobile-web':
    'Twitch はこのクライアント (mobile-web) のリクエストを拒否したことがあります。tv なら使えます。',
  'sayings.limit-web':
    'ブラウザーの保証がない限り、Twitch はこのクライアント (web) にキャンペーンの一覧と受け取りを認めません。tv なら使えます。',
  'sayings.limit-no-list':
    'Twitch はこのログイン ({client}) に全キャンペーンの一覧を表示しません。進行中のものは分かります。ほかは discovery.catalogue がオンならコミュニティのカタログから得られます。',
  'sayings.limit-list-doubtful':
    'Twitch はこのログイン ({client}) に全キャンペーンの一覧を表示しない可能性があります。',
};
