import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const now = () => app.clock.now().getTime() / 1000
let number = 0

const newContact = async (details: object = {}) =>
  (await client.post('/contacts', { external_id: `b${++number}`, ...details })).body.id as string
const newBanner = async (details: object = {}) =>
  (await client.post('/parley/banners', { title: `Banner ${++number}`, live: true, ...details })).body
const shownTo = async (contact: string) => (await client.get(`/contacts/${contact}/banners`)).body.data
const idsFor = async (contact: string) => (await shownTo(contact)).map(({ id }: { id: string }) => id)

test('a live banner is shown with a view of the contact, the same one each time', async () => {
  const contact = await newContact()
  const banner = await newBanner({
    title: 'Hi there',
    body: 'Hello <script>alert(1)</script><b>you</b>',
    style: 'floating',
    position: 'bottom',
    show_dismiss_button: false,
    action: { type: 'url', label: 'Learn more', target: 'https://example.com/prices' },
  })
  const shown = (await shownTo(contact)).find(({ id }: { id: string }) => id === banner.id)
  assert.deepEqual(shown, {
    type: 'banner',
    id: banner.id,
    view_id: shown.view_id,
    title: 'Hi there',
    body: '<p>Hello <b>you</b></p>',
    style: 'floating',
    position: 'bottom',
    show_dismiss_button: false,
    action: { type: 'url', label: 'Learn more', target: 'https://example.com/prices' },
    client_targeting: null,
    created_at: now(),
  })
  app.clock.advance(60)
  const again = (await shownTo(contact)).find(({ id }: { id: string }) => id === banner.id)
  assert.deepEqual(again, shown)
  const [view] = await app.db<{ impressions: number }[]>`
    select impressions from banner_views where workspace_id = ${app.workspace.id} and id = ${shown.view_id}`
  assert.equal(view!.impressions, 2)
})

test('a dismissed banner is shown no more to that contact, and to others still', async () => {
  const [one, other] = [await newContact(), await newContact()]
  const { id } = await newBanner()
  const { view_id } = (await shownTo(one)).find((banner: { id: string }) => banner.id === id)
  for (const version of ['2.16', 'Preview']) {
    const reply = await app.client({ version }).post(`/contacts/${one}/banners/${view_id}/dismiss`)
    assert.deepEqual([reply.status, reply.body], [200, { type: 'banner_dismiss', view_id, dismissed: true }])
  }
  assert.equal((await idsFor(one)).includes(id), false)
  assert.equal((await idsFor(other)).includes(id), true)
  const alien = await client.post(`/contacts/${other}/banners/${view_id}/dismiss`)
  assert.deepEqual([alien.status, alien.body.errors[0].message], [404, 'Resource Not Found'])
})

test('a banner is shown to its audience, as it is now', async () => {
  const [ada, bob] = [await newContact({ name: 'Ada' }), await newContact({ name: 'Bob' })]
  const { id } = await newBanner({ audience: { field: 'name', operator: '=', value: 'Ada' } })
  assert.deepEqual([(await idsFor(ada)).includes(id), (await idsFor(bob)).includes(id)], [true, false])
  await client.put(`/contacts/${bob}`, { name: 'Ada' })
  assert.equal((await idsFor(bob)).includes(id), true)
  await client.put(`/parley/banners/${id}`, { audience: null })
  await client.put(`/contacts/${bob}`, { name: 'Bob' })
  assert.equal((await idsFor(bob)).includes(id), true)
})

test('a banner that is not live, or whose audience names a segment that is gone, is shown to nobody', async () => {
  const contact = await newContact()
  const filter = { field: 'created_at', operator: '>', value: 1 }
  const segment = (await client.post('/parley/segments', { name: 'Everybody', person_type: 'user', filter })).body.id
  const { id } = await newBanner({ audience: { field: 'segment_id', operator: '=', value: segment } })
  assert.equal((await idsFor(contact)).includes(id), true)
  await client.delete(`/parley/segments/${segment}`)
  assert.equal((await idsFor(contact)).includes(id), false)
  const draft = await newBanner({ live: false })
  assert.equal((await idsFor(contact)).includes(draft.id), false)
})

test('a dismissal of a lead counts for the user that it is merged into', async () => {
  const [user, lead] = [await newContact(), (await client.post('/contacts', { role: 'lead' })).body.id]
  const { id } = await newBanner()
  await shownTo(user)
  const { view_id } = (await shownTo(lead)).find((banner: { id: string }) => banner.id === id)
  await client.post(`/contacts/${lead}/banners/${view_id}/dismiss`)
  await client.post('/contacts/merge', { from: lead, into: user, skip_duplicate_validation: true })
  assert.equal((await idsFor(user)).includes(id), false)
})

test('a banner is changed and deleted, and its settings show it so', async () => {
  const made = await newBanner()
  const changed = (await client.put(`/parley/banners/${made.id}`, { title: null, action: null, live: false })).body
  assert.deepEqual(changed, { ...made, title: null, live: false })
  assert.deepEqual((await client.get(`/parley/banners/${made.id}`)).body, changed)
  assert.deepEqual((await client.get('/parley/banners')).body.data.at(-1), changed)
  assert.equal((await client.delete(`/parley/banners/${made.id}`)).status, 200)
  assert.equal((await client.get(`/parley/banners/${made.id}`)).status, 404)
})

for (const [what, details] of [
  ['an audience that no search takes', { audience: { field: 'shoe', operator: '=', value: 1 } }],
  ['a segment that there is not', { audience: { field: 'segment_id', operator: '=', value: 'f'.repeat(24) } }],
  ['a style that there is not', { style: 'loud' }],
  ['a link to a script', { action: { type: 'url', target: 'javascript:alert(1)' } }],
  ['reactions without any', { action: { type: 'reaction' } }],
  ['reactions that are words', { action: { type: 'reaction', reactions: ['👍', 'no'] } }],
] as const)
  test(`a banner with ${what} is refused`, async () => {
    assert.equal((await client.post('/parley/banners', details)).status, 400)
  })

test('a reaction numbers its emojis', async () => {
  const { action } = await newBanner({ action: { type: 'reaction', reactions: ['👍', '👎'] } })
  assert.deepEqual(action.reaction_set, [
    { index: 0, unicode_emoticon: '👍' },
    { index: 1, unicode_emoticon: '👎' },
  ])
})

test('banners of a contact that is not there answer 404', async () => {
  const { status, body } = await client.get(`/contacts/${'f'.repeat(24)}/banners`)
  assert.deepEqual([status, body.errors[0].message], [404, 'User Not Found'])
})
