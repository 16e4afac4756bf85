import { byId, fixture, type Made } from '../../test/fixtures/fixture.ts'
import type { Scene } from '../../test/fixtures/scene.ts'

const noteOf = ({ send, adminId, unique }: Scene, owner: 'contacts' | 'companies', { id }: Made) =>
  send('POST', `/${owner}/${id}/notes`, { body: unique('note'), admin_id: adminId })

export const noteFixtures = {
  'a note': fixture({
    needs: ['a contact'],
    params: { note_id: byId },
    make: (scene, { 'a contact': contact }) => noteOf(scene, 'contacts', contact!),
  }),
  'a deleted note': fixture({
    consumes: ['a note'],
    removed: 'a note',
    make: async ({ send }, { 'a note': note }) => {
      await send('DELETE', `/notes/${note!['id']}`)
      return note!
    },
  }),
  'a note of a company': fixture({
    needs: ['a company'],
    make: (scene, { 'a company': company }) => noteOf(scene, 'companies', company!),
  }),
  'a note of a deleted contact': fixture({
    consumes: ['a contact'],
    removed: 'a note',
    make: async (scene, { 'a contact': contact }) => {
      const note = await noteOf(scene, 'contacts', contact!)
      await scene.send('DELETE', `/contacts/${contact!['id']}`)
      return note
    },
  }),
  'a note of a deleted company': fixture({
    consumes: ['a company'],
    removed: 'a note',
    make: async (scene, { 'a company': company }) => {
      const note = await noteOf(scene, 'companies', company!)
      await scene.send('DELETE', `/companies/${company!['id']}`)
      return note
    },
  }),
}
