import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const ticketStateFixtures = {
  'a ticket state': fixture({
    params: { ticket_state_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/ticket_states', {
        category: 'submitted',
        internal_label: unique('state'),
        external_label: unique('state'),
      }),
  }),
  'an archived ticket state': fixture({
    consumes: ['a ticket state'],
    removed: 'a ticket state',
    make: ({ send }, { 'a ticket state': state }) => send('POST', `/parley/ticket_states/${state!['id']}/archive`),
  }),
}
