import { fileURLToPath } from 'node:url';

/** The `dropwise` command itself, for starting another one. */
export const launcherFile = fileURLToPath(new URL('../../bin/dropwise.js', import.meta.url));
