import fc from 'fast-check';

const token = fc
  .string({ unit: fc.constantFrom(...'abcXYZ09-_!'), minLength: 1, maxLength: 8 })
  .map((name) => `X-${name}`);
const value = fc.string({ unit: fc.constantFrom(...'abc 09:;,="/\t\u00e9'), maxLength: 20 });
const field = fc.tuple(token, value).map(([name, text]) => `${name}: ${text}\r\n`);
const body = fc.string({ unit: fc.constantFrom(...'ab\r\n0:\u0000\u00ff'), maxLength: 60 });
// Not 100: undici refuses one that it did not ask for.
const interim = fc.array(
  fc.constantFrom('HTTP/1.1 102 Processing\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
  { maxLength: 2 },
);
const status = fc.constantFrom(200, 206, 302, 404, 410, 500, 503);

export interface Answer {
  readonly text: string;
  readonly status: number;
  readonly body: string;
}

const counted = fc
  .tuple(status, fc.array(field, { maxLength: 4 }), body, fc.constantFrom('Content-Length', 'CONTENT-length'))
  .map(
    ([code, fields, text, name]): Answer => ({
      text: `HTTP/1.1 ${code} Some Reason\r\n${fields.join('')}${name}: ${text.length}\r\n\r\n${text}`,
      status: code,
      body: text,
    }),
  );

const chunk = fc.tuple(
  body.filter((text) => text !== ''),
  fc.constantFrom('', ';a', ';a=b', ';a="b c"'),
  fc.boolean(),
);

const chunked = fc
  .tuple(
    status,
    fc.array(field, { maxLength: 3 }),
    fc.array(chunk, { maxLength: 4 }),
    fc.array(field, { maxLength: 2 }),
  )
  .map(([code, fields, chunks, trailers]): Answer => {
    const framed = chunks.map(([text, extension, isUpper]) => {
      const size = text.length.toString(16);
      return `${isUpper ? size.toUpperCase() : `0${size}`}${extension}\r\n${text}\r\n`;
    });
    return {
      text: `HTTP/1.1 ${code} \r\n${fields.join('')}Transfer-Encoding: chunked\r\n\r\n${framed.join('')}0\r\n${trailers.join('')}\r\n`,
      status: code,
      body: chunks.map(([text]) => text).join(''),
    };
  });

const untilClose = fc.tuple(status, body, fc.constantFrom('1.0', '1.1')).map(
  ([code, text, version]): Answer => ({
    text: `HTTP/${version} ${code} OK\r\nConnection: close\r\n\r\n${text}`,
    status: code,
    body: text,
  }),
);

const bodiless = fc
  .constantFrom(204, 304)
  .map((code): Answer => ({ text: `HTTP/1.1 ${code} X\r\n\r\n`, status: code, body: '' }));

/** Answers as a server that keeps to RFC 9112 may send them. */
export const soundAnswer: fc.Arbitrary<Answer> = fc
  .tuple(interim, fc.oneof(counted, chunked, untilClose, bodiless))
  .map(([before, answer]) => ({ ...answer, text: before.join('') + answer.text }));

const spoiler = fc.constantFrom(
  '\r',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '\0',
  ':',
  ',',
  ';',
  '0',
  '5',
  '-',
  'x',
  '\r\n ',
  '\r\n\r\n',
  'Content-Length: 3\r\n',
  'Content-Length: 0\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: identity\r\n',
  'Content-Length : 1\r\n',
  'transfer-encoding:\tchunked\r\n',
  '0\r\n\r\n',
  'HTTP/1.1 200 OK\r\n',
);

/** Sound answers into which something was put, or out of which something was cut, at the worst places. */
export const spoiltText: fc.Arbitrary<string> = fc
  .tuple(
    soundAnswer,
    fc.array(fc.tuple(fc.nat(), spoiler, fc.constantFrom(0, 0, 1, 2)), { minLength: 1, maxLength: 3 }),
  )
  .map(([{ text }, spoilers]) =>
    spoilers.reduce((spoilt, [place, piece, cut]) => {
      const lines = [...spoilt.matchAll(/\r\n|: |(?=;)/g)].map((match) => match.index);
      const at =
        place % 3 === 0 ? place % (spoilt.length + 1) : (lines[place % Math.max(1, lines.length)] ?? 0) + (place % 4);
      return spoilt.slice(0, at) + piece + spoilt.slice(at + cut);
    }, text),
  );
