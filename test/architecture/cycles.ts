import { posix } from 'node:path';
import { isCode, readImports, type SourceFile } from './source-file.ts';
import { findWorkspaces, scope, type Workspace } from './workspace.ts';

/** Rings of files that import each other, each once, as `a → b → a`. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const workspaces = findWorkspaces(files);
  const code = new Map(files.filter(isCode).map((file) => [file.path, file]));
  const targets = new Map(
    [...code.values()].map((file) => [
      file.path,
      readImports(file)
        .map(({ specifier }) => resolveImport(file, specifier, workspaces))
        .filter((path) => path !== null && code.has(path)) as string[],
    ]),
  );
  const found: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (finished.has(path)) return;
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path].join(' → '));
      return;
    }
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return found;
}

function resolveImport(file: SourceFile, specifier: string, workspaces: readonly Workspace[]): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file.path), specifier);
  if (!specifier.startsWith(scope)) return null;
  const [name, ...rest] = specifier.slice(scope.length).split('/');
  const subpath = ['.', ...rest].join('/');
  return workspaces.find((workspace) => workspace.name === name)?.exports[subpath] ?? null;
}
