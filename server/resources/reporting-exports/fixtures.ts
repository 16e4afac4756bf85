import { runJob } from '../../exports/test-scene.ts'
import { fixture } from '../../test/fixtures/fixture.ts'

export const reportingExportFixtures = {
  'a reporting export': fixture({
    needs: ['a conversation'],
    async make({ app, workspace, send, now }) {
      const made = await send('POST', '/export/reporting_data/enqueue', {
        dataset_id: 'conversation',
        attribute_ids: ['conversation_id', 'user_email'],
        start_time: 1,
        end_time: now() + 3600,
      })
      await runJob(app, workspace, made['job_identifier'])
      return { ...made, id: made['job_identifier'] }
    },
  }),
}
