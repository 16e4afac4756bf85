import { history } from '../../versions/index.ts'
import { presentItem } from '../../webhooks/notification.ts'
import type { Client, Reply } from '../../test/app.ts'
import { code, type Scene, type Sides } from '../../test/sides/scene.ts'

/** A lead that is merged into a user; both have the details. */
async function merge(client: Client, scene: Scene, details: object, options: object = {}) {
  const [from, into] = [await scene.newContact({ role: 'lead', ...details }), await scene.newContact(details)]
  return { from, reply: await client.post('/contacts/merge', { from, into, ...options }) }
}

const showsObject = (remove: (client: Client, path: string) => Promise<Reply>): Sides => ({
  since: '2.10',
  see: async (client, scene) => (await remove(client, `/contacts/${await scene.newContact()}`)).body.object,
  before: 'contact',
  after: undefined,
})

export default {
  DropObjectOfDeletedContacts: showsObject((client, path) => client.delete(path)),
  DropObjectOfArchivedContacts: showsObject((client, path) => client.post(`${path}/archive`)),
  DropObjectOfUnarchivedContacts: showsObject((client, path) => client.post(`${path}/unarchive`)),
  ForgetUnknownLanguages: {
    since: '2.15',
    see: async (client, scene) =>
      (await client.post('/contacts', { external_id: `speaks ${scene.number()}`, language_override: 'klingonish' }))
        .body.language_override,
    before: 'klingonish',
    after: null,
  },
  StringOwnerId: {
    since: '2.16',
    see: async (client, scene) => {
      const owned = { external_id: `owned ${scene.number()}`, owner_id: scene.adminId }
      const { owner_id } = (await client.post('/contacts', owned)).body
      return [typeof owner_id, Number(owner_id) === Number(scene.adminId)]
    },
    before: ['number', true],
    after: ['string', true],
  },
  StringOwnerIdInWebhooks: {
    since: '2.16',
    see: async (client, scene) => {
      const owned = { external_id: `owned ${scene.number()}`, owner_id: scene.adminId }
      const item = (await scene.newest.post('/contacts', owned)).body
      const version = history.find((await client.get('/me')).headers['intercom-version']!)!
      return typeof (presentItem('contact.user.created', item, version) as { owner_id: unknown }).owner_id
    },
    before: 'number',
    after: 'string',
  },
  RedirectMergedContacts: {
    since: '2.16',
    see: async (client, scene) => {
      const { from, reply } = await merge(client, scene, { email: `merged-${scene.number()}@example.com` })
      const gone = await client.get(`/contacts/${from}`)
      return [...code(gone), gone.headers['link']?.replace(reply.body.id, 'into')]
    },
    before: [404, 'not_found', undefined],
    after: [410, 'contact_merged', '</contacts/into>; rel="canonical"'],
  },
  MergeDuplicatesOnly: {
    since: '2.16',
    see: async (client, scene) => [
      code((await merge(client, scene, {})).reply),
      code((await merge(client, scene, {}, { skip_duplicate_validation: true })).reply),
      code((await merge(client, scene, { email: `twice-${scene.number()}@example.com` })).reply),
    ],
    before: [
      [200, undefined],
      [200, undefined],
      [200, undefined],
    ],
    after: [
      [400, 'invalid_merge'],
      [200, undefined],
      [200, undefined],
    ],
  },
  MergeUsers: {
    since: 'Preview',
    see: async (client, scene) => {
      const email = `shared-${scene.number()}@example.com`
      const users = async (details: object) => ({
        from: await scene.newContact(details),
        into: await scene.newContact(details),
      })
      return [
        code(await client.post('/contacts/merge', await users({ email }))),
        (await client.post('/contacts/merge/preview', await users({ email }))).body.allowed,
      ]
    },
    before: [[400, 'invalid_merge'], false],
    after: [[200, undefined], true],
  },
  RefuseUnknownSortOrder: {
    since: '2.16',
    see: async (client) => {
      const query = { field: 'external_id', operator: '=', value: 'nobody' }
      return code(await client.post('/contacts/search', { query, sort: { field: 'name', order: 'sideways' } }))
    },
    before: [200, undefined],
    after: [400, 'invalid_sort_order'],
  },
  SearchTimestampsExactly: {
    since: '2.17',
    see: async (client, scene) => {
      const external_id = `found ${scene.number()}`
      await scene.newContact({ external_id })
      const find = async (field: string, operator: string, value: unknown) => {
        const filters = [
          { field: 'external_id', operator: '=', value: external_id },
          { field, operator, value },
        ]
        const reply = await client.post('/contacts/search', { query: { operator: 'AND', value: filters } })
        return reply.status === 200 ? reply.body.total_count : code(reply)
      }
      return {
        aMinuteLater: await find('created_at', '=', scene.now() + 60),
        orAtTheTime: await find('created_at', '>=', scene.now()),
        othersThanOneWhereNoneIs: await find('phone', '!=', '+353871234567'),
      }
    },
    before: { aMinuteLater: 1, orAtTheTime: [400, 'invalid_operator'], othersThanOneWhereNoneIs: 0 },
    after: { aMinuteLater: 0, orAtTheTime: 1, othersThanOneWhereNoneIs: 1 },
  },
} satisfies Record<string, Sides>
