import { byId, fixture } from '../../test/fixtures/fixture.ts'

const type = (category: string) =>
  fixture({
    ...(category === 'Customer' && { params: { ticket_type_id: byId } }),
    make: ({ send, unique }) => send('POST', '/ticket_types', { name: unique('type'), category }),
  })

export const ticketTypeFixtures = {
  'a ticket type': type('Customer'),
  'another ticket type': fixture({
    make: ({ send, unique }) => send('POST', '/ticket_types', { name: unique('type') }),
  }),
  'a ticket type attribute': fixture({
    needs: ['a ticket type'],
    make: ({ send, unique }, { 'a ticket type': type }) =>
      send('POST', `/ticket_types/${type!['id']}/attributes`, {
        name: unique('attribute'),
        description: '',
        data_type: 'string',
      }),
  }),
  'an archived ticket type attribute': fixture({
    consumes: ['a ticket type attribute'],
    removed: 'a ticket type attribute',
    make: ({ send }, { 'a ticket type attribute': made }) =>
      send('PUT', `/ticket_types/${made!['ticket_type_id']}/attributes/${made!['id']}`, { archived: true }),
  }),
  'a back-office ticket type': type('Back-office'),
  'a tracker ticket type': type('Tracker'),
  'an archived ticket type': fixture({
    consumes: ['a ticket type'],
    removed: 'a ticket type',
    make: ({ send }, { 'a ticket type': made }) => send('PUT', `/ticket_types/${made!['id']}`, { archived: true }),
  }),
}
