/**
 * TDM's arguments with what is needed to hear it: `--log` writes `log.txt`, and only from `-vvv` on are minutes in it (peers 1.2
 * and 3.1). What the owner chose stays.
 */
export function tdmArguments(args: readonly string[]): readonly string[] {
  const hasVerbosity = args.some((arg) => /^-v+$/.test(arg));
  return [...args, ...(args.includes('--log') ? [] : ['--log']), ...(hasVerbosity ? [] : ['-vvv'])];
}
