import { runJob, untar } from '../../exports/test-scene.ts'
import type { Sides } from '../../test/sides/scene.ts'

export default {
  ExportUnansweredConversations: {
    since: '2.16',
    see: async (client, scene) => {
      await scene.send('POST', '/messages', {
        message_type: 'inapp',
        body: 'Hello',
        from: { type: 'admin', id: scene.adminId },
        to: { type: 'user', id: await scene.newContact() },
        create_conversation_without_contact_reply: true,
      })
      const { job_identifier } = (
        await client.post('/export/reporting_data/enqueue', {
          dataset_id: 'conversation',
          attribute_ids: ['conversation_first_user_reply_at'],
          start_time: 1,
          end_time: scene.now(),
        })
      ).body
      await runJob(scene.app, scene.workspace, job_identifier)
      const { app, workspace } = scene
      const { rawPayload } = await app.app.inject({
        url: `/download/reporting_data/${job_identifier}`,
        headers: { authorization: `Bearer ${workspace.token}` },
      })
      // A record of one empty cell.
      return (await untar(rawPayload))['conversation.csv']!.split('\r\n').slice(1, -1).includes('')
    },
    before: false,
    after: true,
  },
} satisfies Record<string, Sides>
