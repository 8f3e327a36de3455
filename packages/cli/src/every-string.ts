/** The same data with every string in it changed. For plain data without cycles, such as a Report; keys stay. */
export function everyString<T>(data: T, change: (text: string) => string): T {
  if (typeof data === 'string') return change(data) as T;
  if (Array.isArray(data)) return data.map((item: unknown) => everyString(item, change)) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, everyString(value, change)])) as T;
}
