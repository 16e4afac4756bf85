import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newAdmin, newConversation } from '../conversations/test-scene.ts'

const app = await testApp()
const client = app.client()

test('open, idle and snoozed conversations of each member are counted', async () => {
  const [busy, free] = [await newAdmin(app), await newAdmin(app, { email: 'eve@example.com' })]
  const { body: team } = await client.post('/parley/teams', { name: 'Support', admin_ids: [busy, free] })
  const assign = async (more: object = {}) => {
    const { path } = await newConversation(client)
    const manage = { type: 'admin', admin_id: app.workspace.adminId }
    await client.post(`${path}/parts`, { ...manage, message_type: 'assignment', assignee_id: busy })
    if ('message_type' in more) await client.post(`${path}/parts`, { ...manage, ...more })
  }
  await assign()
  app.clock.advance(3600)
  await assign()
  await assign({ message_type: 'snoozed', snoozed_until: app.clock.now().getTime() / 1000 + 60 })
  await assign({ message_type: 'close' })
  const metrics = async (query = '') => (await client.get(`/teams/${team.id}/metrics${query}`)).body
  const nothing = { type: 'team_metric', admin_id: String(free), open: 0, idle: 0, snoozed: 0 }
  assert.deepEqual(await metrics(), {
    type: 'team_metric.list',
    data: [{ type: 'team_metric', admin_id: String(busy), open: 2, idle: 1, snoozed: 1 }, nothing],
  })
  assert.equal((await metrics('?idle_threshold=7200')).data[0].idle, 0)
  assert.equal((await metrics('?idle_threshold=-5')).data[0].idle, 1)
  assert.equal((await client.get('/teams/0/metrics')).body.errors[0].code, 'team_not_found')
})
