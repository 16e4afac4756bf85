/** Linked things are listed in the order in which they were linked, and not in that of their ids. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../../operations.ts'
import { testApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import type { FixtureName } from '../fixtures/vocabulary.ts'
import { pagedOperations } from '../pages/paged.ts'

const app = await testApp()

interface Linked {
  owner: FixtureName
  /** The linked thing. */
  of: FixtureName
  hang: (scene: Scene, owner: Made, thing: Made) => Promise<unknown>
  /** The ids, as each read shows them. */
  read: (scene: Scene, owner: Made) => Promise<string[][]>
}

const idsOf = (items: Made[]): string[] => items.map(({ id }) => id)

const LINKED: Record<string, Linked | string> = {
  'GET /contacts/{}/tags': {
    owner: 'a contact',
    of: 'a tag',
    hang: ({ send }, { id }, tag) => send('POST', `/contacts/${id}/tags`, { id: tag['id'] }),
    read: async ({ send }, { id }) => [
      idsOf((await send('GET', `/contacts/${id}/tags`))['data']),
      idsOf((await send('GET', `/contacts/${id}`))['tags'].data),
    ],
  },
  'GET /contacts/{}/subscriptions': {
    owner: 'a contact',
    of: 'a subscription type',
    async hang({ send, app: { clock } }, { id }, type) {
      clock.advance(1)
      await send('POST', `/contacts/${id}/subscriptions`, { id: type['id'], consent_type: 'opt_out' })
    },
    read: async ({ send }, { id }) => [
      idsOf((await send('GET', `/contacts/${id}/subscriptions`))['data']),
      idsOf((await send('GET', `/contacts/${id}`))['opted_out_subscription_types'].data),
    ],
  },
  'GET /contacts/{}/companies': {
    owner: 'a contact',
    of: 'a company',
    hang: ({ send }, { id }, company) => send('POST', `/contacts/${id}/companies`, { id: company['id'] }),
    read: async ({ send }, { id }) => [
      idsOf((await send('GET', `/contacts/${id}/companies`))['data']),
      idsOf((await send('GET', `/contacts/${id}`))['companies'].data),
    ],
  },
  'tags of a company': {
    owner: 'a company with a contact',
    of: 'a tag',
    hang: ({ send }, { id }, tag) => send('POST', '/tags', { name: tag['name'], companies: [{ id }] }),
    read: async ({ send }, { id }) => [idsOf((await send('GET', `/companies/${id}`))['tags'].tags)],
  },
  'tags of a conversation': {
    owner: 'a conversation',
    of: 'a tag',
    hang: ({ send, adminId }, { path }, tag) => send('POST', `${path}/tags`, { id: tag['id'], admin_id: adminId }),
    read: async ({ send }, { path }) => [idsOf((await send('GET', path))['tags'].tags)],
  },
  'contacts of a conversation': {
    owner: 'a conversation',
    of: 'a contact',
    hang: ({ send, adminId }, { path }, contact) =>
      send('POST', `${path}/customers`, { admin_id: adminId, customer: { intercom_user_id: contact['id'] } }),
    // The first is who began it.
    read: async ({ send }, { path }) => [idsOf((await send('GET', path))['contacts'].contacts).slice(1)],
  },
  'conversations of a ticket': {
    owner: 'a tracker ticket',
    of: 'a conversation',
    async hang({ send, app: { clock } }, { id }, conversation) {
      clock.advance(1)
      await send('POST', `/tickets/${id}/linked_conversations`, { conversation_id: conversation['id'] })
    },
    read: async ({ send }, { id }) => [idsOf((await send('GET', `/tickets/${id}`))['linked_objects'].data)],
  },
  'GET /office_hours_schedules/{}/office_hours_exceptions': 'by id: they are made there',
  'GET /teams/{}/metrics': 'by id: one entry for each member',
  'GET /contacts/{}/banners': 'by id: nothing hangs them there',
  'GET /contacts/{}/segments': 'by name: the list of all segments',
  'GET /companies/{}/segments': 'by id: nothing hangs them there',
}

test('every list under a thing that is not paged is told', () => {
  const pagedKeys = new Set(pagedOperations.map(({ key }) => key))
  const lists = operations.filter(
    ({ key, reply }) =>
      /^GET \/\w+\/\{\}\/\w+$/.test(key) && !pagedKeys.has(key) && 'data' in ((reply as any).properties ?? {}),
  )
  const told = Object.keys(LINKED).filter((key) => key.startsWith('GET '))
  assert.deepEqual(
    told.toSorted(),
    [...new Set([...lists.map(({ key }) => key), 'GET /contacts/{}/companies'])].toSorted(),
  )
})

for (const [name, linked] of Object.entries(LINKED)) {
  if (typeof linked === 'string') continue
  test(`${name} ${name.startsWith('GET') ? 'is' : 'are'} in the order in which they came`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const owner = await scene.another(linked.owner)
    const made = [await scene.another(linked.of), await scene.another(linked.of), await scene.another(linked.of)]
    // Neither the order of their ids nor its reverse.
    const order = [made[1]!, made[0]!, made[2]!]
    for (const thing of order) await linked.hang(scene, owner, thing)
    for (const ids of await linked.read(scene, owner)) assert.deepEqual(ids, idsOf(order))
  })
}
