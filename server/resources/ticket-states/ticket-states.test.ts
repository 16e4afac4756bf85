import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()

test('a new workspace has a state in every category, labelled for teammates and for customers', async () => {
  const { status, body } = await client.get('/ticket_states')
  assert.equal(status, 200)
  assert.deepEqual(body, {
    type: 'list',
    data: [
      ['submitted', 'Submitted', 'Submitted'],
      ['in_progress', 'In progress', 'In progress'],
      ['waiting_on_customer', 'Waiting on customer', 'Waiting on you'],
      ['resolved', 'Resolved', 'Resolved'],
    ].map(([category, internal_label, external_label], at) => ({
      type: 'ticket_state',
      id: body.data[at].id,
      category,
      internal_label,
      external_label,
      ticket_types: { type: 'list', data: [] },
      archived: false,
    })),
  })
  assert.ok(body.data.every(({ id }: { id: string }) => /^\d+$/.test(id)))
})

test("states beyond the first four follow them, archived ones too, and no other workspace's", async () => {
  const { id, token } = await app.createWorkspace()
  const now = app.clock.now()
  const state = { internal_label: 'With the devs', external_label: 'In progress', archived: true }
  const [row] = await app.db`
    insert into ticket_states ${app.db({ workspace_id: id, category: 'in_progress', ...state, created_at: now, updated_at: now })} returning id`
  const { body } = await app.client({ token }).get('/ticket_states')
  assert.equal(body.data.length, 5)
  assert.partialDeepStrictEqual(body.data.at(-1), { id: String(row!['id']), ...state })
  assert.equal((await client.get('/ticket_states')).body.data.length, 4)
})

for (const version of ['2.7', '2.10', '2.11'])
  test(`${version} does not have them yet`, async () => {
    const { status, body } = await app.client({ version }).get('/ticket_states')
    assert.equal(status, 400)
    assert.equal(body.errors[0].code, 'intercom_version_invalid')
  })

for (const version of ['2.12', '2.13', '2.16', '2.18', 'Preview'])
  test(`they conform in ${version}`, async () => {
    const { status, body } = await app.client({ version }).get('/ticket_states')
    assert.equal(status, 200)
    assert.deepEqual(body, (await client.get('/ticket_states')).body)
  })
