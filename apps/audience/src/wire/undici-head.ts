import type { IncomingHttpHeaders } from 'node:http';
import { parseHttpDate, parseRetryAfter } from './head-values.ts';
import type { ResponseHead } from './transport.ts';

/** A head as undici gives it, in the shape of everybody else. */
export function headOf(status: number, headers: IncomingHttpHeaders): ResponseHead {
  const date = first(headers.date);
  const dateMs = date === null ? null : parseHttpDate(date);
  const retryAfter = first(headers['retry-after']);
  const age = first(headers.age);
  const length = first(headers['content-length']);
  return {
    status,
    contentLength: length !== null && /^\d+$/.test(length) ? Number(length) : null,
    contentType: first(headers['content-type']),
    contentEncoding: all(headers['content-encoding']),
    contentRange: first(headers['content-range']),
    location: first(headers.location),
    ageSeconds: age !== null && /^\d{1,10}$/.test(age) ? Number(age) : null,
    dateMs,
    retryAfterSeconds: retryAfter === null ? null : parseRetryAfter(retryAfter, dateMs),
  };
}

function first(value: string | readonly string[] | undefined): string | null {
  return (typeof value === 'string' ? value : value?.[0]) ?? null;
}

function all(value: string | readonly string[] | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : value.join(', ');
}
