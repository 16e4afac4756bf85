import { fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'
import { runJob } from '../../exports/test-scene.ts'

const start = ({ send, now }: Scene): Promise<Made> =>
  send('POST', '/export/content/data', { created_at_after: 1, created_at_before: now() + 3600 })

export const dataExportFixtures = {
  'a data export': fixture({
    params: { job_identifier: (made) => String(made['job_identifier']) },
    make: async (scene) => withId(await start(scene)),
  }),
  /** A message to a contact is sent before, so that there is an archive. */
  'a completed data export': fixture({
    needs: ['a WhatsApp message'],
    async make(scene) {
      const made = withId(await start(scene))
      await runJob(scene.app, scene.workspace, made['id'])
      return made
    },
  }),
}

const withId = (made: Made): Made => ({ ...made, id: made['job_identifier'] })
