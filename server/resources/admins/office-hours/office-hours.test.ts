import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { createScene } from '../../../test/fixtures/scene.ts'

const app = await testApp()
const { send, another, client } = createScene(app, { workspace: await app.createWorkspace() })

const schedule = await another('an office hours schedule')
const [ada, bob] = [await another('an admin'), await another('an admin')]
const hoursOf = (admin: { id?: string }) => send('GET', `/admins/${admin['id']}/office_hours`)
const set = (id: unknown) => ({ office_hours_schedule_id: id })

test('an admin has the default schedule until one is set, and again after null', async () => {
  const none = { type: 'admin_office_hours', admin_id: ada['id'], ...set(null) }
  assert.deepEqual(await hoursOf(ada), none)
  const path = `/admins/${ada['id']}/office_hours`
  assert.deepEqual(await send('PUT', path, set(schedule['id'])), { ...none, ...set(schedule['id']) })
  assert.deepEqual((await send('GET', '/admins/office_hours'))['data'], [{ ...none, ...set(schedule['id']) }])
  assert.deepEqual(await send('PUT', path, set(null)), none)
  assert.deepEqual((await send('GET', '/admins/office_hours'))['data'], [])
})

test('the schedules of several admins are set at once, in the order of the request, or not at all', async () => {
  const assignments = [bob, ada].map(({ id }) => ({ admin_id: id, ...set(schedule['id']) }))
  const { data } = await send('PUT', '/admins/office_hours', { assignments })
  assert.deepEqual(
    data.map((one: { admin_id: string }) => one.admin_id),
    [bob['id'], ada['id']],
  )
  const wrong = [
    { admin_id: ada['id'], ...set(null) },
    { admin_id: '1', ...set(null) },
  ]
  assert.equal((await client.put('/admins/office_hours', { assignments: wrong })).status, 404)
  assert.equal((await hoursOf(ada))['office_hours_schedule_id'], schedule['id'])
})

test('admins whose schedule is deleted have the default one', async () => {
  const short = await another('an office hours schedule')
  await send('PUT', `/admins/${ada['id']}/office_hours`, set(short['id']))
  await send('DELETE', `/office_hours_schedules/${short['id']}`)
  assert.equal((await hoursOf(ada))['office_hours_schedule_id'], null)
})

test('a bot has no office hours', async () => {
  const [bot] = await app.db<{ id: number; workspace_id: number }[]>`
    select id from admins where kind = 'operator' and workspace_id = (
      select workspace_id from admins where id = ${Number(ada['id'])})`
  assert.equal((await client.get(`/admins/${bot!.id}/office_hours`)).status, 404)
})
