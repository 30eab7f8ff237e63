import type { settingWarningWords as en } from '../../en/settings/warnings.ts';

export const settingWarningWords: Record<keyof typeof en, string> = {
  'settings.warning.list-empty': '只挖掘列表中的游戏，而列表为空：什么都不会挖掘。请添加游戏，或选择其他模式。',
  'settings.warning.listed-excluded': '{name} 既在列表中又被排除：不会挖掘。请从其中一处去掉。',
  'settings.warning.listed-twice': '{name} 在列表中出现多次：只有第一个位置有效。',
  'settings.warning.listed-never': '{name} 在列表中，而你对它的意愿是不要：不会挖掘。请更改其中之一。',
  'settings.warning.wished-excluded': '你对 {name} 设定了意愿，但它被排除：不会挖掘。请从其中一处去掉。',
  'settings.warning.wished-twice':
    '你对 {other} 的意愿是“{otherWish}”，对 {name} 的意愿是“{wish}”，而两者是同一个：以“{wish}”为准。请去掉其中之一。',
  'settings.warning.no-benefit': '所有类型的奖励都已关闭：什么都不会挖掘。请开启一种。',
  'settings.warning.no-hours': '暂停时段占满了一周：什么都不会挖掘。请留出一些时间。',
  'settings.warning.catalogue-nowhere': '设定了读取公共目录，但缺少地址：没有读取。请填写地址。',
  'settings.warning.client-without-id': '客户端类型为自定义，但缺少客户端 ID：无法登录。请填写客户端 ID。',
  'settings.warning.client-id-unused': '选择其他客户端类型时，自定义的客户端 ID 不起作用。',
};
