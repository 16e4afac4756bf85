import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const externalPageFixtures = {
  'an external page': fixture({
    needs: ['an import source'],
    params: { external_page_id: byId },
    make: ({ send, unique }, { 'an import source': source }) =>
      send('POST', '/ai/external_pages', {
        source_id: source!['id'],
        external_id: unique('page'),
        title: unique('page'),
        html: `<p>${unique('words')}</p>`,
        locale: 'en',
        url: 'https://example.com/page',
      }),
  }),
  'a deleted external page': fixture({
    consumes: ['an external page'],
    removed: 'an external page',
    make: async ({ send }, { 'an external page': page }) => {
      await send('DELETE', `/ai/external_pages/${page!['id']}`)
      return page!
    },
  }),
  'an external page of a deleted source': fixture({
    consumes: ['an import source'],
    removed: 'an external page',
    make: async ({ send, unique }, { 'an import source': source }) => {
      const page = await send('POST', '/ai/external_pages', {
        source_id: source!['id'],
        external_id: unique('page'),
        title: unique('page'),
        html: `<p>${unique('words')}</p>`,
        locale: 'en',
        url: 'https://example.com/page',
      })
      await send('DELETE', `/ai/content_import_sources/${source!['id']}`)
      return page
    },
  }),
}
