import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const PATH = '/parley/ticket_states'
const workshop = { category: 'in_progress', internal_label: ' Workshop ', external_label: 'Being repaired' }
const ofNew = async () => {
  const client = app.client({ token: (await app.createWorkspace()).token })
  const { data } = (await client.get(PATH)).body
  return { client, first: data.find((state: { category: string }) => state.category === 'in_progress').id as string }
}

test('a state is made, changed, archived and taken back, and the API shows it so', async () => {
  const { client } = await ofNew()
  const { body } = await client.post(PATH, workshop)
  assert.deepEqual(body, {
    type: 'ticket_state',
    id: body.id,
    ...workshop,
    internal_label: 'Workshop',
    ticket_types: { type: 'list', data: [] },
    archived: false,
  })
  const changed = (await client.put(`${PATH}/${body.id}`, { external_label: 'In repair' })).body
  assert.deepEqual(changed, { ...body, external_label: 'In repair' })
  assert.deepEqual((await client.post(`${PATH}/${body.id}/archive`)).body, { ...changed, archived: true })
  assert.deepEqual((await client.get('/ticket_states')).body.data.at(-1), { ...changed, archived: true })
  assert.deepEqual((await client.post(`${PATH}/${body.id}/unarchive`)).body, changed)
})

test('every category keeps a state that is in use', async () => {
  const { client, first } = await ofNew()
  const refused = [
    await client.post(`${PATH}/${first}/archive`),
    await client.put(`${PATH}/${first}`, { category: 'resolved' }),
  ]
  for (const { status, body } of refused)
    assert.deepEqual(
      [status, body.errors[0].message],
      [409, 'The last state of the category in_progress must stay in use'],
    )
  const { id } = (await client.post(PATH, workshop)).body
  assert.equal((await client.put(`${PATH}/${first}`, { category: 'resolved' })).status, 200)
  assert.equal((await client.post(`${PATH}/${id}/archive`)).status, 409)
})

test('one of the last two states of a category stays when both are archived at once', async () => {
  const { client, first } = await ofNew()
  const { id } = (await client.post(PATH, workshop)).body
  const replies = await Promise.all([first, id].map((one) => client.post(`${PATH}/${one}/archive`)))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
})

for (const body of [
  { category: 'lost' },
  { category: undefined },
  { internal_label: '' },
  { external_label: ' ' },
  { external_label: null },
])
  test(`${JSON.stringify(body)} is refused`, async () => {
    const reply = await app.client().post(PATH, { ...workshop, ...body })
    assert.equal(reply.status, 400)
  })

test("another workspace's are not found", async () => {
  const { first } = await ofNew()
  const client = app.client()
  for (const reply of [
    await client.put(`${PATH}/${first}`, { internal_label: 'x' }),
    await client.post(`${PATH}/${first}/archive`),
    await client.post(`${PATH}/${first}/unarchive`),
    await client.put(`${PATH}/abc`, {}),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
})
