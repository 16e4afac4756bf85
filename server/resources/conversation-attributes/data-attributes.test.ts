/** The same attributes, as versions before know them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/conversations/attributes'

let made = 0
const make = async (details: object = { data_type: 'string' }) =>
  (await client.post(PATH, { name: `attribute ${++made}`, ...details })).body
const listOf = (...labels: string[]) => make({ data_type: 'list', options: labels.map((label) => ({ label })) })

test('versions before know attributes of conversations as data attributes', async () => {
  const old = app.client({ version: '2.15' })
  const level = await listOf('High', 'Low')
  const amount = await make({ data_type: 'decimal' })
  const order = await make({ data_type: 'relationship', reference: { type: 'one' } })
  const listed = (await old.get('/data_attributes?model=conversation')).body.data
  const find = ({ id }: { id: number }) => listed.find((attribute: any) => attribute.id === id)
  assert.deepEqual([find(level).data_type, find(level).options], ['string', ['High', 'Low']])
  assert.deepEqual([find(amount).data_type, find(amount).model, find(order)], ['float', 'conversation', undefined])
  // Options that keep their label keep their id.
  const { body } = await old.put(`/data_attributes/${level.id}`, { options: ['Low', 'Medium'] })
  assert.deepEqual(body.options, ['Low', 'Medium'])
  const { options } = (await client.get(`${PATH}/${level.id}`)).body
  const [high, low] = level.options
  assert.deepEqual(options, [low, { ...options[1], label: 'Medium' }, { ...high, archived: true }])
  const text = await make()
  await old.put(`/data_attributes/${text.id}`, { options: ['a', 'b'] })
  assert.equal((await client.get(`${PATH}/${text.id}`)).body.data_type, 'list')
  for (const [speaker, { id }] of [
    [client, level],
    [old, order],
  ] as const)
    assert.equal(
      (await speaker.put(`/data_attributes/${id}`, { description: 'x' })).body.errors[0].code,
      'field_not_found',
    )
})
