/**
 * `Blue Hat (Sample Game (2020), 3/60)` → `Blue Hat` and `Sample Game (2020), 3/60`: the parenthesis that the text ends with, found
 * from its end, because names have parentheses of their own. Null = it ends with none.
 */
export function splitTrailingParenthesis(text: string): { readonly before: string; readonly inside: string } | null {
  if (!text.endsWith(')')) return null;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const character = text[at];
    if (character === ')') depth += 1;
    else if (character === '(') depth -= 1;
    if (depth === 0) return { before: text.slice(0, at).trimEnd(), inside: text.slice(at + 1, -1) };
  }
  return null;
}
