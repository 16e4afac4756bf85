/** Steps that could not work, refused where a procedure is made, changed or put live. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
let number = 0
const unique = (word: string) => `${word}${++number}`

type Step = Record<string, unknown>
const create = (steps: Step[], state = 'live') => client.post('/parley/procedures', { title: 'A test', state, steps })
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].code]
const NOT_FOUND = [404, 'field_not_found']
const INVALID = [400, 'parameter_invalid']

async function attribute(model: 'contact' | 'conversation'): Promise<{ id: string; name: string }> {
  const path = model === 'contact' ? '/data_attributes' : '/conversations/attributes'
  const { body } = await client.post(path, { model, name: unique('points'), data_type: 'integer' })
  return body
}
const sets = (attribute_of: string, attribute_name: string, value: unknown = 5): Step => ({
  type: 'set_attribute',
  attribute_of,
  attribute_name,
  value,
})

suite('an attribute that a step sets', () => {
  for (const model of ['contact', 'conversation'] as const) {
    test(`must be one of the ${model}, in a draft too`, async () => {
      const { name } = await attribute(model)
      assert.equal((await create([sets(model, name)])).status, 200)
      for (const state of ['draft', 'live'])
        for (const step of [
          sets(model, unique('unknown')),
          sets(model === 'contact' ? 'conversation' : 'contact', name),
        ])
          assert.deepEqual(
            (await create([step], state)).body.errors[0].message,
            `${step['attribute_of'] === 'contact' ? 'Contact' : 'Conversation'} attribute '${step['attribute_name']}' not found`,
          )
    })

    test(`gets a value of its type in a live procedure, or one that is known later, for a ${model}`, async () => {
      const { name } = await attribute(model)
      for (const value of [5, null, { from: 'variables.points' }])
        assert.equal((await create([sets(model, name, value)])).status, 200, JSON.stringify(value))
      assert.deepEqual(refusal(await create([sets(model, name, 'many')])), INVALID)
      const { body, status } = await create([sets(model, name, 'many')], 'draft')
      assert.equal(status, 200)
      const path = `/parley/procedures/${body.id}`
      assert.deepEqual(refusal(await client.put(path, { state: 'live' })), INVALID)
      assert.equal((await client.put(path, { state: 'live', steps: [sets(model, name)] })).status, 200)
    })
  }

  test('must be there still when a draft is put live, or its audience changes', async () => {
    const { id, name } = await attribute('contact')
    const draft = (await create([sets('contact', name)], 'draft')).body
    await client.put(`/data_attributes/${id}`, { archived: true })
    const path = `/parley/procedures/${draft.id}`
    assert.deepEqual(refusal(await client.put(path, { state: 'live' })), NOT_FOUND)
    assert.deepEqual(refusal(await client.put(path, { audience: null })), NOT_FOUND)
    assert.equal((await client.get(path)).body.state, 'draft')
    await client.put(`/data_attributes/${id}`, { archived: false })
    assert.equal((await client.put(path, { state: 'live' })).status, 200)
  })

  test('may be left in a step of another type, where it has no effect', async () => {
    const { status } = await create([{ type: 'answer', body: 'Hi', attribute_of: 'contact', attribute_name: 'none' }])
    assert.equal(status, 200)
  })
})

const listOf = (second: string) => ({
  name: 'way',
  data_type: 'list',
  options: [
    { id: 'mail', label: 'By mail' },
    { id: second, label: 'In the shop' },
  ],
})

test('values that a teammate is asked for have identifiers, names and options of their own', async () => {
  const asks = (attributes: Step[]) => create([{ type: 'collect_input', body: 'May it?', attributes }])
  const one = { identifier: 'first', name: 'allowed', data_type: 'boolean' }
  assert.equal((await asks([one, { ...one, identifier: 'second', name: 'way' }])).status, 200)
  assert.equal((await asks([listOf('shop')])).status, 200)
  for (const [attributes, message] of [
    [[one, { ...one, name: 'way' }], 'attributes must not have the identifier first twice'],
    [[one, { ...one, identifier: 'second' }], 'attributes must not have the name allowed twice'],
    [[listOf('mail')], 'way must not have the option mail twice'],
  ] as const) {
    const reply = await asks([...attributes])
    assert.deepEqual([...refusal(reply), reply.body.errors[0].message], [...INVALID, message])
  }
})
