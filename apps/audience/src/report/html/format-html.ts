import type { AudienceReport } from '@dropwise/contract/audience';
import { formatClock } from '../format-quantity.ts';
import { charts } from './charts.ts';
import { Markup, markup } from './markup.ts';
import {
  consentTable,
  distributionsTable,
  failuresTable,
  figuresCards,
  renditionsTable,
  thresholdsTable,
  toolTable,
  waysTable,
} from './sections.ts';
import { style } from './style.ts';

const outcomeWords: Readonly<Record<AudienceReport['outcome'], string>> = {
  passed: '✓ Passed',
  failed: '✗ Failed',
  saturated: '! Generator saturated',
  partial: '◐ Partial',
  refused: '⊘ Refused',
};

/** One page that needs nothing else: no script, no font, no picture, no host. */
export function formatHtml(report: AudienceReport): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${report.verdict.slice(0, 120)}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${head(report)}
<main>
${body(report)}
</main>
<footer class="muted">${report.tool}, run ${report.runId}</footer>
</body>
</html>
`;
  return page.text;
}

function head(report: AudienceReport): Markup {
  const lengthMs = Date.parse(report.endedAt) - Date.parse(report.startedAt);
  return markup`<header>
<p class="outcome ${report.outcome}">${outcomeWords[report.outcome]}</p>
<h1${report.verdict.length > 120 ? new Markup(' class="long"') : null}>${report.verdict}</h1>
<dl class="facts">
<dt>Stream</dt><dd>${report.target}</dd>
<dt>Started</dt><dd><time datetime="${report.startedAt}">${report.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time></dd>
<dt>Length</dt><dd>${formatClock(lengthMs)}</dd>
<dt>Run</dt><dd>${report.runId}</dd>
</dl>
</header>`;
}

function body(report: AudienceReport): Markup {
  const sections: readonly (readonly [heading: string, content: Markup | null])[] = [
    ['Thresholds', thresholdsTable(report)],
    ['What the viewers had', figuresCards(report)],
    ['To read it rightly', notes(report)],
    ['Over time', charts(report)],
    ['Distributions', distributionsTable(report)],
    ['Ways to the origin', waysTable(report)],
    ['Renditions', renditionsTable(report)],
    ['Failed attempts', failuresTable(report)],
    ['The tool itself', toolTable(report)],
    ['Consent', consentTable(report)],
    ['Settings', settings(report)],
  ];
  return markup`${sections.map(([heading, content]) =>
    content === null ? null : markup`<section><h2>${heading}</h2>\n${content}</section>\n`,
  )}`;
}

function notes({ notes: sentences }: AudienceReport): Markup | null {
  if (sentences.length === 0) return null;
  return markup`<ul class="notes">${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
}

function settings(report: AudienceReport): Markup {
  return markup`<details><summary>What it ran with</summary><pre tabindex="0">${JSON.stringify(report.settings, null, 2)}</pre></details>`;
}
