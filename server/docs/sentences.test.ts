/** Each property, parameter, body and answer of each document has a sentence of ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNSAID } from '../http/openapi.ts'
import { UNIT_OF_TIMES, type JsonSchema } from '../http/openapi-schemas.ts'
import { history } from '../versions/index.ts'
import { documentOf, settingsDocument } from './documents.ts'

const URL = 'http://127.0.0.1:4400'
const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const documents = [
  ...history.versions.map((version) => [version.name, documentOf(version, URL)] as const),
  ['the settings', settingsDocument(URL)] as const,
]

/** Printed for whatever has no sentence of its own. */
const NO_SENTENCES = [undefined, '', UNSAID, UNIT_OF_TIMES]

/** Where a sentence is wanted, and the sentence. */
type Place = [where: string, sentence: string | undefined]

function placesOf(document: JsonSchema): Place[] {
  const { schemas, parameters, headers, responses } = document['components']
  const operations = Object.entries<JsonSchema>(document['paths']).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => (method in methods ? [[`${method} ${path}`, methods[method]] as const] : [])),
  )
  return [
    ...Object.entries<JsonSchema>(schemas).flatMap(([name, schema]) => propertiesOf(schema, name)),
    ...Object.entries<JsonSchema>({ ...parameters, ...headers, ...responses }).map(described),
    ...operations.flatMap(([where, operation]) => placesOfOperation(where, operation)),
    ...document['tags'].map(({ name, description }: JsonSchema) => [`group ${name}`, description]),
  ]
}

const described = ([name, { description }]: [string, JsonSchema]): Place => [name, description]

function placesOfOperation(where: string, { parameters, requestBody, responses }: JsonSchema): Place[] {
  return [
    ...parameters
      .filter(({ $ref }: JsonSchema) => !$ref)
      .map(({ name, description }: JsonSchema): Place => [`${where} ?${name}`, description]),
    ...(requestBody ? [[`${where} body`, requestBody.description] as Place] : []),
    ...propertiesOf(schemaOf(requestBody), `${where} body`),
    ...Object.entries<JsonSchema>(responses)
      .filter(([, { $ref }]) => !$ref)
      .flatMap(([status, response]): Place[] => [
        [`${where} ${status}`, response['description']],
        ...propertiesOf(schemaOf(response), `${where} ${status}`),
      ]),
  ]
}

const schemaOf = (message: JsonSchema | undefined): JsonSchema =>
  message?.['content']?.['application/json']?.schema ?? {}

/** A reference is counted where its model stands, the property that refers to it needs words of its own. */
function propertiesOf({ properties = {}, items, anyOf = [] }: JsonSchema, where: string): Place[] {
  return [
    ...Object.entries<JsonSchema>(properties).flatMap(([name, schema]): Place[] => [
      [`${where}.${name}`, schema['description']],
      ...propertiesOf(schema, `${where}.${name}`),
    ]),
    ...(items ? propertiesOf(items, `${where}[]`) : []),
    ...anyOf.flatMap((branch: JsonSchema) => propertiesOf(branch, where)),
  ]
}

for (const [name, document] of documents)
  test(`in the document of ${name} everything has a sentence`, () => {
    const places = placesOf(document)
    assert.ok(places.length > 400, 'the places are found')
    assert.deepEqual(
      places.filter(([, sentence]) => NO_SENTENCES.includes(sentence)).map(([where]) => where),
      [],
    )
  })

test('sentences begin with a capital letter, code or a number, and end with a stop', () => {
  const odd = documents.flatMap(([, document]) =>
    placesOf(document).filter(([, sentence]) => !/^[A-Z`\d][^\n]*\.$/.test(sentence ?? '')),
  )
  assert.deepEqual([...new Set(odd.map(([where, sentence]) => `${where}: ${sentence}`))], [])
})

/** Every summary and description of a document. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && ['summary', 'description'].includes(key)) yield inner
    if (!['example', 'examples'].includes(key)) yield* textsOf(inner)
  }
}

test('sentences begin with a noun or a verb, and so do their clauses after a semicolon or a colon', () => {
  const question = /(?:^|[.:;]\s+|[-*|]\s+)(?:what|who|whom|whose|those|of|how|whether|which|whoever|whatever)\b/i
  const odd = documents.flatMap(([, document]) => [...textsOf(document)].filter((text) => question.test(text)))
  assert.deepEqual([...new Set(odd)], [])
})

test('a sentence ends with one stop', () => {
  const odd = documents.flatMap(([, document]) =>
    [...textsOf(document)].filter((text) => /(?<!\.)\.\.(?!\.)/.test(text)),
  )
  assert.deepEqual([...new Set(odd)], [])
})
