/**
 * Remembers what was found in a record as long as the record is there: who checks the same content again and again,
 * with little changed, looks at what changed only.
 */
export function byRecord<E extends { readonly record: unknown }, T>(find: (entry: E) => T): (entry: E) => T {
  const found = new WeakMap<object, T>();
  return (entry) => {
    const { record } = entry;
    if (typeof record !== 'object' || record === null) return find(entry);
    if (!found.has(record)) found.set(record, find(entry));
    return found.get(record) as T;
  };
}
