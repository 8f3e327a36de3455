/** Things in groups, by a key. */

/** Adds an item to the group of the key, which begins with it if there is none. */
export function addToGroup<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** The same, each item once. */
export function addToSet<K, T>(groups: Map<K, Set<T>>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.add(item);
  else groups.set(key, new Set([item]));
}
