import { posix } from 'node:path';
import { readImports, type SourceFile } from './source-file.ts';

const source = 'apps/web/src/';

/** In `apps/web`, shared ← panels ← views: shared knows neither, and a panel no view and no other panel. */
export function findBrokenLayers(files: readonly SourceFile[]): string[] {
  return files.filter(isOfPage).flatMap((file) => {
    const from = placeOf(file.path);
    return importsOf(file).flatMap(({ specifier }) => {
      if (!specifier.startsWith('.')) return [];
      const to = placeOf(posix.join(posix.dirname(file.path), specifier));
      const why = whyNot(from, to);
      return why === null ? [] : [`${file.path}: ${specifier}: ${why}`];
    });
  });
}

/** `{@html}` would make markup of what Twitch sent. */
export function findRawHtml(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => isOfPage({ path, text }) && /\{@html\b|\.innerHTML\b|\binsertAdjacentHTML\b/.test(text))
    .map(({ path }) => `${path}: makes markup of a text; show it as {value}`);
}

interface Place {
  readonly layer: string;
  /** The folder of a panel or of a view. */
  readonly name: string;
}

function placeOf(path: string): Place {
  const [layer = '', name = ''] = path.startsWith(source) ? path.slice(source.length).split('/') : [];
  return { layer, name };
}

function whyNot(from: Place, to: Place): string | null {
  if (from.layer === 'shared' && (to.layer === 'panels' || to.layer === 'views'))
    return `shared must not know ${to.layer}`;
  if (from.layer === 'panels' && to.layer === 'views') return 'a panel must not know a view';
  if (from.layer === 'panels' && to.layer === 'panels' && from.name !== to.name)
    return 'a panel must not know another: share what both need, or let the view bring them together';
  return null;
}

function isOfPage({ path }: SourceFile): boolean {
  return path.startsWith(source) && /\.(?:ts|svelte)$/.test(path);
}

/** Of a component the script's; what stands in its markup imports nothing. */
function importsOf(file: SourceFile) {
  if (!file.path.endsWith('.svelte')) return readImports(file);
  const scripts = [...file.text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  return readImports({ path: file.path, text: scripts.join('\n') });
}
