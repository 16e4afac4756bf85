/** Every place of a request that names a thing: a path parameter, a query parameter, a field of a body. */
import type { Operation } from '../../http/operation.ts'
import type { Limit } from '../limits/limits-of.ts'

type Place = Pick<Limit, 'part' | 'path'>

/** The places that may hold an id by their name or their type, and those whose schema says nothing. */
export function openPlacesOf(operation: Operation): string[] {
  const query = find('query', [], JSON.parse(JSON.stringify(operation.query)))
  const body = operation.body ? find('body', [], JSON.parse(JSON.stringify(operation.body))) : []
  return [...new Set([...query, ...body].map(({ part, path }) => [part, ...path].join('.')))]
}

function find(part: Place['part'], path: string[], schema: any): Place[] {
  const name = path.at(-1) === '0' ? path.at(-2) : path.at(-1)
  const mayName =
    name !== undefined &&
    !schema.anyOf &&
    (/(^|_)ids?$|^email$/.test(name) ||
      (Array.isArray(schema.type) && schema.type.includes('integer')) ||
      isAny(schema) ||
      name === 'custom_attributes')
  return [
    ...(mayName && !schema.properties && !schema.items ? [{ part, path }] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) => find(part, [...path, key], child)),
    ...(schema.anyOf ?? [])
      .filter((child: any) => child.type !== 'null')
      .flatMap((child: unknown) => find(part, path, child)),
    ...(schema.items ? find(part, [...path, '0'], schema.items) : []),
  ]
}

const isAny = (schema: any) => !['type', 'enum', 'anyOf', 'const', '$ref'].some((key) => key in schema)
