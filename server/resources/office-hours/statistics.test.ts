/** Statistics of conversations in the office hours of a workspace, of a team, and after a change of hours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { createScene } from '../../test/fixtures/scene.ts'

const app = await testApp({ own: true })
const scene = createScene(app)
const { send, adminId } = scene
const contact = await scene.given('a contact')
const team = await scene.given('a team')
const by = { type: 'admin', admin_id: adminId }
const HOUR = 3600

/** The next Monday at midnight, UTC. */
const monday = Math.ceil((scene.now() / HOUR - 96) / 168) * 168 * HOUR + 96 * HOUR
const at = (hours: number) => app.clock.advance(monday + hours * HOUR - scene.now())
const schedule = (name: string, from: number, to: number) => ({
  name,
  time_zone_name: 'UTC',
  time_intervals: [0, 1, 2, 3, 4].map((day) => ({
    start_minute: (day * 24 + from) * 60,
    end_minute: (day * 24 + to) * 60,
  })),
})
const begin = async () =>
  (await send('POST', '/conversations', { from: { type: 'user', id: contact['id'] }, body: 'Hello' }))[
    'conversation_id'
  ]
const answer = (id: string) =>
  send('POST', `/conversations/${id}/reply`, { ...by, message_type: 'comment', body: 'Hello' })
const statisticsOf = async (id: string) => (await send('GET', `/conversations/${id}`))['statistics']

const day = await send('POST', '/office_hours_schedules', schedule('Day', 9, 17))
const early = await send('POST', '/office_hours_schedules', schedule('Early', 5, 13))

test('the oldest schedule counts for replies and closes, that of the team for its own response', async () => {
  at(1)
  await send('PUT', `/teams/${team['id']}/office_hours`, { office_hours_schedule_id: early['id'] })
  const id = await begin()
  const assignee = { type: 'team', assignee_id: team['id'], admin_id: adminId }
  await send('POST', `/conversations/${id}/parts`, { message_type: 'assignment', ...assignee })
  at(11)
  await answer(id)
  at(20)
  await send('POST', `/conversations/${id}/parts`, { ...by, message_type: 'close' })
  const statistics = await statisticsOf(id)
  assert.equal(statistics.time_to_admin_reply, 2 * HOUR)
  assert.equal(statistics.median_time_to_reply, 2 * HOUR)
  assert.equal(statistics.time_to_first_close, 8 * HOUR)
  assert.equal(statistics.assigned_team_first_response_time[0].response_time, 10 * HOUR)
  assert.equal(statistics.assigned_team_first_response_time_in_office_hours[0].response_time, 6 * HOUR)
})

test('hours that change later change no duration that has ended, also when an older part comes', async () => {
  at(24)
  const id = await begin()
  at(34)
  await answer(id)
  at(35)
  await send('PUT', `/office_hours_schedules/${day['id']}`, schedule('Day', 0, 24))
  const path = `/office_hours_schedules/${day['id']}/office_hours_exceptions`
  await send('POST', path, { exception_date: '2024-02-29', exception_type: 'closed' })
  at(36)
  const note = { ...by, message_type: 'note', body: 'Seen', created_at: monday + 25 * HOUR }
  await send('POST', `/conversations/${id}/reply`, note)
  await send('POST', `/conversations/${id}/parts`, { ...by, message_type: 'close' })
  const statistics = await statisticsOf(id)
  assert.equal(statistics.time_to_admin_reply, HOUR)
  assert.equal(statistics.time_to_first_close, 12 * HOUR)
})

test('a workspace whose schedules were deleted counts all hours', async () => {
  at(48)
  for (const { id } of [early, day]) await send('DELETE', `/office_hours_schedules/${id}`)
  const id = await begin()
  at(53)
  await answer(id)
  assert.equal((await statisticsOf(id)).time_to_admin_reply, 5 * HOUR)
})

test('a change that changes no hours is not written down', async () => {
  const written = async () => (await app.db`select from office_hours_in_force`).length
  const { id } = await send('POST', '/office_hours_schedules', schedule('New', 9, 17))
  const before = await written()
  await send('PUT', `/office_hours_schedules/${id}`, { name: 'Renamed' })
  await send('POST', '/office_hours_schedules', schedule('Second', 5, 13))
  assert.equal(await written(), before)
  await send('DELETE', `/office_hours_schedules/${id}`)
  assert.equal(await written(), before + 1)
})
