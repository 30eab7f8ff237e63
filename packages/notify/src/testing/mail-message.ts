/** A mail as it went over the wire, read by RFC 5322, 2045 and 2047, as far as plain text needs it. */
export interface MailMessage {
  /** Lower-case name → its values, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
}

export function parseMail(raw: string): MailMessage {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), decodeWords(line.slice(colon + 1).trim())]);
  }
  const encoding = headers.get('content-transfer-encoding')?.[0]?.toLowerCase() ?? '7bit';
  return {
    headers,
    text: decodeBody(raw.slice(end + 4), encoding)
      .replaceAll('\r\n', '\n')
      .trimEnd(),
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

/** Blanks between two encoded words are not shown; a character may be split over two of them. */
function decodeWords(text: string): string {
  const word = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;
  return text.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (words) => {
    const bytes = [...words.matchAll(word)].map(([, kind = '', content = '']) =>
      kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : bytesOfQuoted(content.replaceAll('_', ' ')),
    );
    return `${Buffer.concat(bytes).toString('utf8')}${/\s$/.test(words) ? ' ' : ''}`;
  });
}

function decodeQuoted(text: string): string {
  return bytesOfQuoted(text).toString('utf8');
}

function bytesOfQuoted(text: string): Buffer {
  const latin = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(
    latin.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
