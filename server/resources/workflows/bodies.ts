/** Words of steps with placeholders, such as `{{contact.name}}`: checked when they are saved, filled in when they are said. */
import type { Ctx } from '../../context.ts'
import { bodyToText, sanitiseBody } from '../../html.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { fillPlaceholders } from '../../placeholders/fill.ts'
import { findPlaceholders } from '../../placeholders/placeholder.ts'
import { listAttributeTypes } from '../data-attributes/queries.ts'
import type { Person, Run } from './run-queries.ts'
import { attributeIn, isVariable, knownValue, NAMES } from './values.ts'

export function fillBody(body: string, run: Run, person: Person | undefined): string {
  const { html } = fillPlaceholders(sanitiseBody(body), (key) => {
    const value = knownValue(key, run, person)
    if (value === undefined || value === null) return value
    if (key === 'message.body') return bodyToText(String(value))
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
  return html
}

/**
 * @param takes `variables` where runs have some: the context of a request may set any
 * @throws 400 parameter_invalid for a placeholder that no run can fill
 */
export async function checkBodies(ctx: Ctx, steps: object[], takes: { variables: boolean }): Promise<void> {
  const found = steps.flatMap((step, at) => {
    const { placeholders, others } = findPlaceholders('body' in step ? sanitiseBody(String(step.body)) : '')
    // A filter other than `fallback`, or another notation: contacts would read it as it was written.
    if (others.length > 0) throw unfilled(at, bodyToText(others[0]!))
    return placeholders.map(({ key }) => ({ key, at }))
  })
  const asked = found.flatMap(({ key }) => attributeIn(key) ?? [])
  const attributes = await listAttributeTypes(ctx.db, ctx.workspaceId, 'contact', [...new Set(asked)])
  const isKnown = (key: string) =>
    NAMES.has(key) || (takes.variables && isVariable(key)) || attributes.some(({ name }) => name === attributeIn(key))
  const unknown = found.find(({ key }) => !isKnown(key))
  if (unknown) throw unfilled(unknown.at, unknown.key)
}

const unfilled = (at: number, written: string) =>
  parameterInvalid(`steps.${at}.body has a placeholder that nothing fills: ${written.slice(0, 100)}`, 'steps')
