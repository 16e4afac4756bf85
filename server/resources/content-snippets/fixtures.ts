import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const contentSnippetFixtures = {
  'a content snippet': fixture({
    params: { content_snippet_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/content_snippets', { title: unique('snippet'), body_markdown: unique('words') }),
  }),
  'a deleted content snippet': fixture({
    consumes: ['a content snippet'],
    removed: 'a content snippet',
    make: async ({ send }, { 'a content snippet': snippet }) => {
      await send('DELETE', `/content_snippets/${snippet!['id']}`)
      return snippet!
    },
  }),
}
