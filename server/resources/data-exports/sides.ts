import { runJob } from '../../exports/test-scene.ts'
import type { Sides } from '../../test/sides/scene.ts'

const DAY = 24 * 3600

export default {
  KeepExportsAWeek: {
    since: '2.17',
    see: async (client, scene) => {
      await scene.another('a WhatsApp message')
      const period = { created_at_after: 1, created_at_before: scene.now() }
      const { job_identifier } = (await client.post('/export/content/data', period)).body
      await runJob(scene.app, scene.workspace, job_identifier)
      const { download_expires_at } = (await client.get(`/export/content/data/${job_identifier}`)).body
      return (download_expires_at - scene.now()) / DAY
    },
    before: 2,
    after: 7,
  },
} satisfies Record<string, Sides>
