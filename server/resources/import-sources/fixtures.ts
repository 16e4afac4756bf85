import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const importSourceFixtures = {
  'an import source': fixture({
    params: { import_source_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/ai/content_import_sources', {
        sync_behavior: 'api',
        url: `https://example.com/${unique('source').replaceAll(' ', '-')}`,
      }),
  }),
  'a deleted import source': fixture({
    consumes: ['an import source'],
    removed: 'an import source',
    make: async ({ send }, { 'an import source': source }) => {
      await send('DELETE', `/ai/content_import_sources/${source!['id']}`)
      return source!
    },
  }),
}
