// An origin as a program of its own, for tests of other apps: says its address, and ends with whoever started it.
import { startOrigin } from './start-origin.ts';

const origin = await startOrigin();
process.stdout.write(`${origin.url}\n`);
process.once('disconnect', () => void origin[Symbol.asyncDispose]());
process.once('SIGTERM', () => void origin[Symbol.asyncDispose]().then(() => process.exit(0)));
