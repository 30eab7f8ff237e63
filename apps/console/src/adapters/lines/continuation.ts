/** Second lines of two-line texts. Peers 3.2. */
const secondLines: readonly RegExp[] = [
  /^Drop claim ID: /,
  /^Please try again in 12\+ hours\./,
  /^Close the window to exit the application\./,
];
const tracebackStart = 'Traceback (most recent call last):';
/** Between two exceptions of one traceback. */
const chained = /^(?:During handling of the above exception|The above exception was the direct cause)/;

/** Whether `line` goes on with what `text` began, though nothing in its form says so. */
export function continuesEntry(text: string, line: string): boolean {
  if (line === tracebackStart || secondLines.some((second) => second.test(line))) return true;
  if (/^\s+\S/.test(line)) return true;
  if (!text.includes(tracebackStart)) return false;
  if (line.trim() === '' || chained.test(line)) return true;
  return isTracebackOpen(text);
}

/** Its frames are indented; the line after the last one names the exception and ends it. */
function isTracebackOpen(text: string): boolean {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return lastLine === tracebackStart || /^\s+\S/.test(lastLine);
}
