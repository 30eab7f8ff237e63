import { reasonCodes, reasons, whyNotCodes, whyNotReasons } from '@dropwise/core';

/** The page `docs/operating/reasons.md`: every reason code and every answer to "why is this not being mined?". */
export function formatReasonsPage(): string {
  const rows = reasonCodes.map((code) => {
    const { level, sentence, todo, stillWorks } = reasons[code];
    return `| \`${code}\` | ${level} | ${sentence} | ${[todo, stillWorks].filter(Boolean).join(' ')} |`;
  });
  const why = whyNotCodes.map((code) => `| \`${code}\` | ${whyNotReasons[code]} |`);
  return `${intro}\n${rows.join('\n')}\n\n${whyIntro}\n${why.join('\n')}\n`;
}

const intro = `# Reasons

Made by \`node scripts/write-pages.ts\` from \`packages/core/src/health\`; a test keeps it true. Words in braces are filled in.

| code | level | what is so | what to do, and what goes on |
|---|---|---|---|`;

const whyIntro = `## Why is this not being mined?

| code | answer |
|---|---|`;
