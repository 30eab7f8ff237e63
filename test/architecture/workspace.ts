import type { SourceFile } from './source-file.ts';

export interface Workspace {
  /** Without `@dropwise/`. */
  readonly name: string;
  /** `packages/kit`. */
  readonly folder: string;
  readonly dependencies: readonly string[];
  /** Subpath (`.`, `./definitions`) → file from the root. */
  readonly exports: Readonly<Record<string, string>>;
}

export const scope = '@dropwise/';

/** Every workspace, from the manifests among the files. */
export function findWorkspaces(files: readonly SourceFile[]): Workspace[] {
  return files.flatMap((file) => {
    const folder = /^((?:packages|apps)\/[^/]+|bench)\/package\.json$/.exec(file.path)?.[1];
    if (folder === undefined) return [];
    const manifest = JSON.parse(file.text) as {
      name: string;
      dependencies?: Record<string, string>;
      devDependencies?: Record<string, string>;
      exports?: Record<string, string>;
    };
    return [
      {
        name: manifest.name.replace(scope, ''),
        folder,
        dependencies: Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
        exports: Object.fromEntries(
          Object.entries(manifest.exports ?? {}).map(([subpath, target]) => [subpath, `${folder}/${target.slice(2)}`]),
        ),
      },
    ];
  });
}

export function workspaceOf(path: string, workspaces: readonly Workspace[]): Workspace | undefined {
  return workspaces.find((workspace) => path.startsWith(`${workspace.folder}/`));
}
