/**
 * The OpenAPI document of one version, or of what has no versions, printed from the operations themselves: their schemas as that
 * version's clients know them, and only the operations that it serves.
 */
import type { TSchema } from 'typebox'
import type { Version } from '../versions/history.ts'
import { ERROR_SCHEMA, errorResponses, sharedResponses, type ErrorExample } from './openapi-errors.ts'
import { parametersOf, versionParameter } from './openapi-parameters.ts'
import { createComponents, type Components, type JsonSchema } from './openapi-schemas.ts'
import type { Operation } from './operation.ts'
import type { UploadRule } from './upload.ts'

/** A request that was made, and what was answered, as the version's clients see them. */
export interface Example {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  /** The same operation as a form: the text of its file, and its other fields. */
  form?: Record<string, string>
  reply: unknown
  errors?: ErrorExample[]
  /** In place of it in versions that lack one of its query parameters. */
  older?: Example
}

/** Facts that are not in the operations themselves. */
export interface Texts {
  description: string
  /** A sentence for each group, in the order in which they are shown. */
  groups: Record<string, string>
  example(operation: Operation): Example | undefined
  /** Errors that it is known to answer, besides the ones of its example. */
  errors?(operation: Operation): ErrorExample[]
  /** Where the server is. */
  url: string
  /** The name of a group of operations outside of the versioned API. */
  unversioned?: string
}

export function openApiDocument(version: Version, operations: Operation[], texts: Texts): JsonSchema {
  const served = operations.filter(({ key }) => version.serves(key))
  const components = createComponents()
  const paths: Record<string, JsonSchema> = {}
  for (const operation of served)
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describe(operation, version, components, texts)
  const groups = new Set([...Object.keys(texts.groups), ...served.map(({ group }) => group)])
  const isServed = (group: string) => served.some((operation) => operation.group === group)
  return {
    openapi: '3.1.1',
    info: {
      title: texts.unversioned ?? `Parley API ${version.name}`,
      version: texts.unversioned === undefined ? version.name : '1',
      description: texts.description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: texts.url }],
    security: [{ bearer: [] }, { basic: [] }],
    tags: [...groups].filter(isServed).map((name) => ({ name, description: texts.groups[name] })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token of the workspace.' },
        basic: { type: 'http', scheme: 'basic', description: 'The access token as the user name, and no password.' },
      },
      ...(isVersioned(texts) && { parameters: { version: versionParameter(version) } }),
      headers: isVersioned(texts) ? HEADERS : { request_id: HEADERS.request_id },
      responses: sharedResponses(isVersioned(texts)),
      schemas: { error: ERROR_SCHEMA, ...sorted(components.schemas) },
    },
  }
}

const isVersioned = ({ unversioned }: Texts) => unversioned === undefined

function describe(operation: Operation, version: Version, components: Components, texts: Texts): JsonSchema {
  const example = texts.example(operation)
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    ...describedBy(operation, version, example),
    tags: [operation.group],
    parameters: [
      ...(isVersioned(texts) ? [{ $ref: '#/components/parameters/version' }] : []),
      ...parametersOf(operation, version, components, example),
    ],
    ...(operation.body && { requestBody: requestBody(operation, operation.body, version, components, example) }),
    responses: {
      [operation.status]: {
        description: operation.answer ?? UNSAID,
        headers: isVersioned(texts) ? RESPONSE_HEADERS : REQUEST_ID_HEADER,
        ...content(components.show(version.replySchema(operation.reply)), example?.reply),
      },
      ...(operation.alternative && {
        [operation.alternative.status]: {
          description: operation.alternative.answer,
          headers: RESPONSE_HEADERS,
          ...content(components.show(version.replySchema(operation.reply)), undefined),
        },
      }),
      ...errorResponses(
        [...(example?.errors ?? []), ...(texts.errors?.(operation) ?? [])],
        operation.refusals,
        isVersioned(texts),
      ),
    },
  }
}

/** OpenAPI requires a description of every response; `docs/sentences.test.ts` counts the ones that have no better. */
export const UNSAID = 'The answer.'

