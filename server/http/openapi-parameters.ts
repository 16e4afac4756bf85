/** Parameters of an operation's path, query and headers. */
import type { TObject, TSchema } from 'typebox'
import type { Version } from '../versions/history.ts'
import type { Components, JsonSchema } from './openapi-schemas.ts'
import type { Operation } from './operation.ts'

/** Descriptions of parameters that many operations share. A schema's own description goes before. */
const WORDS: Record<string, string> = {
  custom_object_type_identifier: 'The identifier of the type, such as `Order`.',
  cursor: 'Where to go on: the cursor that the page before gave.',
  display_as: '`plaintext` shows messages without their HTML.',
  external_id: 'The id that the contact has in your own system.',
  include_count: 'True to count the members.',
  include_merge_history: 'True to show the contacts that were merged into the contact.',
  job_identifier: 'The name of the job, as the request that started it was answered.',
  order: 'The order: the oldest first, or the newest.',
  page: 'The number of the page; the first is 1.',
  per_page: 'The number of items on a page.',
  scroll_param: 'Where to go on: the parameter that the answer before gave.',
  starting_after: 'Where to go on: the cursor that the page before gave.',
}

export function parametersOf(
  operation: Operation,
  version: Version,
  components: Components,
  example: { params?: Record<string, string>; query?: Record<string, unknown> } | undefined,
): JsonSchema[] {
  const query = version.querySchema(operation.key, operation.query) as TObject
  const required = query.required ?? []
  return [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name: name!,
      in: 'path',
      required: true,
      ...describe(name!, operation.params.properties[name!], components),
      ...exampleOf(example?.params?.[name!]),
    })),
    ...Object.entries(query.properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...describe(name, schema, components),
      ...exampleOf(example?.query?.[name]),
    })),
  ]
}

export const versionParameter = (version: Version): JsonSchema => ({
  name: 'Intercom-Version',
  in: 'header',
  description: "The version that the request speaks. Without it the workspace's default answers, which may be another.",
  schema: { type: 'string', default: version.name },
  example: version.name,
})

function describe(name: string, schema: TSchema | undefined, components: Components): JsonSchema {
  const { description = words(name), ...shown } = schema ? components.show(schema) : { type: 'string' }
  return { ...(description && { description }), schema: shown }
}

const words = (name: string) =>
  WORDS[name] ?? (name.endsWith('_id') ? `The id of the ${name.slice(0, -3).replaceAll('_', ' ')}.` : undefined)

const exampleOf = (value: unknown) => (value === undefined ? {} : { example: value })
