import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /news/newsfeeds': {},
  'GET /news/newsfeeds/{}': {},
  'GET /parley/newsfeeds': {},
  'GET /parley/newsfeeds/{}': {},
  'POST /parley/newsfeeds': { body: (_, { unique }) => ({ name: unique('newsfeed') }) },
  'PUT /parley/newsfeeds/{}': { body: (_, { unique }) => ({ name: unique('newsfeed') }) },
  'DELETE /parley/newsfeeds/{}': { fresh: ['a newsfeed'] },
} satisfies Record<string, Sample>
