/** Limits that stand in code rather than in a schema: as much as that is taken, one more is refused; as little, and one less. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'

const app = await testApp()
const scene = createScene(app)

interface LimitInCode {
  path: string
  most: number
  body: (count: number, scene: Scene) => object
  refused: [status: number, code: string]
}

const condition = { field: 'name', operator: '=', value: 'x' }
const list = <T>(length: number, item: (at: number) => T): T[] => Array.from({ length }, (_, at) => item(at))
/** A text of that length that begins otherwise each time. */
const text = (length: number, { unique }: Scene) => unique('text').padEnd(length, 'x')
/** A condition inside of that many groups. */
const nested = (depth: number): object =>
  depth === 0 ? condition : { operator: depth % 2 ? 'AND' : 'OR', value: [nested(depth - 1)] }

const search = (query: object) => ({ query })

const limits: Record<string, LimitInCode> = {
  'characters of a tag': {
    path: '/tags',
    most: 255,
    body: (count, its) => ({ name: text(count, its) }),
    refused: [400, 'parameter_invalid'],
  },
  'characters of the name of a data attribute': {
    path: '/data_attributes',
    most: 190,
    body: (count, its) => ({ name: text(count, its), model: 'contact', data_type: 'string' }),
    refused: [400, 'parameter_invalid'],
  },
  'options of a conversation attribute': {
    path: '/conversations/attributes',
    most: 500,
    body: (count, { unique }) => ({
      name: unique('list'),
      data_type: 'list',
      options: list(count, (at) => ({ label: `label ${at}` })),
    }),
    refused: [422, 'parameter_invalid'],
  },
  'contacts of a bulk request': {
    path: '/contacts/bulk',
    most: 100,
    body: (count, { unique }) => ({ contacts: list(count, () => ({ external_id: unique('bulk') })) }),
    refused: [422, 'parameter_invalid'],
  },
  'contacts of a request to delete in bulk': {
    path: '/contacts/bulk/delete',
    most: 1000,
    body: (count) => ({ contacts: list(count, (at) => ({ id: String(at) })) }),
    refused: [422, 'parameter_invalid'],
  },
  'companies of a bulk request': {
    path: '/companies/bulk',
    most: 100,
    body: (count, { unique }) => ({ companies: list(count, () => ({ company_id: unique('bulk') })) }),
    refused: [422, 'parameter_invalid'],
  },
  'groups inside of groups': {
    path: '/contacts/search',
    most: 2,
    body: (count) => search(nested(count)),
    refused: [400, 'invalid_values'],
  },
  'conditions of a group': {
    path: '/contacts/search',
    most: 15,
    body: (count) => search({ operator: 'AND', value: list(count, () => condition) }),
    refused: [400, 'invalid_value'],
  },
  'values of a search': {
    path: '/contacts/search',
    most: 2000,
    body: (count) => search({ field: 'name', operator: 'IN', value: list(count, String) }),
    refused: [400, 'invalid_value'],
  },
}

for (const [name, { path, most, body, refused }] of Object.entries(limits))
  test(`${name}: ${most} are taken, one more is refused`, async () => {
    for (const count of [most - 1, most]) {
      const taken = await scene.client.post(path, body(count, scene))
      assert.ok(taken.status < 300, `${count}: ${taken.status} ${taken.text.slice(0, 300)}`)
    }
    const { status, body: error, text: said } = await scene.client.post(path, body(most + 1, scene))
    assert.deepEqual([status, error.errors?.[0].code], refused, said.slice(0, 300))
  })

/** Lower bounds of lists. */
const least: Record<string, Omit<LimitInCode, 'most'> & { least: number }> = {
  'options of a list of people': {
    path: '/data_attributes',
    least: 2,
    body: (count, { unique }) => ({
      name: unique('list'),
      model: 'contact',
      data_type: 'options',
      options: list(count, (at) => `option ${at}`),
    }),
    refused: [400, 'parameter_invalid'],
  },
  'options of a list of conversations': {
    path: '/conversations/attributes',
    least: 2,
    body: (count, { unique }) => ({
      name: unique('list'),
      data_type: 'list',
      options: list(count, (at) => ({ label: `label ${at}` })),
    }),
    refused: [422, 'parameter_invalid'],
  },
  'options of a string of custom objects': {
    path: '/parley/custom_object_types',
    least: 2,
    body: (count, { unique }) => {
      const name = unique('type')
      const options = list(count, (at) => `option ${at}`)
      return {
        identifier: name.replaceAll(' ', '_'),
        name,
        attributes: [{ name: 'size', data_type: 'string', options }],
      }
    },
    refused: [400, 'parameter_invalid'],
  },
  'contacts of a bulk request': {
    path: '/contacts/bulk',
    least: 1,
    body: (count, { unique }) => ({ contacts: list(count, () => ({ external_id: unique('bulk') })) }),
    refused: [422, 'field_not_found'],
  },
  'companies of a bulk request': {
    path: '/companies/bulk',
    least: 1,
    body: (count, { unique }) => ({ companies: list(count, () => ({ company_id: unique('bulk') })) }),
    refused: [422, 'field_not_found'],
  },
  'conditions of a group': {
    path: '/contacts/search',
    least: 1,
    body: (count) => search({ operator: 'OR', value: list(count, () => condition) }),
    refused: [400, 'invalid_query'],
  },
  'characters of a tag': {
    path: '/tags',
    least: 1,
    body: (count) => ({ name: 'x'.repeat(count) }),
    refused: [400, 'parameter_invalid'],
  },
}

for (const [name, { path, least: fewest, body, refused }] of Object.entries(least))
  test(`${name}: ${fewest} are taken, one less is refused`, async () => {
    const taken = await scene.client.post(path, body(fewest, scene))
    assert.ok(taken.status < 300, `${taken.status} ${taken.text.slice(0, 300)}`)
    const { status, body: error, text: said } = await scene.client.post(path, body(fewest - 1, scene))
    assert.deepEqual([status, error.errors?.[0].code], refused, said.slice(0, 300))
  })
