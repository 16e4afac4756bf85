/**
 * The number of slips between two words: a letter that is missing, too many or another one, or two neighbours that have
 * changed places (optimal string alignment). Words are short.
 */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const changed = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(isSwapped ? Math.min(changed, before[j - 2]! + 1) : changed)
    }
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}

/** Slips that somebody makes in a word of that length. */
const mostSlips = (length: number): number => (length >= 8 ? 2 : length >= 5 ? 1 : 0)

/** The likeness of two words from 0 to 1: by their trigrams, or by few slips between them. */
export function likenessOf(asked: string, known: string, similarity: number): number {
  const slips = slipsBetween(asked, known)
  return slips > mostSlips(asked.length) ? similarity : Math.max(similarity, 1 - slips / asked.length)
}
