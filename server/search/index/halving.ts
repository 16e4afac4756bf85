/** What is in an order is found, and put in its place, by halving. */

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

/** Puts something in its place in a list that is in an order, and lets go of the last where there are more than `most`. */
export function insertInOrder<T>(list: T[], item: T, compare: (a: T, b: T) => number, most: number): void {
  const place = firstAt(list.length, (at) => compare(list[at]!, item) > 0)
  list.splice(place, 0, item)
  if (list.length > most) list.pop()
}
