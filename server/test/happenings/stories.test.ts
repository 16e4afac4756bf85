/**
 * Stories of conversations with what each must read as in the end (threads.json): the times and
 * durations in seconds since its beginning. A story that needs something that is not built yet says
 * what; it fails here once that is there.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import { operations } from '../../operations.ts'
import { Conversation } from '../../resources/conversations/conversation.ts'
import { testApp } from '../app.ts'
import { makeCast } from './cast.ts'
import { makeStory, type Told } from './story.ts'

interface Story {
  id: string
  note: string
  steps: Told[]
  observe_at?: number
  office_hours?: object
  expect: Record<string, unknown> & { statistics: Record<string, unknown> }
}

const stories: Story[] = JSON.parse(readFileSync(join(import.meta.dirname, 'threads.json'), 'utf8'))

const serves = (key: string) => operations.some((operation) => operation.key === key)

/** Issue 25 builds these. */
const NEEDS: { what: string; of(story: Story): boolean; built(): boolean }[] = [
  {
    what: 'office hours',
    of: ({ office_hours }) => office_hours !== undefined,
    built: () => serves('POST /office_hours_schedules'),
  },
  {
    what: 'SLAs',
    of: ({ steps }) => steps.some(({ action }) => action.endsWith('_sla')),
    built: () => (Conversation.properties.sla_applied as { type?: string }).type !== 'null',
  },
  {
    what: 'tickets',
    of: ({ steps }) => steps.some(({ action }) => action === 'convert'),
    built: () => serves('POST /conversations/{}/convert'),
  },
]

const app = await testApp({ own: true })
const cast = await makeCast(app)

for (const story of stories) {
  const missing = NEEDS.find(({ of }) => of(story))
  if (missing)
    test(`${story.id} waits for ${missing.what} (issue 25): ${story.note}`, () =>
      assert.ok(!missing.built(), `${missing.what} are built: let story.ts drive ${story.id}`))
  else
    test(`${story.id}: ${story.note}`, async () => {
      const played = makeStory(cast)
      for (const step of story.steps) await played.act(step)
      if (story.observe_at !== undefined) played.at(story.observe_at)
      const { workspace } = cast.scene
      await wakeConversation.run(app, { workspace_id: workspace.id, conversation_id: Number(played.id) })
      const seen = await played.read()
      const { statistics, count_conversation_parts: relation, ...expected } = story.expect
      assert.equal(relation, 'conversation_parts.total_count + 1')
      assert.equal(seen.statistics['count_conversation_parts'], seen['parts'] + 1)
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(seen[name], value, name)
      for (const [name, value] of Object.entries(statistics)) assert.deepEqual(seen.statistics[name], value, name)
    })
}
