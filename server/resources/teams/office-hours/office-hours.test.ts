import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { createScene } from '../../../test/fixtures/scene.ts'

const app = await testApp()
const { send, another, client } = createScene(app, { workspace: await app.createWorkspace() })
const team = await another('a team')
const path = `/teams/${team['id']}/office_hours`
const set = (id: unknown) => ({ office_hours_schedule_id: id })

test('a team has its own schedule, else the oldest, else 404', async () => {
  assert.equal((await client.get(path)).status, 404)
  assert.equal((await client.put(path, set(null))).status, 404)
  const oldest = await another('an office hours schedule')
  const own = await another('an office hours schedule')
  assert.deepEqual(await send('GET', path), oldest)
  assert.deepEqual(await send('PUT', path, set(own['id'])), own)
  assert.deepEqual(await send('GET', path), own)
  assert.deepEqual(await send('PUT', path, set(null)), oldest)
})

test('a team whose schedule is deleted has the default one', async () => {
  const [oldest] = (await send('GET', '/office_hours_schedules'))['data']
  const short = await another('an office hours schedule')
  await send('PUT', path, set(short['id']))
  await send('DELETE', `/office_hours_schedules/${short['id']}`)
  assert.equal((await send('GET', path))['id'], oldest.id)
})
