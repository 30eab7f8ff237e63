import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';

const maxDepth = 32;
/** Members of objects and items of lists, all together. */
const maxValues = 10_000;

/** Bodies are JSON and nothing else; how deep and how much is looked at before anything is built from it. */
export function limitJson(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    const problem = checkJsonText(text);
    if (problem !== null) return done(problem);
    if (isList(text)) return done(new ProblemError('badRequest', 'Expected an object of JSON, found a list.', 'body'));
    return parse(request, text, done);
  });
}

/** Null = it may be parsed. Whether it is JSON at all is the parser's business. */
export function checkJsonText(text: string): ProblemError | null {
  let depth = 0;
  let valueCount = 0;
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        index = endOfString(text, index);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        valueCount += 1;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      case 0x2c: // ,
        valueCount += 1;
        break;
    }
    if (depth > maxDepth) return tooMuch(`is nested deeper than ${maxDepth} levels`);
    if (valueCount > maxValues) return tooMuch(`holds more than ${maxValues} values`);
  }
  return null;
}

/** To a schema a list passes for an object without members; nothing here takes one. */
function isList(text: string): boolean {
  return /^\s*\[/.test(text);
}

/** The index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5c) index += 1;
    else if (code === 0x22) return index;
  }
  return text.length;
}

function tooMuch(found: string): ProblemError {
  return new ProblemError('tooLarge', `The JSON ${found}, and nothing here needs that. Send less.`, 'body');
}
