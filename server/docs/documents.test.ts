/** The OpenAPI documents: valid, whole, and true to what the server answers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Check, Errors } from 'typebox/schema'
import type { JsonSchema } from '../http/openapi-schemas.ts'
import { allOperations, operations, settings } from '../operations.ts'
import { history } from '../versions/index.ts'
import { documentOf, settingsDocument } from './documents.ts'
import { WITHOUT_EXAMPLES } from './example-requests.ts'
import { exampleFor } from './examples.ts'
import { groups, settingsGroups } from './groups.ts'

/** As readers get it. */
const URL = 'http://127.0.0.1:4400'
const documents = [
  ...history.versions.map((version) => ({
    name: version.name,
    served: operations.filter(({ key }) => version.serves(key)),
    made: documentOf(version, URL),
  })),
  { name: 'the settings', served: settings, made: settingsDocument(URL) },
].map(({ name, served, made }) => {
  const document = JSON.parse(JSON.stringify(made)) as JsonSchema
  const described = Object.entries<JsonSchema>(document['paths']).flatMap(([path, methods]) =>
    Object.entries<JsonSchema>(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  return { name, served, document, described }
})

/** It compiles the schema of all documents once. */
const validator = new Validator()

const checked = new Set<string>()

/** A schema with all that it refers to. */
function whole(schema: JsonSchema, document: JsonSchema): string {
  const models = document['components'].schemas
  return JSON.stringify(schema, (_, node) => {
    const ref = node?.$ref as string | undefined
    return ref ? models[ref.slice('#/components/schemas/'.length)] : node
  })
}

for (const { name, served, document, described } of documents) {
  test(`the document of ${name} is valid OpenAPI`, async () => {
    const { valid, errors } = await validator.validate(structuredClone(document))
    assert.ok(valid, JSON.stringify(errors))
  })

  test(`the document of ${name} has the operations that are served, each by a name of its own`, () => {
    assert.deepEqual(
      described.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort(),
      served.map(({ method, path }) => `${method} ${path}`).sort(),
    )
    const names = described.map(({ operation }) => operation['operationId'])
    assert.equal(new Set(names).size, names.length)
  })

  test(`every reference in the document of ${name} leads to something, and every model is referred to`, () => {
    const used = new Set<string>()
    for (const [, ref] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      used.add(ref!)
      const found = ref!.split('/').reduce<any>((at, name) => at?.[name], document)
      assert.ok(found, ref)
    }
    for (const name of Object.keys(document['components'].schemas))
      assert.ok(used.has(`components/schemas/${name}`), name)
  })

  test(`the examples of ${name} are what its schemas say`, () => {
    for (const { method, path, operation } of described) {
      const bodies = [operation['requestBody'], ...Object.values<JsonSchema>(operation['responses'])]
      for (const { schema, example, examples } of bodies.flatMap((body) => body?.content?.['application/json'] ?? [])) {
        const values = example === undefined ? Object.values<any>(examples ?? {}).map(({ value }) => value) : [example]
        const text = whole(schema, document)
        for (const value of values) {
          // Most are the same in many versions: once is enough.
          const both = `${text} ${JSON.stringify(value)}`
          if (checked.has(both)) continue
          checked.add(both)
          const plain = JSON.parse(text)
          if (!Check(plain, value))
            assert.deepEqual(Errors(plain, value)[1], [], `${method} ${path}: ${JSON.stringify(value)}`)
        }
      }
    }
  })
}

test('an example that is not what its schema says is found out', () => {
  const { document } = documents.find(({ name }) => name === history.newest.name)!
  const plain = JSON.parse(whole({ $ref: '#/components/schemas/tag' }, document))
  assert.equal(Check(plain, { type: 'tag', id: '1', name: 'Loud' }), true)
  assert.equal(Check(plain, { type: 'tag', id: 1, name: 'Loud' }), false)
})

test('every operation has an example: a request in example-requests.ts, then npm run docs:examples', () => {
  const missing = allOperations.filter((operation) => !exampleFor(history.newest, operation))
  assert.deepEqual(missing.map(({ key }) => key).toSorted(), Object.keys(WITHOUT_EXAMPLES).toSorted())
})

test('every group of operations has a sentence in groups.ts', () => {
  const missing = [
    ...operations.filter(({ group }) => !(group in groups)),
    ...settings.filter(({ group }) => !(group in settingsGroups)),
  ]
  assert.deepEqual([...new Set(missing.map(({ group }) => group))], [])
})

test('the examples bear no token', () => {
  const text = JSON.stringify(documents.map(({ document }) => document))
  assert.doesNotMatch(text, /authorization|[Bb]earer [A-Za-z0-9]|dG9rO(?!i4uLg==)/)
})

test('the document of the newest stable version says which operations, changes and fields are inferred', () => {
  const { document, described } = documents.find(({ name }) => name === history.newestStable.name)!
  const inferred = described.filter(({ operation }) => /\*\*Inferred:\*\*/.test(operation['description'] ?? ''))
  assert.ok(inferred.some(({ path }) => path === '/roles'))
  assert.ok(inferred.some(({ path }) => path === '/contacts/{contact_id}/granted_companies'))
  const { schemas } = document['components']
  for (const [model, field] of [
    ['conversation_part', 'translations'],
    ['data_attribute', 'data_type'],
    ['offset_pages', 'prev'],
    ['tag', 'applied_by'],
  ] as const)
    assert.match(schemas[model].properties[field].description, /Inferred:/, `${model}.${field}`)
  const before = documents.find(({ name }) => name === '2.17')!.document
  assert.match(before['info'].description, /_Inferred: the code of the 403\._/)
})

test('the settings are in no document of a version, and say nothing of versions', () => {
  for (const { name, document, described } of documents) {
    const isOfSettings = name === 'the settings'
    for (const { path } of described) assert.equal(path.startsWith('/parley/'), isOfSettings, `${name} ${path}`)
    const whole = JSON.stringify([document['paths'], document['components']])
    assert.equal(whole.includes('Intercom-Version'), !isOfSettings, name)
    assert.equal(whole.includes('required scope (settings)'), isOfSettings, name)
  }
})
