/** Inputs that a connector does not declare: they would be left out, and nobody would hear of it. */
import { parameterInvalid } from '../../http/errors.ts'
import type { ConnectorRow, DataInput } from './queries.ts'

const MOST_SHOWN = 5

/** @returns their names in words; undefined where there are none */
export function undeclaredIn(declared: DataInput[], given: Record<string, unknown>): string | undefined {
  const names = new Set(declared.map(({ name }) => name))
  const others = Object.keys(given).filter((name) => !names.has(name))
  if (others.length === 0) return undefined
  const shown = others.slice(0, MOST_SHOWN).map((name) => name.slice(0, 100))
  return shown.join(', ') + (others.length > MOST_SHOWN ? ', …' : '')
}

/** @param at the place of the step that runs the connector @throws 400 parameter_invalid */
export function refuseUndeclared(
  { data_inputs }: ConnectorRow,
  step: { type: string; inputs?: Record<string, unknown> },
  at: number,
): void {
  if (step.type !== 'run_connector') return
  const others = undeclaredIn(data_inputs as DataInput[], step.inputs ?? {})
  if (others !== undefined)
    throw parameterInvalid(`steps.${at}.inputs names inputs that the data connector does not have: ${others}`, 'steps')
}
