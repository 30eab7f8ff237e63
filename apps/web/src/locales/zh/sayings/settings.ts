import type { settingSayings as en } from '../../en/sayings/settings.ts';

export const settingSayings: Record<keyof typeof en, string> = {
  'sayings.proxy-http-works': '{address}：它以 HTTP 代理方式响应并允许我们通过。',
  'sayings.proxy-socks-works': '{address}：它以 SOCKS5 代理方式响应并允许我们通过。',
  'sayings.proxy-socks-accepts': '{address}：它以 SOCKS5 代理方式响应并接受用户名和密码。',
  'sayings.proxy-not-http': '{address}：它的响应不像 HTTP 代理。',
  'sayings.proxy-not-socks': '{address}：它的响应不像 SOCKS5 代理。',
  'sayings.proxy-web-server': '{address}：它响应 {status}，像一台不是代理的网页服务器。',
  'sayings.proxy-wants-name': '{address}：它要求用户名和密码。',
  'sayings.proxy-refuses-name': '{address}：它不接受用户名和密码。',
  'sayings.proxy-other-sign-in': '{address}：它要求的登录方式此处未知。',
  'sayings.proxy-long-name': '{address}：SOCKS5 的用户名或密码最多 {maxBytes} 字节。',
  'sayings.proxy-too-slow': '{address}：它在 {seconds} 秒内没有响应。检查主机和端口。',
  'sayings.proxy-talks': '{address}：它说的超过一个响应应有的内容。检查那里是否有此类代理。',
  'sayings.proxy-hangs-up': '{address}：它没有响应就结束了连接。检查那里是否有此类代理。',
  'sayings.proxy-nobody': '{address}：那里没有监听。检查主机和端口，以及代理是否在运行。',
  'sayings.proxy-unknown-host': '{address}：主机名未知。检查拼写。',
  'sayings.proxy-no-way': '{address}：没有通往该主机的路径。检查地址和网络。',
  'sayings.proxy-broke': '{address}：它中断了连接。检查那里是否有此类代理。',
  'sayings.proxy-failed': '{address}：连接失败（{errorCode}）。检查协议、主机和端口。',
  'sayings.import-unknown': '{name} 不是此处已知的 {peer} 设置，已略去。',
  'sayings.import-misfit': '{name} 已略去：文件中的值不合适。',
  'sayings.import-no-setting': '没有设置 {name}：已略去。',
  'sayings.import-stays': '“{key}” 保持不变：文件中的内容不合适。',
  'sayings.import-left-out': '“{key}” 已略去：文件中的值不合适。',
  'sayings.import-code-rewards': '以代码形式发放的奖励在此是单独一类：mining.benefits.CODE 保持不变。',
  'sayings.import-page-only': '{name} 与 rangermix 的页面有关，没有对应项。',
  'sayings.import-window-only': '{name} 与 TDM 的窗口有关，没有对应项。',
  'sayings.import-no-games':
    'games_to_watch 为空，因此 rangermix 什么也不挖；mining.mode 为 priority_only 时 Dropwise 也不挖。',
  'sayings.import-badges':
    'enable_badges_emotes 关闭时，TDM 完全不挖带徽章或表情的活动。这里只在未关联账户时跳过这类活动；若要跳过更多，请关闭 mining.benefits.BADGE 和 mining.benefits.EMOTE。',
  'sayings.import-autostart': 'autostart_tray 没有对应项：Dropwise 作为服务启动。',
  'sayings.import-tray': 'tray_notifications 没有对应项：通知通过你设置的渠道发送。',
  'sayings.import-empty-names': '“{key}”：{count, plural, other {略去了 # 个空名称}}。',
  'sayings.import-bent': '“{key}” 为 {taken} 而不是 {given}：范围为 {min} 到 {max}。',
  'sayings.settings-unreadable': '{path} 必须可读，但系统响应：{detail}。将在没有它的情况下继续。',
  'sayings.settings-broken':
    '{path} 必须是 JSON，但第 {line} 行第 {column} 列不是。保持原样{copy, select, none {} other {，副本在 {copy}}}。将在没有它的情况下继续：请修正该行。',
  'sayings.settings-misfit':
    '{place}：“{key}” 不能为 {found}。{detail} {origin, select, file {使用设置文件中的值。} environment {使用环境变量中的值。} other {使用默认值。}}',
  'sayings.settings-unknown': '{place}：没有设置 {name}。它不起作用。',
  'sayings.settings-unknown-near': '{place}：没有设置 {name}。也许是指 {near}。它不起作用。',
  'sayings.storage-read-only':
    '{path} 必须可写，但其文件系统以只读方式挂载。以可写方式挂载，或用 --data-dir 选择其他文件夹。',
  'sayings.storage-full': '{path} 必须能存放文件，但磁盘或配额已满。请释放空间。',
  'sayings.storage-file-in-way':
    '{path} 必须是文件夹，但 {file} 处有一个文件挡住。移走它，或用 --data-dir 选择其他文件夹。',
  'sayings.storage-failing':
    '{path} 必须是能存放文件的文件夹，但系统响应：{detail}。请解决，或用 --data-dir 选择其他文件夹。',
  'sayings.storage-refused': '{path} 必须可写，但系统拒绝。给此账户写入权限，或用 --data-dir 选择其他文件夹。',
  'sayings.storage-own-mode':
    '{path} 必须可写，但系统拒绝：{folder} 属于 {owner}（权限 {mode}），而 Dropwise 以 {account} 运行。给所有者写入权限。',
  'sayings.storage-not-made':
    '无法创建 {path}：{folder} 属于 {owner}（权限 {mode}），而 Dropwise 以 {account} 运行。请为它创建文件夹，或用 --data-dir 选择其他文件夹。',
  'sayings.storage-other-owner':
    '{path} 必须可写，但系统拒绝：{folder} 属于 {owner}（权限 {mode}），而 Dropwise 以 {account} 运行。请移交该文件夹。',
};
