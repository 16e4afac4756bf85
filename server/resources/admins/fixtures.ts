import { byId, fixture } from '../../test/fixtures/fixture.ts'

/** Admins besides the owner, whom every workspace has. */
export const adminFixtures = {
  'an admin': fixture({
    params: { admin_id: byId },
    make: ({ send, unique, mark }) => {
      const name = unique('admin')
      const email = `${name.replaceAll(' ', '-')}@${mark}.example.com`
      return send('POST', '/parley/admins', { name, email, has_inbox_seat: true, role: { name: `${mark} role` } })
    },
  }),
  'a removed admin': fixture({
    consumes: ['an admin'],
    removed: 'an admin',
    make: async ({ send }, { 'an admin': admin }) => {
      await send('DELETE', `/parley/admins/${admin!['id']}`, {})
      return admin!
    },
  }),
}
