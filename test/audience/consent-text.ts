import { startProgram } from '../e2e/processes.ts';

/** What `dropwise audience keygen` says the origin must serve; the key is made in that data directory. */
export async function makeConsentText(dataFolder: string, ...paths: readonly string[]): Promise<string> {
  const flags = paths.flatMap((path) => ['--path', path]);
  await using keygen = startProgram(['audience', 'keygen', '--json', ...flags, '--data-dir', dataFolder]);
  await keygen.end();
  const { text } = JSON.parse(keygen.stdout) as { readonly text: string };
  return text;
}
