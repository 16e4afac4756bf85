import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  ShowNotesOfCompany: {
    since: '2.16',
    see: async (client, scene) => {
      const id = await scene.newCompany()
      await scene.newest.post(`/companies/${id}/notes`, { body: 'Pays on time' })
      const { notes } = (await client.get(`/companies/${id}`)).body
      return notes && [notes.type, notes.data.length, notes.url.replace(id, 'id'), notes.total_count, notes.has_more]
    },
    before: undefined,
    after: ['note.list', 1, '/companies/id/notes', 1, false],
  },
  FollowContactsOfCompanyByCursor: {
    since: '2.17',
    see: async (client, scene) => {
      const id = await scene.newCompany()
      for (let n = 0; n < 2; n++) await scene.newest.post(`/contacts/${await scene.newContact()}/companies`, { id })
      return (await client.get(`/companies/${id}/contacts?per_page=1&page=2`)).body.pages.page
    },
    before: 2,
    after: 1,
  },
  RefuseOrderOfCompanies: {
    since: '2.17',
    see: async (client) => [
      code(await client.post('/companies/list?order=newest', {})),
      code(await client.post('/companies/list', { order: 'descending' })),
      code(await client.get('/companies?order=DESC')),
    ],
    before: Array.from({ length: 3 }, () => [200, undefined]),
    after: Array.from({ length: 3 }, () => [400, 'parameter_invalid']),
  },
} satisfies Record<string, Sides>
