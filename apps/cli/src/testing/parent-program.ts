// Starts the obedient program as the demo starts its children, and waits.
import { fileURLToPath } from 'node:url';
import { startProgram } from '../demo/child.ts';

const child = startProgram(fileURLToPath(new URL('./obedient-program.ts', import.meta.url)), process.argv.slice(2));
await child.ended;
