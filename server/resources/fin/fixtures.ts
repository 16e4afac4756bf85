import { fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'
import { runFinJobs } from './test-jobs.ts'

/** Nothing answers the words of fixtures, so the agent would hand them over: their session has not been answered yet. */
const start = (scene: Scene, body: string): Promise<Made> =>
  scene.send('POST', '/fin/start', {
    conversation_id: scene.unique('session'),
    message: { author: 'user', body, timestamp: '2026-01-15T12:00:00Z' },
    user: { id: scene.unique('user'), name: scene.unique('name') },
  })

export const finFixtures = {
  'a session of Fin': fixture({
    make: async (scene) => {
      const made = await start(scene, scene.unique('question'))
      return { ...made, id: made['intercom_conversation_id'] }
    },
  }),
  'a session with a rating to give': fixture({
    async make(scene) {
      const made = await start(scene, 'Thank you!')
      await runFinJobs(scene.app, scene.workspace.id)
      return { ...made, id: made['intercom_conversation_id'] }
    },
  }),
}
