/** A draft may name inputs that are still to be declared. A version that goes live may not: they would be sent empty. */
import type { Secrets } from '../../secrets.ts'
import { invalid } from './invalid.ts'
import { readHeaders, type Header } from './headers.ts'
import { piecesOf } from './placeholders.ts'
import type { ConnectorRow, DataInput } from './queries.ts'
import { checkBody } from './render-body.ts'

/** Text that looks like a placeholder to a person. */
const BRACES = /\{\{[^{}]*\}\}/g
const MOST_SHOWN = 5

/** @throws 422 parameter_invalid, which names the placeholders and where they stand */
export function checkTemplates({ secrets }: { secrets: Secrets }, connector: ConnectorRow): void {
  const declared = new Set((connector.data_inputs as DataInput[]).map(({ name }) => name))
  const templates = [
    ['the url', connector.url ?? ''],
    ...readHeaders(secrets, connector).map(({ name, value }) => [`the header ${name}`, value] as const),
    ['the body', connector.body],
  ] as const
  const undeclared = templates.flatMap(([place, template]) =>
    [...new Set(undeclaredIn(template, declared))].map((written) => `${written} in ${place}`),
  )
  if (undeclared.length > 0)
    throw invalid(
      `Placeholders must be names of data inputs, which these are not: ${undeclared.slice(0, MOST_SHOWN).join(', ')}`,
    )
}

/** @throws 422 parameter_invalid where values would stand in a body of a type for which they cannot be escaped */
export function checkBodyType({ secrets }: { secrets: Secrets }, connector: ConnectorRow): void {
  const fault = checkBody(connector.body, readHeaders(secrets, connector).findLast(isType)?.value)
  if (fault !== undefined) throw invalid(fault)
}

const isType = ({ name }: Header) => name.toLowerCase() === 'content-type'

const undeclaredIn = (template: string, declared: Set<string>): string[] =>
  piecesOf(template).flatMap((piece) => {
    if ('text' in piece) return (piece.text.match(BRACES) ?? []).map((written) => written.slice(0, 100))
    return declared.has(piece.name) ? [] : [`{{${piece.name}}}`.slice(0, 100)]
  })
