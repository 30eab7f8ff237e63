// A program that never stops talking: lines as fast as whoever reads them takes them.
const lineCount = 200;
let said = 0;

function chunk(): string {
  const lines: string[] = [];
  for (let line = 0; line < lineCount; line++) {
    said += 1;
    lines.push(`Asked for campaign ${said % 2_000} of game ${said % 300}, answered in ${said % 97} ms with 200: fine`);
  }
  return `${lines.join('\n')}\n`;
}

process.once('SIGTERM', () => process.exit(0));
for (;;) {
  // A pipe that is full is waited for: that is how whoever reads slows it down.
  if (!process.stdout.write(chunk())) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
