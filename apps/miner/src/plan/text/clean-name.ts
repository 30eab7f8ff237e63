const escapeKey = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);

/** Escape sequences as terminals read them: CSI, then OSC and other strings up to their end, then short ones. */
const escapeSequences = new RegExp(
  [
    `(?:${escapeKey}\\[|\\u009b)[0-?]*[ -/]*[@-~]`,
    `(?:${escapeKey}[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^${bell}${escapeKey}\\u009c]*(?:${bell}|${escapeKey}\\\\|\\u009c)?`,
    `${escapeKey}[ -/]*[0-~]?`,
  ].join('|'),
  'gu',
);

/** Controls, and what changes the direction or place of the text around it. Joiners stay: emoji are made with them. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** A name as others wrote it, on one line and with nothing in it that moves or recolours what a person reads. */
export function cleanName(name: string): string {
  const clean = name.replace(escapeSequences, '').replace(invisible, ' ').replace(/\s+/gu, ' ').trim();
  return clean === '' ? '(no name)' : clean;
}
