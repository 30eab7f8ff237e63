import { consoleReasons } from '@dropwise/console/reasons';
import { type Reason, reasonCodes, reasons, whyNotCodes, whyNotReasons } from '@dropwise/core';

/** The page `docs/operating/reasons.md`: every reason code and every answer to "why is this not being mined?". */
export function formatReasonsPage(): string {
  const rows = reasonCodes.map((code) => formatRow(code, reasons[code]));
  const ofConsole = Object.entries(consoleReasons).map(([code, reason]) => formatRow(code, reason));
  const why = whyNotCodes.map((code) => `| \`${code}\` | ${whyNotReasons[code]} |`);
  return `${intro}\n${rows.join('\n')}\n\n${consoleIntro}\n${ofConsole.join('\n')}\n\n${whyIntro}\n${why.join('\n')}\n`;
}

function formatRow(code: string, { level, sentence, todo, stillWorks }: Reason): string {
  return `| \`${code}\` | ${level} | ${sentence} | ${[todo, stillWorks].filter(Boolean).join(' ')} |`;
}

const intro = `# Reasons

Made by \`node scripts/write-pages.ts\` from \`packages/core/src/health\` and \`apps/console/src/api/health\`; a test keeps it true. Words in braces are filled in.

| code | level | what is so | what to do, and what goes on |
|---|---|---|---|`;

const consoleIntro = `## What the console finds

Of the miner's process and of its own memory. Only codes and levels are shown to whoever asks \`/readyz\`.

| code | level | what is so | what to do, and what goes on |
|---|---|---|---|`;

const whyIntro = `## Why is this not being mined?

| code | answer |
|---|---|`;
