import type { FlagDefinition } from './flags.ts';

export interface HelpSubject {
  readonly name: string;
  readonly summary: string;
}

/** The help of the whole program: one line a command. */
export function formatProgramHelp(commands: readonly HelpSubject[]): string {
  return [
    'Dropwise mines Twitch drops for you and says at every moment what it does and why.',
    '',
    'Usage: dropwise <command> [flags]',
    '',
    ...formatColumns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'dropwise help <command> shows the flags of a command; dropwise --version the version.',
    '',
  ].join('\n');
}

export function formatCommandHelp(command: HelpSubject, definitions: readonly FlagDefinition[]): string {
  const flags = definitions.filter((flag) => flag.hidden !== true);
  return [
    `${command.summary}`,
    '',
    `Usage: dropwise ${command.name} [flags]`,
    '',
    ...formatColumns(flags.map((flag) => [formatFlag(flag), flag.doc])),
    '',
  ].join('\n');
}

function formatFlag({ name, short, value }: FlagDefinition): string {
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

const widestName = 30;
const lineWidth = 100;

function formatColumns(rows: readonly (readonly [name: string, text: string])[]): string[] {
  const width = Math.min(widestName, Math.max(0, ...rows.map(([name]) => name.length)));
  return rows.flatMap(([name, text]) => {
    const indent = ' '.repeat(width + 4);
    const [first = '', ...rest] = wrapWords(text, lineWidth - indent.length);
    const head = `  ${name.padEnd(width)}  `;
    const opening = name.length > width ? [head.trimEnd(), `${indent}${first}`] : [`${head}${first}`];
    return [...opening, ...rest.map((line) => `${indent}${line}`)];
  });
}

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
