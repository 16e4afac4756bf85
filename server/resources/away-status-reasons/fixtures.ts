import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const awayStatusReasonFixtures = {
  'an away status reason': fixture({
    params: { away_status_reason_id: byId },
    make: ({ send, unique }) => send('POST', '/parley/away_status_reasons', { label: unique('reason'), emoji: '☕' }),
  }),
  'a deleted away status reason': fixture({
    consumes: ['an away status reason'],
    removed: 'an away status reason',
    make: ({ send }, { 'an away status reason': reason }) =>
      send('DELETE', `/parley/away_status_reasons/${reason!['id']}`),
  }),
}
