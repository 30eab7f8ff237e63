/**
 * The miner computes for about a second an hour and waits for the rest, so what makes code fast is not worth its memory:
 * the optimizing compilers with their work space and code (15 MB), and a young generation that grows to hold one busy
 * start (10 MB). Sparkplug's baseline code stays.
 */
const engineFlags = ['--no-turbofan', '--no-maglev', '--semi-space-growth-factor=1', '--optimize-for-size'] as const;

/** For the whole process, so for a program that is a miner and nothing else; before its work begins. */
export function spareMemory(): void {
  // Not imported: an import of a part of Node reads every export of it, also what is made on demand.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of engineFlags) setFlagsFromString(flag);
}

/**
 * Writes down what was compiled so far, where the launcher asked for a cache of it. Without that it is written at a
 * proper end only, and after a cut of power or a kill the next start would take out all types again: 28 MB for the
 * rest of its life.
 */
export function keepCompiledCode(): void {
  process.getBuiltinModule('node:module').flushCompileCache();
}
