import { fixture } from '../../test/fixtures/fixture.ts'

export const dataEventFixtures = {
  'a data event': fixture({
    needs: ['a contact'],
    make: async ({ send, unique, now, mark }, { 'a contact': contact }) => {
      const event = { event_name: unique('event'), created_at: now() - 60, metadata: { mark } }
      await send('POST', '/events', { id: contact!['id'], ...event })
      return event
    },
  }),
}
