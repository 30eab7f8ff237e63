/** A setting that has a flag of its own on the command line. */
export interface SettingFlag {
  readonly key: string;
  /** Without the dashes. */
  readonly flag: string;
  readonly doc: string;
}

/**
 * Those that the miner reads, or all of them for the console. Core is loaded here, so that a command without settings does
 * not pay for it.
 */
export async function loadSettingFlags(who: 'miner' | 'console' = 'miner'): Promise<readonly SettingFlag[]> {
  const { isConsoleSetting, settingDefinitions } = await import('@dropwise/core');
  return settingDefinitions
    .filter((definition) => who === 'console' || !isConsoleSetting(definition))
    .flatMap(({ key, flag, doc }) => (flag === undefined ? [] : [{ key, flag, doc }]));
}
