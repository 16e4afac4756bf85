/** Operations and schemas as an OpenAPI document. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { createHistory } from '../versions/history.ts'
import { apiError, errorBody } from './errors.ts'
import { openApiDocument, operationId } from './openapi.ts'
import { createComponents } from './openapi-schemas.ts'
import { operation } from './operation.ts'
import { CustomAttributes, model, Nullable, Timestamp } from '../schema/types.ts'

for (const [method, path, name] of [
  ['GET', '/me', 'getMe'],
  ['GET', '/contacts', 'getContacts'],
  ['GET', '/contacts/{contact_id}', 'getContact'],
  ['POST', '/companies/{company_id}/notes', 'postCompanyNotes'],
  ['DELETE', '/contacts/{contact_id}/tags/{tag_id}', 'deleteContactTag'],
  ['GET', '/custom_object_instances/{custom_object_type_identifier}', 'getCustomObjectInstance'],
  [
    'GET',
    '/custom_object_instances/{custom_object_type_identifier}/{custom_object_instance_id}',
    'getCustomObjectInstanceById',
  ],
  ['GET', '/contacts/find_by_external_id/{external_id}', 'getContactsFindByExternalId'],
] as const)
  test(`${method} ${path} is named ${name}`, () => assert.equal(operationId({ method, path }), name))

test('a model stands once, under its name; another shape of it stands beside it', () => {
  const { schemas, show } = createComponents()
  const Cat = model('cat', { name: Type.String() })
  const Nameless = model('cat', { id: Type.String() })
  const home = show(Type.Object({ first: Cat, second: Nullable(Cat), others: Type.Array(Nameless) }))
  assert.deepEqual(home['properties'], {
    first: { $ref: '#/components/schemas/cat' },
    second: { anyOf: [{ $ref: '#/components/schemas/cat' }, { type: 'null' }] },
    others: { type: 'array', items: { $ref: '#/components/schemas/cat_2' } },
  })
  assert.deepEqual(Object.keys(schemas), ['cat', 'cat_2'])
})

const plain = (schema: object) => JSON.parse(JSON.stringify(schema))

test('null, times and free attributes are told in the words of OpenAPI', () => {
  const { show } = createComponents()
  assert.deepEqual(plain(show(Nullable(Type.String()))), { type: ['string', 'null'] })
  assert.deepEqual(plain(show(Nullable(Type.Enum(['a', 'b'])))), { type: ['string', 'null'], enum: ['a', 'b', null] })
  assert.deepEqual(plain(show(Timestamp)), { type: 'integer', description: 'Unix time in seconds.' })
  assert.deepEqual(plain(show(CustomAttributes)), { type: 'object', additionalProperties: true })
})

test('an operation tells its scopes, and what of it is inferred', () => {
  const cats = operation({
    method: 'GET',
    path: '/cats',
    group: 'Cats',
    summary: 'List cats',
    description: 'All of them.',
    scopes: ['read_cats', 'write_cats'],
    inferred: 'the order',
    reply: Type.Null(),
    status: 204,
    handle: async () => null,
  })
  const texts = { description: '', groups: {}, example: () => undefined, url: 'http://127.0.0.1' }
  const { paths } = openApiDocument(createHistory([{ name: '1' }]).newest, [cats], texts)
  const { description, responses } = paths['/cats'].get
  assert.match(description, /^All of them\.\n\n.* `read_cats` or `write_cats`;.*\n\n\*\*Inferred:\*\* the order\./)
  assert.equal(responses[204].content, undefined)
})

test('an operation names its refusals in sentences, beside the statuses that every operation has', () => {
  const feed = operation({
    method: 'POST',
    path: '/cats/{cat_id}/feed',
    group: 'Cats',
    summary: 'Feed a cat',
    params: Type.Object({ cat_id: Type.String() }),
    reply: Type.Null(),
    refusals: { 409: 'The cat sleeps.', 503: 'There is no food.' },
    handle: async () => null,
  })
  const texts = { description: '', groups: {}, example: () => undefined, url: '/' }
  const { newest } = createHistory([{ name: '1' }])
  const responsesWith = (errors: { status: number; reply?: any }[]) =>
    openApiDocument(newest, [feed], { ...texts, errors: () => errors }).paths['/cats/{cat_id}/feed'].post.responses
  const bare = responsesWith([{ status: 422 }])
  assert.deepEqual(Object.keys(bare), ['200', '400', '401', '409', '422', '429', '503'])
  assert.equal(bare[409].description, 'The cat sleeps.')
  assert.equal(bare[409].content['application/json'].examples, undefined)
  const shown = responsesWith([{ status: 409, reply: errorBody('1', apiError(409, 'conflict', 'It sleeps')) }])
  assert.equal(shown[409].description, 'The cat sleeps.')
  assert.deepEqual(Object.keys(shown[409].content['application/json'].examples), ['It sleeps'])
})

test('a version shows its own operations, fields and parameters', () => {
  const Cat = model('cat', { name: Type.String(), mood: Type.String() })
  const cats = [
    operation({
      method: 'GET',
      path: '/cats/{cat_id}',
      group: 'Cats',
      summary: 'Get a cat',
      params: Type.Object({ cat_id: Type.String() }),
      query: Type.Object({ include_mood: Type.Optional(Type.Boolean()) }),
      reply: Cat,
      handle: async () => ({ name: 'Tom', mood: 'calm' }),
    }),
    operation({
      method: 'POST',
      path: '/cats',
      group: 'Cats',
      summary: 'Make a cat',
      body: Type.Object({ name: Type.String() }),
      unknownKeys: 'refuse',
      reply: Cat,
      handle: async () => ({ name: 'Tom', mood: 'calm' }),
    }),
  ]
  const { versions } = createHistory([
    { name: 'old' },
    {
      name: 'new',
      adds: { operations: ['POST /cats'], fields: { cat: ['mood'] }, query: { 'GET /cats/{}': ['include_mood'] } },
    },
  ])
  const [before, after] = versions.map((version) => {
    const texts = { description: '', groups: { Cats: 'Cats.', Dogs: 'Dogs.' }, example: () => undefined, url: '/' }
    const { paths, components, tags } = openApiDocument(version, cats, texts)
    const parameters = paths['/cats/{cat_id}'].get.parameters.map(({ name }: { name?: string }) => name)
    return { paths, parameters, tags, fields: Object.keys(components.schemas.cat.properties) }
  })
  assert.deepEqual(before!.fields, ['name'])
  assert.deepEqual(before!.parameters, [undefined, 'cat_id'])
  assert.equal(before!.paths['/cats'], undefined)
  assert.deepEqual(after!.fields, ['name', 'mood'])
  assert.deepEqual(after!.parameters, [undefined, 'cat_id', 'include_mood'])
  assert.equal(after!.paths['/cats'].post.requestBody.required, true)
  assert.equal(after!.paths['/cats'].post.requestBody.content['application/json'].schema.additionalProperties, false)
  assert.deepEqual(after!.tags, [{ name: 'Cats', description: 'Cats.' }])
})
