export const tab = 0x09;
export const lf = 0x0a;
export const cr = 0x0d;
export const space = 0x20;
export const comma = 0x2c;
export const colon = 0x3a;
export const semicolon = 0x3b;

const tokenOctets = table((octet) => /[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(String.fromCharCode(octet)));
const valueOctets = table((octet) => octet === tab || (octet >= space && octet !== 0x7f));

/** RFC 9110 5.6.2: what a header name is made of. */
export function isTokenOctet(octet: number): boolean {
  return tokenOctets[octet] === 1;
}

/** RFC 9110 5.5: visible characters, spaces, tabs and obs-text; no control characters. */
export function isValueOctet(octet: number): boolean {
  return valueOctets[octet] === 1;
}

export function isDigit(octet: number): boolean {
  return octet >= 0x30 && octet <= 0x39;
}

/** 0 to 15, or -1. */
export function hexDigitOf(octet: number): number {
  if (isDigit(octet)) return octet - 0x30;
  const folded = octet | 0x20;
  return folded >= 0x61 && folded <= 0x66 ? folded - 0x57 : -1;
}

/** Digits only, at most 2^53 - 1: the value; -1 otherwise. */
export function parseDigits(buffer: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > 16) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const octet = buffer[at] ?? 0;
    if (!isDigit(octet)) return -1;
    value = value * 10 + (octet - 0x30);
  }
  return Number.isSafeInteger(value) ? value : -1;
}

function table(holds: (octet: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, octet) => (holds(octet) ? 1 : 0));
}
