import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} はもう完了できません。',
  'sayings.switch-only': '今見られるのは {to} です。',
  'sayings.switch-wish': '{to}: {toWish}、{from}: {fromWish}。',
  'sayings.switch-harms': '{from} は、他が間に合うために必要な時間を使ってしまいます。',
  'sayings.switch-cut-short': '{from} は次のドロップが終わる前に離れなければなりません。',
  'sayings.switch-fills': '{from} の価値は 1 分の価値より小さく、余った時間を埋めます。',
  'sayings.switch-tighter': '{to} の余裕は {toSpareMinutes}、{from} の余裕は {fromSpareMinutes} です。',
  'sayings.switch-cheaper': '{to} は {toDropMinutes} の視聴で、{from} は {fromDropMinutes} の視聴でドロップ 1 個です。',
  'sayings.switch-cheaper-tighter':
    '{to} は {toDropMinutes} の視聴で、{from} は {fromDropMinutes} の視聴でドロップ 1 個です。余裕は {toSpareMinutes} と {fromSpareMinutes} です。',
  'sayings.risk-waits': '誰かの配信を待っています',
  'sayings.risk-tight': '余裕は {minutes, plural, other {# 分}}だけです',
  'sayings.risk-given-up': '時間は {names} に使います',
  'sayings.risk-lacks': '{minutes, plural, other {# 分}}足りません',
  'sayings.risk-not-linked': 'アカウントが Twitch と連携していません',
  'sayings.risk-precondition': '先に別のドロップを受け取る必要があります',
  'sayings.risk-no-channel': '間に合うように配信される見込みがありません',
  'sayings.risk-too-late': '残り時間が足りません',
  'sayings.risk-paused': 'その期間の大半で採掘が一時停止しています',
  'sayings.risk-nothing': '視聴中のものでは完了できません',
};
