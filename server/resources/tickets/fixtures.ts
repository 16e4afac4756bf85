import { byId, fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const create = async ({ send, unique }: Scene, type: Made, contact: Made): Promise<Made> =>
  send('POST', '/tickets', {
    ticket_type_id: type['id'],
    contacts: [{ id: contact['id'] }],
    ticket_attributes: { _default_title_: unique('ticket') },
  })

export const ticketFixtures = {
  'a ticket': fixture({
    needs: ['a ticket type', 'a contact'],
    params: { ticket_id: byId },
    make: (scene, { 'a ticket type': type, 'a contact': contact }) => create(scene, type!, contact!),
  }),
  'a ticket job': fixture({
    needs: ['a ticket type', 'a contact'],
    params: { job_id: byId },
    make: ({ send }, { 'a ticket type': type, 'a contact': contact }) =>
      send('POST', '/tickets/enqueue', { ticket_type_id: type!['id'], contacts: [{ id: contact!['id'] }] }),
  }),
  'a deleted ticket': fixture({
    consumes: ['a ticket'],
    removed: 'a ticket',
    make: async ({ send }, { 'a ticket': ticket }) => send('DELETE', `/tickets/${ticket!['id']}`),
  }),
  'a tracker ticket': fixture({
    needs: ['a tracker ticket type'],
    make: ({ send }, { 'a tracker ticket type': type }) => send('POST', '/tickets', { ticket_type_id: type!['id'] }),
  }),
  'a deleted tracker ticket': fixture({
    consumes: ['a tracker ticket'],
    removed: 'a tracker ticket',
    make: async ({ send }, { 'a tracker ticket': ticket }) => send('DELETE', `/tickets/${ticket!['id']}`),
  }),
}
