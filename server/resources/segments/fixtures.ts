import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const segmentFixtures = {
  'a segment': fixture({
    params: { segment_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/segments', {
        name: unique('segment'),
        person_type: 'user',
        filter: { field: 'created_at', operator: '>', value: 1 },
      }),
  }),
  'a segment of companies': fixture({
    make: ({ send, unique }) =>
      send('POST', '/parley/segments', {
        name: unique('segment of companies'),
        person_type: 'company',
        filter: { field: 'created_at', operator: '>', value: 1 },
      }),
  }),
  'a deleted segment of companies': fixture({
    consumes: ['a segment of companies'],
    removed: 'a segment of companies',
    make: async ({ send }, { 'a segment of companies': segment }) => {
      await send('DELETE', `/parley/segments/${segment!['id']}`)
      return segment!
    },
  }),
  'a deleted segment': fixture({
    consumes: ['a segment'],
    removed: 'a segment',
    make: async ({ send }, { 'a segment': segment }) => {
      await send('DELETE', `/parley/segments/${segment!['id']}`)
      return segment!
    },
  }),
}
