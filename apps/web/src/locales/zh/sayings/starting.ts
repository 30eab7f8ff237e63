import type { startSayings as en } from '../../en/sayings/starting.ts';

export const startSayings: Record<keyof typeof en, string> = {
  'sayings.prepare-file-missing': '{path} 必须是文件，但它不存在。请在挖掘器的命令中更正路径。',
  'sayings.prepare-file-unseen': '{path} 必须是文件，但系统回答：{detail}。请在挖掘器的命令中更正路径。',
  'sayings.prepare-no-file': '{path} 必须是文件，但却是别的东西。请更正路径。',
  'sayings.prepare-unreadable': '{path} 必须能被此账户读取，但不能。',
  'sayings.prepare-not-executable': '{path} 必须可执行，但不是。请允许：{command}',
  'sayings.prepare-not-on-path': '程序 {program} 应在 PATH 的某个文件夹中，但都没有。请给出完整路径。',
  'sayings.prepare-no-command-or-log': '需要命令或日志文件，但定义中两者都没有。请给出要启动的程序。',
  'sayings.prepare-no-command-or-url':
    '需要命令或地址，但定义中两者都没有。请给出 python 及其 main.py 的路径，或它运行的地址：{url}。',
  'sayings.prepare-tdm-no-command':
    'TDM 需要命令，但没有。请给出其可执行文件、AppImage，或 python 及其 main.py 的路径。',
  'sayings.prepare-tdm-no-log': '从 {program} 的名称看不出它的 log.txt 在哪里。请给出完整路径，或日志文件的路径。',
  'sayings.prepare-tdm-no-display':
    'TDM 会打开窗口，需要显示器，但 DISPLAY 和 WAYLAND_DISPLAY 都未设置。请在其环境变量中设置其一，或在其命令前加上 xvfb-run。',
  'sayings.prepare-no-miner': '挖掘器应在 {path}，但那里什么也读不到。请重新安装 Dropwise。',
  'sayings.prepare-called-off': '它在启动之前就被停止了。',
  'sayings.prepare-failed': '无法为它做好准备：{detail}',
};
