/**
 * Stories of conversations with what each must read as in the end (threads.json): the times and
 * durations in seconds since its beginning.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { breachSla } from '../../threads/sla/breach-sla.task.ts'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import { testApp } from '../app.ts'
import { makeCast, type Cast } from './cast.ts'
import { makeStory, type Told } from './story.ts'

/** As an answer shows them, of which an operation takes the most. */
interface Hours {
  name: string
  time_zone_name: string
  time_intervals: { start_minute: number; end_minute: number }[]
}

interface Story {
  id: string
  note: string
  steps: Told[]
  observe_at?: number
  start: string
  office_hours?: { schedule: Hours }
  expect: Record<string, unknown> & { statistics: Record<string, unknown> }
}

const stories: Story[] = JSON.parse(readFileSync(join(import.meta.dirname, 'threads.json'), 'utf8'))

const app = await testApp({ own: true })
const cast = await makeCast(app)

/** Stories with rules or office hours have workspaces of their own: both are for the whole workspace. */
async function stageOf(story: Story): Promise<Cast> {
  if (story.office_hours) return inOfficeHours(story, story.office_hours.schedule)
  return story.steps.some(({ action }) => action === 'apply_sla') ? makeCast(app) : cast
}

/** At the beginning of the story: the days of the week decide. */
async function inOfficeHours({ start }: Story, { name, time_zone_name, time_intervals }: Hours): Promise<Cast> {
  app.clock.advance(Date.parse(start) / 1000 - 60 - app.clock.now().getTime() / 1000)
  const own = await makeCast(app)
  const intervals = time_intervals.map(({ start_minute, end_minute }) => ({ start_minute, end_minute }))
  await own.scene.send('POST', '/office_hours_schedules', { name, time_zone_name, time_intervals: intervals })
  app.clock.advance(60)
  return own
}

for (const story of stories)
  test(`${story.id}: ${story.note}`, async () => {
    const own = await stageOf(story)
    const played = makeStory(own)
    for (const step of story.steps) await played.act(step)
    if (story.observe_at !== undefined) played.at(story.observe_at)
    const { workspace } = own.scene
    await wakeConversation.run(app, { workspace_id: workspace.id, conversation_id: Number(played.id) })
    await breachSla.run(app, { workspace_id: workspace.id, thread_id: Number(played.id) })
    const seen = await played.read()
    const { statistics, count_conversation_parts: relation, ...expected } = story.expect
    assert.ok([undefined, 'conversation_parts.total_count + 1'].includes(relation as string))
    assert.equal(seen.statistics['count_conversation_parts'], seen['parts'] + 1)
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(seen[name], value, name)
    for (const [name, value] of Object.entries(statistics)) assert.deepEqual(seen.statistics[name], value, name)
  })
