/**
 * The items as they lay before, with new ones after them; what is gone is left out. Null = nothing is held, they lie as they
 * are. Who works in a list does not have it taken from under the hands.
 */
export function inHeldOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  held: readonly string[] | null,
): readonly Item[] {
  if (held === null) return items;
  const places = new Map(held.map((id, place) => [id, place]));
  const placeOf = ({ id }: Item): number => places.get(id) ?? held.length;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}
