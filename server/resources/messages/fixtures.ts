import { recordingProvider } from '../../channels/provider.ts'
import { sendChannelMessage } from '../../channels/send-channel-message.task.ts'
import { fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const RULESET = 'ruleset'

/** Runs the job of the newest message, as the worker would. @returns the id that the provider gave it */
async function sendNewest({ app: { db, clock }, workspace }: Scene): Promise<string> {
  const [{ id }] = await db<[{ id: number }]>`
    select max(id) as id from channel_messages where workspace_id = ${workspace.id}`
  const channelProvider = recordingProvider({ info: () => {} })
  await sendChannelMessage.run({ db, clock, channelProvider }, { workspace_id: workspace.id, channel_message_id: id })
  const [row] = await db<[{ provider_message_id: string }]>`
    select provider_message_id from channel_messages where workspace_id = ${workspace.id} and id = ${id}`
  return row.provider_message_id
}

let number = 0

export const messageFixtures = {
  'a contact with a phone': fixture({
    make: ({ send, unique }) =>
      send('POST', '/contacts', {
        role: 'user',
        external_id: unique('phone'),
        phone: `+35387${String(1_000_000 + ++number).padStart(7, '0')}`,
      }),
  }),
  /** Sent, and told by its id: all of a scene are in one ruleset. */
  'a WhatsApp message': fixture({
    needs: ['a contact with a phone'],
    make: async (scene, { 'a contact with a phone': contact }): Promise<Made> => {
      const ruleset_id = `${scene.mark} ${RULESET}`
      await scene.send('POST', '/parley/broadcasts', {
        ruleset_id,
        template_name: scene.unique('template'),
        contact_ids: [contact!['id']],
      })
      return { id: await sendNewest(scene), ruleset_id }
    },
  }),
}
