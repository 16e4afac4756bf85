/** Tells survivors that a test should have noticed from mutants that change nothing. */
import type { Equivalent } from './equivalent.ts'
import type { Mutant } from './mutant.ts'

export interface Judgement {
  /** Without the equivalent ones. */
  total: number
  survivors: Mutant[]
  equivalent: number
  /** Entries that name no survivor: the code has changed, or a test notices the mutant. */
  unmatched: Equivalent[]
}

/** Each entry stands for one mutant: where a line has two alike, there are two entries. */
export function judge(mutants: Mutant[], entries: Equivalent[]): Judgement {
  const unmatched = [...entries]
  const survivors = mutants.filter((mutant) => {
    if (!mutant.survived) return false
    const at = unmatched.findIndex((entry) => names(entry, mutant))
    if (at !== -1) unmatched.splice(at, 1)
    return at === -1
  })
  const equivalent = entries.length - unmatched.length
  return { total: mutants.length - equivalent, survivors, equivalent, unmatched }
}

const names = (entry: Equivalent, mutant: Mutant) =>
  (['file', 'line', 'original', 'replacement'] as const).every((key) => entry[key] === mutant[key])
