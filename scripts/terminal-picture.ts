// Turns what a command printed (stdin) into a picture of a terminal (stdout): `npm run -s demo | node scripts/terminal-picture.ts "npm run demo"`.
import { text } from 'node:stream/consumers';

const lineHeight = 20;
const charWidth = 8.4;
const margin = 16;
const titleHeight = 34;
const maxColumns = 118;

const escapeXml = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function wrap(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > maxColumns) {
    const space = rest.lastIndexOf(' ', maxColumns);
    const at = space > 0 ? space : maxColumns;
    parts.push(rest.slice(0, at));
    rest = `  ${rest.slice(at).trimStart()}`;
  }
  return [...parts, rest];
}

function colourOf(line: string): string {
  if (/^(Claimed|Done|Held)/.test(line)) return '#63C694';
  return /^Did not hold/.test(line) ? '#FF8A80' : '#ECEBE6';
}

const command = process.argv[2] ?? '';
const printed = (await text(process.stdin)).trimEnd().split('\n');
const asked = wrap(`$ ${command}`);
const lines = [...asked, ...printed.flatMap(wrap)];
const width = Math.ceil(maxColumns * charWidth + 2 * margin);
const height = titleHeight + lines.length * lineHeight + margin;
const rows = lines.map((line, index) => {
  const colour = index < asked.length ? '#B5A2FF' : colourOf(line);
  const y = titleHeight + (index + 0.7) * lineHeight;
  return `<text x="${margin}" y="${y}" fill="${colour}" xml:space="preserve">${escapeXml(line)}</text>`;
});
const dots = ['#FF8A80', '#E3B04B', '#63C694'].map(
  (fill, index) => `<circle cx="${20 + index * 18}" cy="17" r="5" fill="${fill}"/>`,
);

console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A terminal that ran ${escapeXml(command)}">
<rect width="100%" height="100%" rx="8" fill="#121317"/>
${dots.join('\n')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">
${rows.join('\n')}
</g>
</svg>`);