/** The description of an operation, with a note on inferred parts. */
function describedBy(
  { description, scopes, inferred, path, upload }: Operation,
  version: Version,
  example: Example | undefined,
): { description?: string } {
  const sentences = [
    typeof description === 'function' ? description(version) : description,
    scopes.length > 0 &&
      `On Intercom this needs the scope ${scopes.map((scope) => `\`${scope}\``).join(' or ')}; a token of Parley may do it without.`,
    inferred !== undefined &&
      `**Inferred:** ${inferred}. No page that shows it was read, so Parley does here what the nearest operation does.`,
    upload && example?.form && `As a form:\n\n${curlOf(path, upload, example)}`,
  ].filter(Boolean)
  return sentences.length > 0 ? { description: sentences.join('\n\n') } : {}
}

/** The example of a form as a command, which a page of the reference cannot fill a file into. */
function curlOf(path: string, { field }: UploadRule, { params = {}, form = {} }: Example): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name)
  const { [field]: file = '', ...others } = form
  const fields = Object.entries(others).map(([name, value]) => `-F ${name}=${value}`)
  return [
    '```sh',
    `echo '${file}' > ${field}.json`,
    [`curl -u "$TOKEN:" -F ${field}=@${field}.json`, ...fields, `"$SERVER${address}"`].join(' \\\n  '),
    '```',
  ].join('\n')
}

function requestBody(
  { key, unknownKeys, upload }: Operation,
  body: TSchema,
  version: Version,
  components: Components,
  example: Example | undefined,
) {
  const { description, ...schema } = components.show(version.bodySchema(key, body))
  if (unknownKeys === 'refuse') schema['additionalProperties'] = false
  return {
    ...(description !== undefined && { description }),
    required: (schema['required'] ?? []).length > 0,
    ...(upload ? formOrJson(schema, upload, example) : content(schema, example?.body)),
  }
}

/** The file stands in a form; a request without one may be JSON. */
function formOrJson(schema: JsonSchema, { field }: UploadRule, example: Example | undefined): JsonSchema {
  const { [field]: file, ...others } = schema['properties'] as Record<string, JsonSchema>
  const described = { description: file!['description'], type: 'string', format: 'binary' }
  return {
    content: {
      'multipart/form-data': {
        schema: { ...schema, properties: { [field]: described, ...others } },
        ...(example?.form && { example: example.form }),
      },
      ...content({ ...schema, properties: others }, example?.body)['content'],
    },
  }
}

function content(schema: JsonSchema, example: unknown): JsonSchema {
  if (schema['type'] === 'null') return {}
  if (schema['type'] === 'string')
    return { content: { 'text/plain': { schema, ...(example !== undefined && { example }) } } }
  return { content: { 'application/json': { schema, ...(example !== undefined && { example }) } } }
}

/**
 * From the method and the path alone, so that it stays what it is: `getContacts`, `getContact`,
 * `postContactTags`, `deleteContactTag`.
 */
export function operationId({ method, path }: { method: string; path: string }): string {
  const segments = path.split('/').filter(Boolean)
  const words = segments.flatMap((segment, at) => {
    // A second parameter names a part of what the first one does.
    if (segment.startsWith('{')) return segments[at - 1]?.startsWith('{') ? ['by', 'id'] : []
    return (segments[at + 1]?.startsWith('{') ? singular(segment) : segment).split('_')
  })
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

const singular = (word: string) =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=[^s])s$/, '').replace(/(?<=status)es$/, '')

const HEADERS = {
  version: { description: 'The version that answered.', schema: { type: 'string' } },
  request_id: { description: 'Names the request; errors repeat it.', schema: { type: 'string', format: 'uuid' } },
}
const REQUEST_ID_HEADER = { 'X-Request-Id': { $ref: '#/components/headers/request_id' } }
const RESPONSE_HEADERS = { 'Intercom-Version': { $ref: '#/components/headers/version' }, ...REQUEST_ID_HEADER }

const sorted = <V>(of: Record<string, V>): Record<string, V> =>
  Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)))
