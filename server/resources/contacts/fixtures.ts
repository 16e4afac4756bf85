import { byId, fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

async function newContact({ send, unique, mark }: Scene, role: 'user' | 'lead'): Promise<Made> {
  const external_id = unique(role)
  const email = `${external_id.replaceAll(' ', '-')}@${mark}.example.com`
  const name = unique('name')
  return send('POST', '/contacts', role === 'user' ? { external_id, email, name } : { role, email, name })
}

export const contactFixtures = {
  'a contact': fixture({
    params: { contact_id: byId, external_id: (contact) => contact['external_id'] },
    make: (scene) => newContact(scene, 'user'),
  }),
  'a lead': fixture({ make: (scene) => newContact(scene, 'lead') }),
  'an archived contact': fixture({
    consumes: ['a contact'],
    removed: 'a contact',
    make: async ({ send }, { 'a contact': contact }) => {
      await send('POST', `/contacts/${contact!['id']}/archive`)
      return contact!
    },
  }),
  'a blocked contact': fixture({
    consumes: ['a contact'],
    removed: 'a contact',
    make: async ({ send }, { 'a contact': contact }) => {
      await send('POST', `/contacts/${contact!['id']}/block`)
      return contact!
    },
  }),
  'a deleted contact': fixture({
    consumes: ['a contact'],
    removed: 'a contact',
    make: async ({ send }, { 'a contact': contact }) => {
      await send('DELETE', `/contacts/${contact!['id']}`)
      return contact!
    },
  }),
  'a deleted contact that was archived': fixture({
    consumes: ['a contact'],
    removed: 'a contact',
    make: async ({ send }, { 'a contact': contact }) => {
      await send('POST', `/contacts/${contact!['id']}/archive`)
      await send('DELETE', `/contacts/${contact!['id']}`)
      return contact!
    },
  }),
  'an archived lead': fixture({
    consumes: ['a lead'],
    removed: 'a lead',
    make: async ({ send }, { 'a lead': lead }) => {
      await send('POST', `/contacts/${lead!['id']}/archive`)
      return lead!
    },
  }),
  'a blocked lead': fixture({
    consumes: ['a lead'],
    removed: 'a lead',
    make: async ({ send }, { 'a lead': lead }) => {
      await send('POST', `/contacts/${lead!['id']}/block`)
      return lead!
    },
  }),
  'a deleted lead': fixture({
    consumes: ['a lead'],
    removed: 'a lead',
    make: async ({ send }, { 'a lead': lead }) => {
      await send('DELETE', `/contacts/${lead!['id']}`)
      return lead!
    },
  }),
  'a merged lead': fixture({
    needs: ['a contact'],
    consumes: ['a lead'],
    removed: 'a lead',
    make: async ({ send }, { 'a contact': into, 'a lead': lead }) => {
      const ids = { from: lead!['id'], into: into!['id'] }
      await send('POST', '/contacts/merge', { ...ids, skip_duplicate_validation: true })
      return lead!
    },
  }),
  'a lead merged into a deleted contact': fixture({
    consumes: ['a contact', 'a lead'],
    removed: 'a lead',
    make: async ({ send }, { 'a contact': into, 'a lead': lead }) => {
      const ids = { from: lead!['id'], into: into!['id'] }
      await send('POST', '/contacts/merge', { ...ids, skip_duplicate_validation: true })
      await send('DELETE', `/contacts/${into!['id']}`)
      return lead!
    },
  }),
  'a bulk job of contacts': fixture({
    params: { contacts_job_id: byId },
    make: ({ send, unique }) => send('POST', '/contacts/bulk', { contacts: [{ external_id: unique('bulk contact') }] }),
  }),
}
