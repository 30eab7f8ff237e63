import type { limitSayings as en } from '../../en/sayings/limits.ts';

export const limitSayings: Record<keyof typeof en, string> = {
  'sayings.limit-claims':
    'Twitch 可能要求在其自己的页面上领取奖励。届时 Dropwise 会告知并给出链接；在那里它不会替你领取。',
  'sayings.limit-android': 'Twitch 不允许任何人用此客户端（android）重新登录：登录在 Twitch 结束它之前有效。',
  'sayings.limit-mobile-web': 'Twitch 曾拒绝此客户端（mobile-web）的请求；tv 可用。',
  'sayings.limit-web': '除非有浏览器担保，Twitch 拒绝向此客户端（web）提供活动列表和领取；tv 可用。',
  'sayings.limit-no-list':
    'Twitch 不向此登录（{client}）显示所有活动的列表。进行中的活动是已知的；若 discovery.catalogue 已开启，其他活动来自社区目录。',
  'sayings.limit-list-doubtful': 'Twitch 可能不向此登录（{client}）显示所有活动的列表。',
};
