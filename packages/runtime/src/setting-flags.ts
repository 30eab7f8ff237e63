/** A setting that has a flag of its own on the command line. */
export interface SettingFlag {
  readonly key: string;
  /** Without the dashes. */
  readonly flag: string;
  readonly doc: string;
}

/** Core is loaded here, so that a command without settings does not pay for it. */
export async function loadSettingFlags(): Promise<readonly SettingFlag[]> {
  const { settingDefinitions } = await import('@dropwise/core');
  return settingDefinitions.flatMap(({ key, flag, doc }) => (flag === undefined ? [] : [{ key, flag, doc }]));
}
