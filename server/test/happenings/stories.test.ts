/**
 * Stories of conversations with what each must read as in the end (threads.json): the times and
 * durations in seconds since its beginning. A story that needs something that is not built yet says
 * what; it fails here once that is there.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
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

/** The modules that fold parts into statistics: none knows office hours yet. */
const threads = join(import.meta.dirname, '../../threads')
const FOLDING = readdirSync(threads).map((name) => readFileSync(join(threads, name), 'utf8'))

/** Issue 25 builds these. */
const NEEDS: { what: string; of(story: Story): boolean; built(): boolean }[] = [
  {
    what: 'statistics in office hours',
    of: ({ office_hours }) => office_hours !== undefined,
    built: () => FOLDING.some((text) => text.includes('hours/')),
  },
  {
    what: 'SLAs',
    of: ({ steps }) => steps.some(({ action }) => action.endsWith('_sla')),
    built: () => (Conversation.properties.sla_applied as { type?: string }).type !== 'null',
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
      assert.ok([undefined, 'conversation_parts.total_count + 1'].includes(relation as string))
      assert.equal(seen.statistics['count_conversation_parts'], seen['parts'] + 1)
      for (const [name, value] of Object.entries(expected)) assert.deepEqual(seen[name], value, name)
      for (const [name, value] of Object.entries(statistics)) assert.deepEqual(seen.statistics[name], value, name)
    })
}
