import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'

const app = await testApp()
const client = app.client()

let made = 0
async function newList(...labels: string[]) {
  const options = labels.map((label) => ({ label }))
  const { body } = await client.post('/conversations/attributes', {
    name: `list ${++made}`,
    data_type: 'list',
    options,
  })
  const path = `/conversations/attributes/${body.id}`
  return { path, name: body.name, options: body.options as { id: string; label: string; archived: boolean }[] }
}
const message = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]

for (const version of ['2.16', '2.18', 'Preview'])
  test(`an option is added, renamed and archived in ${version}`, async () => {
    const speaker = app.client({ version })
    const { path, options } = await newList('High', 'Low')
    const added = (await speaker.post(`${path}/options`, { label: ' Medium ' })).body
    const medium = added.options[2]
    assert.deepEqual(added.options, [...options, { id: medium.id, label: 'Medium', archived: false }])
    assert.match(medium.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    app.clock.advance(10)
    const renamed = (await speaker.put(`${path}/options/${medium.id}`, { label: 'Middling' })).body
    assert.deepEqual(renamed.options[2], { ...medium, label: 'Middling' })
    assert.equal(renamed.updated_at, added.updated_at + 10)
    const archived = (await speaker.delete(`${path}/options/${options[0]!.id}`)).body
    assert.deepEqual(archived.options[0], { ...options[0], archived: true })
    assert.deepEqual((await speaker.delete(`${path}/options/${options[0]!.id}`)).body, archived)
    assert.deepEqual((await speaker.get(path)).body, archived)
  })

test('conversations show the new label of their option, and keep an archived option', async () => {
  const { path, name, options } = await newList('High', 'Low', 'None')
  const { path: conversation } = await newConversation(client)
  const shown = async () => (await client.get(conversation)).body.custom_attributes[name]
  await client.put(conversation, { custom_attributes: { [name]: 'High' } })
  await client.put(`${path}/options/${options[0]!.id}`, { label: 'Highest' })
  assert.equal(await shown(), 'Highest')
  await client.delete(`${path}/options/${options[0]!.id}`)
  assert.equal(await shown(), 'Highest')
  assert.equal((await client.put(conversation, { custom_attributes: { [name]: 'Highest' } })).status, 400)
  // The same word, chosen anew, is another option's.
  await client.post(`${path}/options`, { label: 'Highest' })
  assert.equal((await client.put(conversation, { custom_attributes: { [name]: 'Highest' } })).status, 200)
  await client.put(`${path}/options/${options[0]!.id}`, { label: 'Once highest' })
  assert.equal(await shown(), 'Highest')
})

test('two options are left', async () => {
  const { path, options } = await newList('High', 'Low')
  const reply = await client.delete(`${path}/options/${options[0]!.id}`)
  assert.deepEqual(message(reply), [422, 'A list attribute must have at least 2 active options'])
})

test('a label is a text that no other option has, and all that there is to say of one', async () => {
  const { path, options } = await newList('High', 'Low')
  for (const [body, told] of [
    [{}, 'label is required'],
    [{ label: null }, 'label is required'],
    [{ label: '' }, 'label is required'],
    [{ label: 7 }, 'label must be a string'],
    [{ label: 'x', archived: true }, "only 'label' is accepted"],
    [{ label: 'x'.repeat(256) }, 'label must have at most 255 characters'],
    [{ label: 'Low' }, "label 'Low' is already an option of this attribute"],
  ]) {
    assert.deepEqual(message(await client.post(`${path}/options`, body)), [422, told])
    assert.deepEqual(message(await client.put(`${path}/options/${options[0]!.id}`, body)), [422, told])
  }
  assert.equal((await client.put(`${path}/options/${options[0]!.id}`, { label: 'High' })).status, 200)
})

test('only lists have options, and only those that they have', async () => {
  const { body: text } = await client.post('/conversations/attributes', { name: 'text', data_type: 'string' })
  const { path, options } = await newList('High', 'Low')
  const other = await newList('A', 'B')
  const notAList = [422, 'Options can only be managed on list attributes']
  const plain = `/conversations/attributes/${text.id}/options`
  assert.deepEqual(message(await client.post(plain, {})), notAList)
  assert.deepEqual(message(await client.put(`${plain}/${options[0]!.id}`, { label: 'x' })), notAList)
  assert.deepEqual(message(await client.delete(`${plain}/${options[0]!.id}`)), notAList)
  for (const id of [other.options[0]!.id, 'High', '0'])
    for (const reply of [
      await client.put(`${path}/options/${id}`, { label: 'x' }),
      await client.delete(`${path}/options/${id}`),
    ]) {
      assert.deepEqual(message(reply), [404, 'List option not found'])
      assert.equal(reply.body.errors[0].code, 'conversation_attribute_not_found')
    }
})
