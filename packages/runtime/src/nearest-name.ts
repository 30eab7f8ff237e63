/** The name in `names` that `given` most likely meant, or null when none is near. Case does not count. */
export function nearestName(given: string, names: readonly string[]): string | null {
  const allowedEdits = Math.max(1, Math.floor(given.length / 3));
  let nearest: { name: string; edits: number } | null = null;
  for (const name of names) {
    const edits = editDistance(given.toLowerCase(), name.toLowerCase());
    if (edits <= allowedEdits && (nearest === null || edits < nearest.edits)) nearest = { name, edits };
  }
  return nearest?.name ?? null;
}

/** Insertions, removals and replacements between two texts (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
