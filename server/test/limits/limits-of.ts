/** The limits that an operation's schemas state, each with its place: `body.customer.email maxLength 255`. */
import type { Operation } from '../../http/operation.ts'

const RULES = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'enum',
  'pattern',
  'required',
] as const
export type Rule = (typeof RULES)[number]

export interface Limit {
  part: 'params' | 'query' | 'body'
  /** Keys from the part down; `0` is an item of a list. */
  path: string[]
  rule: Rule
  value: any
  /** The schema that states it. */
  schema: any
}

export function limitsOf(operation: Operation): Limit[] {
  return (['params', 'query', 'body'] as const).flatMap((part) =>
    operation[part] ? walk(part, [], JSON.parse(JSON.stringify(operation[part]))) : [],
  )
}

function walk(part: Limit['part'], path: string[], schema: any): Limit[] {
  const own = RULES.filter((rule) => schema[rule] !== undefined).flatMap((rule) =>
    rule === 'required'
      ? part === 'params' // a path without them is another path
        ? []
        : schema.required.map((key: string) => ({ part, path: [...path, key], rule, value: true, schema }))
      : [{ part, path, rule, value: schema[rule], schema }],
  )
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) => walk(part, [...path, key], child)),
    ...(schema.anyOf ?? []).flatMap((child: unknown) => walk(part, path, child)),
    ...(schema.items ? walk(part, [...path, '0'], schema.items) : []),
  ]
  return [...own, ...inner]
}

export const placeOf = ({ part, path }: Pick<Limit, 'part' | 'path'>) => [part, ...path].join('.')

export const describeLimit = (limit: Limit) =>
  `${placeOf(limit)} ${limit.rule}${limit.rule === 'required' ? '' : ` ${[limit.value].flat().join('|')}`}`

/** All limits as the kept file has them. */
export const printLimits = (operations: Operation[]): string =>
  operations
    .map((operation) => ({ key: operation.key, lines: [...new Set(limitsOf(operation).map(describeLimit))] }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ key, lines }) => [key, ...lines.toSorted().map((line) => `  ${line}`), ''].join('\n'))
    .join('\n')
