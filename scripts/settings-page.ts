import { type SettingDefinition, settingDefinitions } from '@dropwise/core';

/** The page `docs/operating/settings.md`, made from the definitions that the program itself reads. */
export function formatSettingsPage(): string {
  const groups = Map.groupBy(settingDefinitions, ({ group }) => group);
  const tables = [...groups].map(([group, definitions]) => formatGroup(group, definitions));
  return `${intro}\n${tables.join('\n')}`;
}

const intro = `# Settings

Made by \`node scripts/write-pages.ts\` from \`packages/core/src/settings/groups\`; a test keeps it true.

A setting's value is the last of: its default, \`config/settings.json\` in the data directory, its environment variable, its flag
(\`--mining-mode=random\` or \`--set mining.mode=random\`). In the file, dots are nesting: \`{"mining": {"mode": "random"}}\`. Lists in
variables and flags are comma separated, or a JSON array; names with a value each are \`Name=value; Other Name=value\`, or a JSON object.
The miner reads the file again on SIGHUP; settings marked ↻ take effect with the next start.
`;

function formatGroup(group: string, definitions: readonly SettingDefinition<unknown>[]): string {
  const rows = definitions.map(
    ({ key, env, doc, default: value, restart }) =>
      `| \`${key}\`${restart === true ? ' ↻' : ''} | \`${env}\` | ${formatDefault(value)} | ${doc} |`,
  );
  return `## ${group}\n\n| setting | variable | default | what it does |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function formatDefault(value: unknown): string {
  if (value === '') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((item) => `\`${item}\``).join(', ');
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return 'none';
  return `\`${String(value)}\``;
}
