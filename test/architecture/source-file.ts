import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface ImportedModule {
  readonly specifier: string;
  /** `import(…)`, at the moment it is needed. */
  readonly dynamic: boolean;
}

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const notOurs: readonly string[] = ['node_modules', '.git', 'coverage', 'dist'];

/** Every text file of the project that a person writes; lock file and pictures left out. */
export function readProjectFiles(root: string, folder = root): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (notOurs.includes(entry.name)) return [];
    if (entry.isDirectory()) return readProjectFiles(root, path);
    if (!entry.isFile() || !/(?:\.(?:ts|js|mjs|json|md|yml|yaml|sh|html|css|svelte|txt)|^[^.]+)$/.test(entry.name))
      return [];
    return [{ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }];
  });
}

export function isCode(file: SourceFile): boolean {
  return /\.(?:ts|js|mjs)$/.test(file.path);
}

/** Tests and what only tests use. */
export function isTest(file: SourceFile): boolean {
  return /\.test\.ts$|^test\/|\/src\/(?:.*\/)?testing\//.test(file.path);
}

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const regexp = String.raw`(?<=[(,=:[!&|?{};>]\s*|\breturn\s+)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const quoted = `${String.raw`"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`}\`(?:\\\\.|[^\`\\\\])*\``;
const tokens = new RegExp(`(${comment})|(${regexp})|(${quoted})`, 'g');

/** The code with comments blanked; strings stay. */
export function withoutComments(text: string): string {
  return text.replace(tokens, (all, isComment) => (isComment === undefined ? all : ' '));
}

/** The code with comments, strings and patterns blanked: what is left is what runs, `${…}` in a text included. */
export function bareCode(text: string): string {
  return text.replace(tokens, (all: string, isComment, isRegexp) => {
    if (isComment !== undefined) return ' ';
    if (isRegexp !== undefined) return '/x/';
    const parts = all.startsWith('`') ? [...all.matchAll(/\$\{([^{}]*)\}/g)].map((match) => match[1]) : [];
    return `(${["''", ...parts].join(', ')})`;
  });
}

/** What a file imports or exports from, in order; type-only ones too. */
export function readImports(file: SourceFile): ImportedModule[] {
  const code = withoutComments(file.text);
  const found: (ImportedModule & { readonly at: number })[] = [];
  const collect = (pattern: RegExp, dynamic: boolean): void => {
    for (const match of code.matchAll(pattern)) {
      found.push({ specifier: match[1] ?? '', dynamic, at: match.index });
    }
  };
  collect(/^[ \t]*(?:import|export)\b[^;'"`()]*?\bfrom\s*['"]([^'"]+)['"]/gm, false);
  collect(/^[ \t]*import\s*['"]([^'"]+)['"]/gm, false);
  collect(/\bimport\s*\(\s*['"]([^'"]+)['"]/g, true);
  return found.sort((a, b) => a.at - b.at).map(({ specifier, dynamic }) => ({ specifier, dynamic }));
}
