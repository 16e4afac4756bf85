import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const folderFixtures = {
  'a folder': fixture({
    params: { folder_id: byId },
    make: ({ send, unique }) => send('POST', '/folders', { folder: { name: unique('folder') } }),
  }),
  'a deleted folder': fixture({
    consumes: ['a folder'],
    removed: 'a folder',
    make: async ({ send }, { 'a folder': folder }) => {
      await send('DELETE', `/folders/${folder!['id']}`)
      return folder!
    },
  }),
}
