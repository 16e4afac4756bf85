/** Inputs that a step passes to a connector, held against the ones that a version of the connector declares. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { isReference } from '../../placeholders/reference.ts'
import { getConnector, type ConnectorRow, type DataInput } from './queries.ts'
import { isOfType } from './read-values.ts'
import { listed, undeclaredNames } from './undeclared.ts'

export type Declaring = Pick<ConnectorRow, 'data_inputs' | 'validate_missing_attributes'>
export type Inputs = Record<string, unknown>

export interface InputFault {
  why: 'undeclared' | 'missing' | 'type'
  name: string
}

/** Faults for which the step would fail each time it is run, or would lose a value. */
export function faultsOf({ data_inputs, validate_missing_attributes }: Declaring, given: Inputs): InputFault[] {
  const declared = data_inputs as DataInput[]
  const isNeeded = validate_missing_attributes !== false
  return [
    ...undeclaredNames(declared, given).map((name) => ({ why: 'undeclared' as const, name })),
    ...declared.flatMap((input) => faultOf(input, given, isNeeded)),
  ]
}

function faultOf({ name, type, required, default_value }: DataInput, given: Inputs, isNeeded: boolean): InputFault[] {
  const value = (Object.hasOwn(given, name) ? given[name] : undefined) ?? default_value
  if (value === '') return required && isNeeded ? [{ why: 'missing', name }] : []
  // The value of a reference is known when the step is taken.
  return isReference(value) || isOfType(type, value) ? [] : [{ why: 'type', name }]
}

const WORDS: Record<InputFault['why'], string> = {
  undeclared: 'names inputs that the data connector does not have',
  missing: 'lacks inputs that the data connector requires',
  type: 'has values that are not of the types of their inputs',
}

interface Step {
  type: string
  data_connector_id?: string | number | undefined
  inputs?: Inputs | undefined
}

/**
 * Looks at the connectors that steps name, by the version that would run.
 * @param isLive false for steps of a draft, which may be incomplete
 * @throws 400 parameter_invalid for an input that does not fit, or a connector that a live step could never run
 * @throws 404 data_connector_not_found
 */
export async function checkSteps({ db, workspaceId }: Ctx, steps: Step[], isLive: boolean): Promise<void> {
  for (const [at, { type, data_connector_id, inputs = {} }] of steps.entries()) {
    if (data_connector_id === undefined) continue
    const connector = await getConnector(db, workspaceId, data_connector_id)
    if (type !== 'run_connector') continue
    if (isLive) refuseNeverRun(connector, `steps.${at}.data_connector_id`)
    refuseFaults(faultsOf(connector, inputs), `steps.${at}.inputs`, isLive)
  }
}

function refuseNeverRun({ state, url, customer_authentication }: ConnectorRow, place: string): void {
  const refuse = (why: string) => parameterInvalid(`${place} names a data connector that ${why}`, 'steps')
  if (state !== 'live') throw refuse('is not live')
  // There is nobody to be asked in a run.
  if (customer_authentication) throw refuse('asks contacts who they are (customer_authentication)')
  if (url === null) throw refuse('has no url')
}

function refuseFaults(faults: InputFault[], place: string, isLive: boolean): void {
  for (const why of isLive ? (['undeclared', 'missing', 'type'] as const) : (['undeclared'] as const)) {
    const names = faults.flatMap((fault) => (fault.why === why ? [fault.name] : []))
    if (names.length > 0) throw parameterInvalid(`${place} ${WORDS[why]}: ${listed(names)}`, 'steps')
  }
}
