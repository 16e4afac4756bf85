import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const tagFixtures = {
  'a tag': fixture({
    params: { tag_id: byId },
    make: ({ send, unique }) => send('POST', '/tags', { name: unique('tag') }),
  }),
  'a tag of a contact': fixture({
    needs: ['a contact'],
    consumes: ['a tag'],
    make: async ({ send }, { 'a contact': contact, 'a tag': tag }) =>
      send('POST', `/contacts/${contact!['id']}/tags`, { id: tag!['id'] }),
  }),
  'a tag of a conversation': fixture({
    needs: ['a conversation'],
    consumes: ['a tag'],
    make: async ({ send, adminId }, { 'a conversation': conversation, 'a tag': tag }) =>
      send('POST', `${conversation!['path']}/tags`, { id: tag!['id'], admin_id: adminId }),
  }),
  'a deleted tag': fixture({
    consumes: ['a tag'],
    removed: 'a tag',
    make: async ({ send }, { 'a tag': tag }) => {
      await send('DELETE', `/tags/${tag!['id']}`)
      return tag!
    },
  }),
}
