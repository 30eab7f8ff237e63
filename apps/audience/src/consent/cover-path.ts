import { fail, type Result, succeed } from '@dropwise/kit';
import { isPathAllowed } from './allowed-path.ts';
import type { Grant } from './gate.ts';
import { authorityKey } from './target.ts';

/** The grant where its paths cover this one; a sentence where they do not. */
export function coverPath(grant: Grant, pathname: string): Result<Grant, string> {
  const { authority, paths } = grant;
  if (paths.length === 0 || isPathAllowed(pathname, paths)) return succeed(grant);
  return fail(
    `The consent of ${authorityKey(authority)} covers ${paths.join(' ')}, and not "${pathname.slice(0, 200)}".`,
  );
}
