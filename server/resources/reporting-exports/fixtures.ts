import { runJob } from '../../exports/test-scene.ts'
import { fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

async function start({ send, now }: Scene): Promise<Made> {
  const made = await send('POST', '/export/reporting_data/enqueue', {
    dataset_id: 'conversation',
    attribute_ids: ['conversation_id', 'user_email'],
    start_time: 1,
    end_time: now() + 3600,
  })
  return { ...made, id: made['job_identifier'] }
}

export const reportingExportFixtures = {
  'a reporting export': fixture({ make: start }),
  'a complete reporting export': fixture({
    needs: ['a conversation'],
    async make(scene) {
      const made = await start(scene)
      await runJob(scene.app, scene.workspace, made['id'])
      return made
    },
  }),
}
