import { fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const ONE_PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

/** Begins a conversation. @returns it as it is read, with its `path` */
async function begin({ send, unique }: Scene, contact: Made, more: object = {}): Promise<Made> {
  const from = { type: 'user', id: contact['id'] }
  const { conversation_id } = await send('POST', '/conversations', { from, body: unique('question'), ...more })
  return read(send, conversation_id)
}

const read = async (send: Scene['send'], id: string): Promise<Made> => ({
  ...(await send('GET', `/conversations/${id}`)),
  path: `/conversations/${id}`,
})

async function manage({ send, adminId }: Scene, conversation: Made, body: object): Promise<Made> {
  await send('POST', `${conversation['path']}/parts`, { type: 'admin', admin_id: adminId, ...body })
  return read(send, conversation['id'])
}

const snooze = (scene: Scene, conversation: Made) =>
  manage(scene, conversation, { message_type: 'snoozed', snoozed_until: scene.now() + 3600 })

export const conversationFixtures = {
  'a conversation': fixture({
    needs: ['a contact'],
    params: { conversation_id: ({ id }) => id },
    make: (scene, { 'a contact': contact }) => begin(scene, contact!),
  }),
  'a conversation with an attachment': fixture({
    needs: ['a contact'],
    /** A picture at another address in its first message, and a stored one in the contact's reply. */
    make: async (scene, { 'a contact': contact }) => {
      const urls = { attachment_urls: [`https://example.com/${scene.mark}.png`] }
      const conversation = await begin(scene, contact!, urls)
      await scene.send('POST', `${conversation['path']}/reply`, {
        message_type: 'comment',
        type: 'user',
        intercom_user_id: contact!['id'],
        body: scene.unique('picture'),
        attachment_files: [{ content_type: 'image/gif', name: `${scene.mark}.gif`, data: ONE_PIXEL }],
      })
      return read(scene.send, conversation['id'])
    },
  }),
  'an answered conversation': fixture({
    consumes: ['a conversation'],
    make: async (scene, { 'a conversation': conversation }) => {
      const comment = { message_type: 'comment', type: 'admin', admin_id: scene.adminId, body: scene.unique('answer') }
      await scene.send('POST', `${conversation!['path']}/reply`, comment)
      return read(scene.send, conversation!['id'])
    },
  }),
  'a closed conversation': fixture({
    consumes: ['a conversation'],
    make: (scene, { 'a conversation': conversation }) => manage(scene, conversation!, { message_type: 'close' }),
  }),
  'a rated conversation': fixture({
    needs: ['a contact'],
    consumes: ['a closed conversation'],
    make: async ({ send }, { 'a contact': contact, 'a closed conversation': conversation }) => {
      await send('POST', `${conversation!['path']}/rating`, { intercom_user_id: contact!['id'], rating: 4 })
      return read(send, conversation!['id'])
    },
  }),
  'a snoozed conversation': fixture({
    consumes: ['a conversation'],
    make: (scene, { 'a conversation': conversation }) => snooze(scene, conversation!),
  }),
  'a snoozed conversation with an attachment': fixture({
    consumes: ['a conversation with an attachment'],
    make: (scene, { 'a conversation with an attachment': conversation }) => snooze(scene, conversation!),
  }),
  'a conversation assigned to an admin': fixture({
    needs: ['an admin'],
    consumes: ['a conversation'],
    make: (scene, { 'an admin': admin, 'a conversation': conversation }) =>
      manage(scene, conversation!, { message_type: 'assignment', assignee_id: admin!['id'] }),
  }),
  'a conversation assigned to a team': fixture({
    needs: ['a team'],
    consumes: ['a conversation'],
    make: (scene, { 'a team': team, 'a conversation': conversation }) =>
      manage(scene, conversation!, { type: 'team', message_type: 'assignment', assignee_id: team!['id'] }),
  }),
  'a deleted conversation': fixture({
    consumes: ['a conversation'],
    removed: 'a conversation',
    make: async ({ send }, { 'a conversation': conversation }) => {
      await send('DELETE', conversation!['path'])
      return conversation!
    },
  }),
}
