import { runFinJobs } from '../../../resources/fin/test-jobs.ts'
import type { Situation, Stage } from '../stage.ts'

const USER = '70312845'
const CONVERSATION = 'tg-70312845-1781870400123'

const start = ({ client }: Stage) =>
  client.post('/fin/start', {
    conversation_id: CONVERSATION,
    message: { author: 'user', body: 'Which engine is the fastest?', timestamp: '2026-06-19T12:00:00.000Z' },
    user: { id: USER, attributes: { verified: true } },
  })

/** The agent finds an answer. */
async function answer(stage: Stage): Promise<void> {
  const { scene, workspace, adminId, send } = stage
  await send('post', '/articles', {
    title: 'The fastest engine',
    body: '<p>The fastest engine is the second one.</p>',
    author_id: Number(adminId),
    state: 'published',
  })
  await start(stage)
  await runFinJobs(scene, workspace.id)
}

export const fin: Record<string, Situation> = {
  R53: { version: '2.14', act: async (stage) => (await start(stage)).body },
  R54: {
    version: '2.14',
    act: async ({ client }) => {
      const message = { author: 'user', body: 'Hello', timestamp: '2026-06-19T12:00:00.000Z' }
      return (await client.post('/fin/reply', { conversation_id: CONVERSATION, message, user: { id: USER } })).body
    },
  },
  R55: { version: '2.14', act: (stage) => stage.delivered('fin_replied', () => answer(stage)) },
  R56: { version: '2.16', act: (stage) => stage.delivered('fin_status_updated', () => answer(stage)) },
}
