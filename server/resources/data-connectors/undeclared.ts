/** Inputs that a connector does not declare: they would be left out, and nobody would hear of it. */
import type { DataInput } from './queries.ts'

const MOST_SHOWN = 5

export function undeclaredNames(declared: DataInput[], given: Record<string, unknown>): string[] {
  const names = new Set(declared.map(({ name }) => name))
  return Object.keys(given).filter((name) => !names.has(name))
}

/** @returns their names in words; undefined where there are none */
export function undeclaredIn(declared: DataInput[], given: Record<string, unknown>): string | undefined {
  const others = undeclaredNames(declared, given)
  return others.length > 0 ? listed(others) : undefined
}

export function listed(names: string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map((name) => name.slice(0, 100))
  return shown.join(', ') + (names.length > MOST_SHOWN ? ', …' : '')
}

/** Values of inputs that are declared: a step may have been saved for a version that declared others. */
export function onlyDeclared(declared: DataInput[], given: Record<string, unknown>): Record<string, unknown> {
  const others = undeclaredNames(declared, given)
  return Object.fromEntries(Object.entries(given).filter(([name]) => !others.includes(name)))
}
