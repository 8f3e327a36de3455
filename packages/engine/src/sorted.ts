/** Binary search in what is sorted. */

/** How many of `length` sorted things come before a point: `before` is true for the first so many and false from there on. */
export function countBefore(length: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the ascending numbers lies in [start, end). */
export function hasBetween(sorted: readonly number[], start: number, end: number): boolean {
  const first = sorted[countBefore(sorted.length, (index) => sorted[index]! < start)];
  return first !== undefined && first < end;
}
