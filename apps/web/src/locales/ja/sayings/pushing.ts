import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent':
    'マイナーは {seconds} 秒以内に設定を受け取ったことを伝えませんでした。ログを確認するか、再起動してください。',
  'sayings.command-unanswered':
    'マイナーは {seconds} 秒間応答していません。この後実行されることもあります。ログで確認できます。',
  'sayings.command-too-many': 'すでに {commandCount} 件の指示がマイナーを待っています。応答があるまでお待ちください。',
  'sayings.peer-not-kept': '{peer} は {name} を保持しませんでした。独自の値になっています。',
  'sayings.peer-push-file': '動作していません。ファイルに書き込み、次の起動時に読み込まれます。',
  'sayings.peer-push-restart':
    'TDM は起動時に設定を読み、終了時に自身の設定を保存します。そのため停止し、ファイルに書き込み、再び起動します。',
  'sayings.peer-push-api': 'rangermix は動作中に設定を受け取ります。',
};
