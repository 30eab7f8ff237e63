import type { pushSayings as en } from '../../en/sayings/pushing.ts';

export const pushSayings: Record<keyof typeof en, string> = {
  'sayings.push-silent': '挖掘器在 {seconds} 秒内没有表示采用了设置。请查看其日志，或重新启动它。',
  'sayings.command-unanswered': '挖掘器已有 {seconds} 秒没有回答。它也许仍会执行；请看其日志。',
  'sayings.command-too-many': '已有 {commandCount} 条指令在等待挖掘器。请等它们得到回答。',
  'sayings.peer-not-kept': '{peer} 没有保留 {name}：那里是它自己的值。',
  'sayings.peer-push-file': '它没有运行：文件会被写入，并在下次启动时读取。',
  'sayings.peer-push-restart': 'TDM 在启动时读取设置，结束时保存自己的设置：它会被停止，写入文件，然后重新启动。',
  'sayings.peer-push-api': 'rangermix 在运行时采用设置。',
};
