import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()

test('reasons are listed in their order, deleted ones too', async () => {
  const { body: lunch } = await client.post('/parley/away_status_reasons', { label: ' Lunch ', emoji: '🥪' })
  const { body: meeting } = await client.post('/parley/away_status_reasons', { label: 'Meeting' })
  assert.deepEqual([lunch.label, lunch.order, meeting.order, meeting.emoji], ['Lunch', 1, 2, ''])
  await client.put(`/parley/away_status_reasons/${meeting.id}`, { label: 'In a meeting' })
  await client.delete(`/parley/away_status_reasons/${lunch.id}`)
  for (const version of ['2.14', '2.16', 'Preview']) {
    const { body } = await app.client({ version }).get('/away_status_reasons')
    assert.deepEqual(
      body.data.map((reason: any) => [reason.type, reason.label, reason.deleted]),
      [
        ['away_status_reason', 'Lunch', true],
        ['away_status_reason', 'In a meeting', false],
      ],
    )
  }
})

test('an admin is away for a reason in use, and keeps it when it is deleted', async () => {
  const { body: reason } = await client.post('/parley/away_status_reasons', { label: 'Training' })
  const path = `/admins/${app.workspace.adminId}/away`
  const away = { away_mode_enabled: true, away_mode_reassign: false, away_status_reason_id: Number(reason.id) }
  assert.equal((await client.put(path, away)).body.away_status_reason_id, Number(reason.id))
  await client.delete(`/parley/away_status_reasons/${reason.id}`)
  assert.equal((await client.put(path, away)).status, 200)
  await client.put(path, { away_mode_enabled: false, away_mode_reassign: false })
  for (const [id, message] of [
    [Number(reason.id), 'Away status reason is deleted'],
    [1, 'away_status_reason_id is not the id of a reason'],
  ]) {
    const reply = await client.put(path, { ...away, away_status_reason_id: id })
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
  }
})

test("another workspace's reasons are not found", async () => {
  const twin = app.client({ token: (await app.createWorkspace()).token })
  const { body: theirs } = await twin.post('/parley/away_status_reasons', { label: 'Theirs' })
  assert.equal((await client.put(`/parley/away_status_reasons/${theirs.id}`, { label: 'Mine' })).status, 404)
  assert.equal((await client.delete(`/parley/away_status_reasons/${theirs.id}`)).status, 404)
})
