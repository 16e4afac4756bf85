/** Conditions joined in brackets of their own, so that they may stand anywhere. */
import { fragment, type Fragment } from '../db/pool.ts'

/** True where there is none. */
export const allOf = (conditions: Fragment[]): Fragment =>
  conditions.length ? bracketed(conditions, fragment`and`) : fragment`true`

/** False where there is none. */
export const anyOf = (conditions: Fragment[]): Fragment =>
  conditions.length ? bracketed(conditions, fragment`or`) : fragment`false`

function bracketed(conditions: Fragment[], word: Fragment): Fragment {
  if (conditions.length === 1) return conditions[0]!
  return fragment`(${separated(conditions, word)})`
}

/** A list of fragments is written one after the other. It is flat, because a long one nested would fill the stack. */
export const separated = (items: Fragment[], separator: Fragment): Fragment[] =>
  items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))
