import { posix } from 'node:path';
import { importTable } from './import-table.ts';
import { isCode, isTest, readImports, type SourceFile } from './source-file.ts';
import { findWorkspaces, scope, type Workspace, workspaceOf } from './workspace.ts';

/** Imports that the table does not allow, and relative ones that leave their workspace. */
export function findForbiddenImports(files: readonly SourceFile[]): string[] {
  const workspaces = findWorkspaces(files);
  return files.filter(isCode).flatMap((file) => {
    const workspace = workspaceOf(file.path, workspaces);
    if (workspace === undefined) return [];
    const rule = importTable[workspace.name];
    if (rule === undefined) return [`${file.path}: ${workspace.name} has no row in test/architecture/import-table.ts`];
    return readImports(file).flatMap(({ specifier, dynamic }) => {
      if (specifier.startsWith('/') || specifier.startsWith('file:')) {
        return [`${file.path}: ${specifier} is a place on one machine`];
      }
      if (specifier.startsWith('.')) return leavesWorkspace(file, specifier, workspace);
      if (!specifier.startsWith(scope)) return [];
      const target = specifier.slice(scope.length);
      const allowed = [
        ...rule.may,
        ...(isTest(file) ? (rule.testsMay ?? []) : []),
        ...(file.path.startsWith(`${workspace.folder}/build/`) ? (rule.buildMay ?? []) : []),
        ...(dynamic ? (rule.mayStart ?? []) : []),
      ];
      if (allowed.some((each) => target === each || target.startsWith(`${each}/`))) return [];
      return [
        `${file.path}: ${workspace.name} must not import ${specifier}; it may import ${allowed.join(', ') || 'nothing'}`,
      ];
    });
  });
}

/** Packages that are used and not in their workspace's manifest. Tests may use the root's and what the table gives them. */
export function findUndeclaredDependencies(files: readonly SourceFile[]): string[] {
  const workspaces = findWorkspaces(files);
  const rootManifest = files.find((file) => file.path === 'package.json');
  const root = JSON.parse(rootManifest?.text ?? '{}') as { devDependencies?: Record<string, string> };
  return files.filter(isCode).flatMap((file) => {
    const workspace = workspaceOf(file.path, workspaces);
    if (workspace === undefined) return [];
    const forTests = [
      ...Object.keys(root.devDependencies ?? {}),
      ...(importTable[workspace.name]?.testsMay ?? []).map((name) => scope + name),
    ];
    const declared = new Set([...workspace.dependencies, ...(isTest(file) ? forTests : [])]);
    return readImports(file)
      .map(({ specifier }) => packageOf(specifier))
      .filter((name) => name !== null && name !== scope + workspace.name && !declared.has(name))
      .map((name) => `${file.path}: ${name} is used, and not in the dependencies of ${workspace.folder}/package.json`);
  });
}

function leavesWorkspace(file: SourceFile, specifier: string, workspace: Workspace): string[] {
  const target = posix.join(posix.dirname(file.path), specifier);
  if (target.startsWith(`${workspace.folder}/`)) return [];
  return [`${file.path}: ${specifier} leaves the workspace; import the package by its name`];
}

/** Null for Node's own modules and files. */
function packageOf(specifier: string): string | null {
  if (/^(?:[./]|node:|file:)/.test(specifier)) return null;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
