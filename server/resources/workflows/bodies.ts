/** Words and values of steps with placeholders, such as `{{contact.name}}`: checked when saved, filled in when said. */
import type { Ctx } from '../../context.ts'
import { bodyToText, sanitiseBody } from '../../html.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { fillPlaceholders } from '../../placeholders/fill.ts'
import { listUnknown } from '../../placeholders/known.ts'
import { findPlaceholders } from '../../placeholders/placeholder.ts'
import { isReference } from '../../placeholders/reference.ts'
import { KNOWN_KEYS } from '../../placeholders/vocabulary.ts'
import { isVariable, type Known } from './values.ts'

export function fillBody(body: string, known: Known): string {
  const { html } = fillPlaceholders(sanitiseBody(body), (key) => {
    const value = known(key)
    if (value === undefined || value === null) return value
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  })
  return html
}

/** True if nothing is left to be said once the placeholders are filled in: not even a picture. */
export const isBlank = (html: string): boolean => !html.includes('<img') && bodyToText(html) === ''

interface Named {
  key: string
  /** The field that it stands in. */
  place: string
}

/**
 * @param takes `variables` where runs have some: the context of a request may set any
 * @throws 400 parameter_invalid for a key that no run knows, with those that it does
 */
export async function checkPlaceholders(ctx: Ctx, steps: object[], takes: { variables: boolean }): Promise<void> {
  const named = steps.flatMap((step, at) => [...inBody(step, at, takes), ...inValues(step, at)])
  const asked = named.filter(({ key }) => !(takes.variables && isVariable(key)))
  const unknown = await listUnknown(
    ctx.db,
    ctx.workspaceId,
    asked.map(({ key }) => key),
  )
  const first = asked.find(({ key }) => unknown.has(key))
  if (first) throw unfilled(first.place, first.key, takes)
}

function inBody(step: object, at: number, takes: { variables: boolean }): Named[] {
  const place = `steps.${at}.body`
  const { placeholders, others } = findPlaceholders('body' in step ? sanitiseBody(String(step.body)) : '')
  // A filter other than `fallback`, or another notation: contacts would read it as it was written.
  if (others.length > 0) throw unfilled(place, bodyToText(others[0]!), takes)
  return placeholders.map(({ key }) => ({ key, place }))
}

/** Values that say `{"from": …}`. */
function inValues(step: { inputs?: Record<string, unknown>; value?: unknown }, at: number): Named[] {
  const values = [
    ...Object.entries(step.inputs ?? {}).map(([name, value]) => [`inputs.${name.slice(0, 100)}`, value] as const),
    ['value', step.value] as const,
  ]
  return values.flatMap(([name, value]) =>
    isReference(value) ? [{ key: String(value.from), place: `steps.${at}.${name}` }] : [],
  )
}

const unfilled = (place: string, written: string, { variables }: { variables: boolean }) =>
  parameterInvalid(
    `${place} has a placeholder that nothing fills: ${written.slice(0, 100)}. Known are ${KNOWN_KEYS}` +
      (variables ? '; variables (<name>)' : ''),
    'steps',
  )
