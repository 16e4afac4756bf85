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

export function judge(mutants: Mutant[], entries: Equivalent[]): Judgement {
  const survived = mutants.filter((mutant) => mutant.survived)
  const survivors = survived.filter((mutant) => !entries.some((entry) => names(entry, mutant)))
  const equivalent = survived.length - survivors.length
  return {
    total: mutants.length - equivalent,
    survivors,
    equivalent,
    unmatched: entries.filter((entry) => !survived.some((mutant) => names(entry, mutant))),
  }
}

const names = (entry: Equivalent, mutant: Mutant) =>
  (['file', 'line', 'original', 'replacement'] as const).every((key) => entry[key] === mutant[key])
