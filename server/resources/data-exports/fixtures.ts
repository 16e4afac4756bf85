import { runJob } from '../../exports/test-scene.ts'
import { fixture } from '../../test/fixtures/fixture.ts'

export const dataExportFixtures = {
  /** A message to a contact is sent before, so that there is an archive. */
  'a data export': fixture({
    needs: ['a WhatsApp message'],
    params: { job_identifier: (made) => String(made['job_identifier']) },
    async make({ app, workspace, send, now }) {
      const period = { created_at_after: 1, created_at_before: now() + 3600 }
      const made = await send('POST', '/export/content/data', period)
      await runJob(app, workspace, made['job_identifier'])
      return { ...made, id: made['job_identifier'] }
    },
  }),
}
