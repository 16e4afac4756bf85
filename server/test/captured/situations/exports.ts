import { runJob } from '../../../exports/test-scene.ts'
import type { Situation, Stage } from '../stage.ts'

const startMessages = ({ client, scene }: Stage) => {
  const now = Math.floor(scene.clock.now().getTime() / 1000)
  return client.post('/export/content/data', { created_at_after: now - 3600, created_at_before: now })
}

const startReport = ({ client }: Stage) =>
  client.post('/export/reporting_data/enqueue', {
    dataset_id: 'conversation',
    attribute_ids: ['conversation_id'],
    start_time: 1,
    end_time: 2,
  })

export const exports: Record<string, Situation> = {
  R23: { version: '2.7', act: async (stage) => (await startMessages(stage)).body },
  R25: {
    version: '2.7',
    async act(stage) {
      const { job_identifier } = (await startMessages(stage)).body
      await run(stage, job_identifier)
      return (await stage.client.post(`/export/cancel/${job_identifier}`)).body
    },
  },
  R39: {
    version: 'Preview',
    async act({ client }) {
      const { type, data } = (await client.get('/export/reporting_data/get_datasets')).body
      const { attributes, ...dataset } = data[0]
      return { type, data: [{ ...dataset, attributes: attributes.slice(0, 3) }] }
    },
  },
  R40: { version: '2.16', act: async (stage) => (await startReport(stage)).body },
  R41: {
    version: '2.16',
    async act(stage) {
      const { job_identifier } = (await startReport(stage)).body
      await run(stage, job_identifier)
      return (await stage.client.get(`/export/reporting_data/${job_identifier}`)).body
    },
  },
}

const run = (stage: Stage, identifier: string) => runJob(stage.scene, stage.workspace, identifier)
