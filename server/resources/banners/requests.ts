import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /contacts/{}/banners': {},
  'POST /contacts/{}/banners/{}/dismiss': {
    /** A view of the contact of the request. */
    before: async (given, { send }) => {
      const { data } = await send('GET', `/contacts/${given['a contact']['id']}/banners`)
      given['a shown banner'] = data.at(-1) ?? given['a shown banner']
    },
  },
  'GET /parley/banners': {},
  'GET /parley/banners/{}': {},
  'POST /parley/banners': {
    body: (_, { unique }) => ({
      title: unique('banner'),
      body: unique('words'),
      style: 'inline',
      position: 'top',
      audience: { field: 'created_at', operator: '>', value: 1 },
      action: { type: 'reaction', reactions: ['👍'] },
      live: false,
    }),
  },
  'PUT /parley/banners/{}': {
    body: (_, { unique }) => ({ title: unique('banner'), action: { type: 'reaction', reactions: ['👍'] } }),
  },
  'DELETE /parley/banners/{}': { fresh: ['a banner'] },
} satisfies Record<string, Sample>
