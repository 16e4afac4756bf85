/** The operations that a version has: of its description, or of the one before it, and of what is known besides. */
import type { Version } from '../versions/history.ts'
import { history } from '../versions/index.ts'
import { contract } from './contract.ts'
import { undescribedIn, type Undescribed } from './undescribed.ts'

export interface KnownOperation {
  operation: string
  tag: string
  /** Undefined where the description of the version has it. */
  sure?: Undescribed['sure'] | undefined
}

/** @returns undefined where no description is at hand */
export function knownOperations(version: Version): KnownOperation[] | undefined {
  const stable = history.versions.filter((one) => one !== history.newest)
  const before = stable.slice(0, stable.indexOf(version) + 1).reverse()
  const described = [version, ...before].find(({ name }) => contract?.(name))
  if (!described) return undefined
  const known = new Map<string, KnownOperation>()
  for (const { key, tag = 'Others' } of contract!(described.name)!.operations) known.set(key, { operation: key, tag })
  for (const { operation, tag, sure } of undescribedIn(history, version.name))
    if (!known.has(operation)) known.set(operation, { operation, tag, sure })
  return [...known.values()]
}
