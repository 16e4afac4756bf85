import { byId, fixture } from '../../test/fixtures/fixture.ts'

const type = (category: string) =>
  fixture({
    ...(category === 'Customer' && { params: { ticket_type_id: byId } }),
    make: ({ send, unique }) => send('POST', '/ticket_types', { name: unique('type'), category }),
  })

export const ticketTypeFixtures = {
  'a ticket type': type('Customer'),
  'a back-office ticket type': type('Back-office'),
  'a tracker ticket type': type('Tracker'),
  'an archived ticket type': fixture({
    consumes: ['a ticket type'],
    removed: 'a ticket type',
    make: ({ send }, { 'a ticket type': made }) => send('PUT', `/ticket_types/${made!['id']}`, { archived: true }),
  }),
}
