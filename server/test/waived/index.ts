/** Where a description is not followed, and why. A waiver is for certain values: others at the same place are problems. */
import type { Problem } from '../contract/checker.ts'
import { CALLS } from './calls.ts'
import { COMPANIES } from './companies.ts'
import { CONTACTS } from './contacts.ts'
import { CONTENT } from './content.ts'
import { CONVERSATIONS } from './conversations.ts'
import { DATA_CONNECTORS } from './data-connectors.ts'
import { FIN } from './fin.ts'
import { HELD_AS, type HeldAs } from './held-as.ts'
import { OTHERS } from './others.ts'
import { TICKETS } from './tickets.ts'
import type { Waiver } from './waiver.ts'

export const WAIVED: Waiver[] = [
  ...CALLS,
  ...CONTACTS,
  ...COMPANIES,
  ...CONVERSATIONS,
  ...DATA_CONNECTORS,
  ...CONTENT,
  ...FIN,
  ...TICKETS,
  ...OTHERS,
]

/** Decisions that an answer has needed. */
const used = new Set<Waiver | HeldAs>()

/** @returns the decisions that no answer has needed yet, and that one of these versions could */
export const unused = (versions: string[]): (Waiver | HeldAs)[] =>
  [...WAIVED.filter((one) => versions.some((name) => isOf(one, name))), ...HELD_AS].filter((one) => !used.has(one))

/** @returns the decision that a problem is none */
export const waiverFor = (version: string, operation: string, problem: Problem): Waiver | undefined =>
  WAIVED.find((one) => fits(one, version, operation, problem))

/** Remembers the waiver as needed. */
export function isWaived(version: string, operation: string, problem: Problem): boolean {
  const waiver = waiverFor(version, operation, problem)
  if (waiver) used.add(waiver)
  return waiver !== undefined
}

const fits = (waiver: Waiver, version: string, operation: string, { kind, at, value, holder }: Problem): boolean =>
  waiver.operation.test(operation) &&
  isOf(waiver, version) &&
  (waiver.kind === 'missing or schema' ? ['missing', 'schema'] : [waiver.kind]).includes(kind) &&
  waiver.at.test(at) &&
  waiver.when(value, holder)

const isOf = (waiver: Waiver, version: string): boolean => waiver.version?.test(version) ?? true

/** The model that an answer is held against in place of its operation's own, if any. */
export function modelFor(operation: string, body: unknown): string | undefined {
  const elsewhere = HELD_AS.find((one) => one.operation === operation && one.when(body))
  if (elsewhere) used.add(elsewhere)
  return elsewhere?.model
}
