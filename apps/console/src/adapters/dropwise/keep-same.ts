import { dequal } from 'dequal/lite';

/** `before` where both say the same, so that whoever compares objects sees no change. */
export function keepSame<Value>(before: Value, after: Value): Value {
  return before === after || dequal(before, after) ? before : after;
}

/** The same for every entry, and for the whole where none is new, gone or another. */
export function keepSameEntries<Item>(
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
): Readonly<Record<string, Item>> {
  const entries = Object.entries(after);
  let isSame = entries.length === Object.keys(before).length;
  const kept = entries.map(([id, item]): [string, Item] => {
    const known = Object.hasOwn(before, id) ? before[id] : undefined;
    const next = known === undefined ? item : keepSame(known, item);
    if (next !== known) isSame = false;
    return [id, next];
  });
  return isSame ? before : Object.fromEntries(kept);
}
