import { step } from '../../test/tour/step.ts'

export default [
  step('GET /segments', {
    gives: { segment: (list) => list.segments[0].id },
    go: (c) => c.get('/segments?include_count=true'),
  }),
  step('GET /segments/{}', { needs: ['segment'], go: (c, { segment }) => c.get(`/segments/${segment}`) }),
  step('GET /contacts/{}/segments', { needs: ['user'], go: (c, { user }) => c.get(`/contacts/${user}/segments`) }),
  step('GET /parley/segments', { go: (c) => c.get('/parley/segments?include_count=true') }),
  step('POST /parley/segments/preview', {
    go: (c) =>
      c.post('/parley/segments/preview', {
        person_type: 'user',
        filter: { field: 'email_domain', operator: '=', value: 'example.com' },
      }),
  }),
  step('POST /parley/segments', {
    gives: { setSegment: ({ id }) => id },
    go: (c) =>
      c.post('/parley/segments', {
        name: 'Came back',
        person_type: 'user',
        filter: {
          operator: 'AND',
          value: [
            { field: 'created_at', operator: '<', value: { days_ago: 90 } },
            { field: 'last_seen_at', operator: '>', value: { days_ago: 7 } },
          ],
        },
      }),
  }),
  step('GET /parley/segments/{}', {
    needs: ['setSegment'],
    go: (c, { setSegment }) => c.get(`/parley/segments/${setSegment}?include_count=true`),
  }),
  step('PUT /parley/segments/{}', {
    needs: ['setSegment'],
    go: (c, { setSegment }) => c.put(`/parley/segments/${setSegment}`, { name: 'Returned' }),
  }),
  step('DELETE /parley/segments/{}', {
    ends: ['setSegment'],
    go: (c, { setSegment }) => c.delete(`/parley/segments/${setSegment}`),
  }),
]
