import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const dynamicContentFixtures = {
  'a dynamic content': fixture({
    params: { dynamic_content_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/dynamic_contents', {
        name: unique('dynamic content'),
        content_type: 'inline',
        default_locale: 'en',
        variations: [{ locale: 'en', text_content: unique('words') }],
      }),
  }),
  'a deleted dynamic content': fixture({
    consumes: ['a dynamic content'],
    removed: 'a dynamic content',
    make: async ({ send }, { 'a dynamic content': content }) => {
      await send('DELETE', `/dynamic_contents/${content!['id']}`)
      return content!
    },
  }),
}
