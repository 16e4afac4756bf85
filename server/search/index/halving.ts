/**
 * Of so many things in an order, the first of those that something is true of, which come after all
 * others; their number where there is none.
 */
export function firstAt(count: number, isTrueOf: (at: number) => boolean): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (isTrueOf(middle)) to = middle
    else from = middle + 1
  }
  return from
}
