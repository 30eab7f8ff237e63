import type { planSayings as en } from '../../en/sayings/plan.ts';

export const planSayings: Record<keyof typeof en, string> = {
  'sayings.switch-lost': '{from} 已无法完成。',
  'sayings.switch-only': '现在能观看的是 {to}。',
  'sayings.switch-wish': '{to}：{toWish}，{from}：{fromWish}。',
  'sayings.switch-harms': '{from} 会占用其他活动按时完成所需的时间。',
  'sayings.switch-cut-short': '{from} 在完成下一个掉宝之前就得离开。',
  'sayings.switch-fills': '{from} 的收益低于一分钟的价值：它用来填补剩余时间。',
  'sayings.switch-tighter': '{to} 的余量为 {toSpareMinutes}，{from} 的余量为 {fromSpareMinutes}。',
  'sayings.switch-cheaper': '{to} 观看 {toDropMinutes} 得一个掉宝，{from} 要 {fromDropMinutes}。',
  'sayings.switch-cheaper-tighter':
    '{to} 观看 {toDropMinutes} 得一个掉宝，{from} 要 {fromDropMinutes}；余量分别为 {toSpareMinutes} 和 {fromSpareMinutes}。',
  'sayings.risk-waits': '它在等有人直播',
  'sayings.risk-tight': '它的余量只有 {minutes, plural, other {# 分钟}}',
  'sayings.risk-given-up': '它的时间让给 {names}',
  'sayings.risk-lacks': '它还差 {minutes, plural, other {# 分钟}}',
  'sayings.risk-not-linked': '其账户未与 Twitch 关联',
  'sayings.risk-precondition': '必须先领取另一个掉宝',
  'sayings.risk-no-channel': '很可能没有人及时直播',
  'sayings.risk-too-late': '剩余时间太少',
  'sayings.risk-paused': '其大部分时间内挖掘处于暂停',
  'sayings.risk-nothing': '正在观看的内容都无法完成它',
};
