import { purePackages } from './import-table.ts';
import { bareCode, isCode, isTest, readImports, type SourceFile } from './source-file.ts';
import { findWorkspaces, workspaceOf } from './workspace.ts';

const impurities: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?<![.\w$])Date\s*\.\s*now\b/, 'Date.now: take `now` as an argument, or a Clock'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())/, 'new Date() without an argument: take `now` as an argument'],
  [/(?<![.\w$]|new\s)Date\s*\(/, 'Date(): take `now` as an argument'],
  [/\bMath\s*\.\s*random\b/, 'Math.random: take a Random'],
  [/(?<![.\w$])performance\b(?!\s*:)/, 'performance: take a Clock'],
  [/(?<![.\w$])process\b(?!\s*[:?])/, 'process: that belongs to an edge'],
  [/(?<![.\w$])set(?:Timeout|Interval|Immediate)\b/, 'a timer: take a Clock'],
  [/(?<![.\w$])console\b(?!\s*:)/, 'console: return a fact'],
  [/(?<![.\w$])crypto\b(?!\s*:)/, 'crypto: take a Random'],
];

/** Clock, chance, process or network in a package that must be pure. */
export function findImpurities(files: readonly SourceFile[]): string[] {
  const workspaces = findWorkspaces(files);
  const pure = files.filter((file) => {
    const name = workspaceOf(file.path, workspaces)?.name;
    return (
      name !== undefined && purePackages.includes(name) && isCode(file) && !isTest(file) && file.path.includes('/src/')
    );
  });
  return pure.flatMap((file) => {
    const bare = bareCode(file.text);
    return [
      ...impurities.filter(([pattern]) => pattern.test(bare)).map(([, what]) => `${file.path}: ${what}`),
      ...readImports(file)
        .filter(({ specifier }) => specifier.startsWith('node:'))
        .map(({ specifier }) => `${file.path}: ${specifier}: that belongs to an edge`),
    ];
  });
}
