/** The parts of an OpenAPI 3 description that the checks read. */

export interface Schema {
  $ref?: string
  nullable?: boolean
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: boolean | Schema
  [keyword: string]: unknown
}

export interface Example {
  $ref?: string
  value?: unknown
}

export interface Response {
  $ref?: string
  content?: Record<string, { schema?: Schema; example?: unknown; examples?: Record<string, Example> }>
}

export interface DescribedOperation {
  tags?: string[]
  responses?: Record<string, Response>
}

export interface Description {
  paths: Record<string, Record<string, DescribedOperation>>
  components?: { schemas?: Record<string, Schema>; responses?: Record<string, Response> }
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** @returns the part that a reference names; undefined where the reference leads nowhere */
export function follow<T extends { $ref?: string }>(description: Description, part: T): T | undefined {
  if (part.$ref === undefined) return part
  const names = part.$ref.split('/').slice(1)
  return names.reduce<any>((at, name) => at?.[unescapePointer(name)], description)
}

/** @returns the model that a schema refers to, and its name */
export function model(description: Description, ref: string): { name: string; schema: Schema | undefined } {
  const name = unescapePointer(ref.slice(ref.lastIndexOf('/') + 1))
  return { name, schema: description.components?.schemas?.[name] }
}

/** The examples and the schema of a JSON answer. */
export function answerOf(
  description: Description,
  response: Response,
): { schema?: Schema | undefined; examples: unknown[] } {
  const json = follow(description, response)?.content?.['application/json']
  const shown = Object.values(json?.examples ?? {}).map((example) => follow(description, example)?.value)
  return { schema: json?.schema, examples: [...shown, json?.example].filter((example) => example !== undefined) }
}

/** A name in a JSON pointer as it was before it was escaped. */
export const unescapePointer = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~')
