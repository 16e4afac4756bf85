import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const { id: team } = (await client.post('/parley/teams', { name: 'Support' })).body
const read = async () => (await client.get('/parley/fin')).body

test('a property that is unknown, or none without its other half, changes nothing', async () => {
  const before = await read()
  for (const [body, code, message] of [
    [{ quiet_minutes: 20, quiet_minuts: 5 }, 'bad_request', /quiet_minuts/],
    [{ quiet_minutes: 20, assignee_id: team }, 'parameter_not_found', /assignee_type/],
    [{ quiet_minutes: 20, assignee_type: 'team' }, 'parameter_not_found', /assignee_id/],
    [{ quiet_minutes: 20, assignee_type: 'team', assignee_id: null }, 'parameter_not_found', /assignee_id/],
  ] as const) {
    const { status, body: refused } = await client.put('/parley/fin', body)
    assert.deepEqual([status, refused.errors[0].code], [400, code], JSON.stringify(refused))
    assert.match(refused.errors[0].message, message)
  }
  assert.deepEqual(await read(), before)
})

test('settings that were read are taken as they are', async () => {
  for (const change of [{ assignee_type: 'team', assignee_id: team }, { assignee_id: null }]) {
    const { status, body } = await client.put('/parley/fin', change)
    assert.equal(status, 200)
    const again = await client.put('/parley/fin', body)
    assert.deepEqual([again.status, again.body], [200, body])
  }
})
