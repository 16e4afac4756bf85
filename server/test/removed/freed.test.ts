/**
 * Removed things hold nothing any more that others may have: their email, name and id of the client's own are free
 * again, except where a row here says otherwise with the reason. They count neither to a limit nor as one that is
 * left.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act } from '../../queue/act.ts'
import { removeAdmin } from '../../resources/admins/settings/remove-admin.ts'
import { testApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { removeInto } from './trials.ts'

const app = await testApp()

/** A request that makes another thing of the same keys. */
type Again = (made: Made) => [path: string, body: object]

const user: Again = ({ external_id, email }) => ['/contacts', { external_id, email }]
const lead: Again = ({ external_id }) => ['/contacts', { role: 'lead', external_id }]
const company: Again = ({ company_id }) => ['/companies', { company_id }]
const attribute =
  (model: string): Again =>
  ({ name }) => ['/data_attributes', { name, model, data_type: 'string' }]

const AGAIN: Partial<Record<FixtureName, Again | string>> = {
  'a contact': user,
  'a lead': lead,
  'a company': company,
  'a call': ({ external_id }) => ['/parley/calls', { direction: 'inbound', external_id }],
  'a tag': ({ name }) => ['/tags', { name }],
  'a conversation attribute': ({ name }) => ['/conversations/attributes', { name, data_type: 'string' }],
  'an option of a conversation attribute': ({ attribute_id, label }) => [
    `/conversations/attributes/${attribute_id}/options`,
    { label },
  ],
  'an option of a data attribute': 'the list of options is written whole',
  'a data attribute': attribute('contact'),
  'a data attribute of companies': attribute('company'),
  'an admin': ({ email }) => ['/parley/admins', { name: 'Heir', email }],
  'a help center': ({ identifier }) => ['/parley/help_centers', { identifier, display_name: 'Another' }],
  'a custom object': ({ type, external_id }) => [`/custom_object_instances/${type}`, { external_id }],
  'a custom object type': ({ identifier }) => ['/parley/custom_object_types', { identifier, name: 'Another' }],
  'a conversation': 'it has no keys but its id',
  'a note': 'as above',
  'a team': 'two may have one name',
  'a segment': 'as above',
  'a segment of companies': 'as above',
  'a newsfeed': 'as above',
  'a news item': 'as above',
  'a macro': 'as above',
  'an identity secret': 'as above',
  'a subscription type': 'as above',
  'a ticket state': 'as above',
  'a ticket type': 'as above',
  'a ticket type attribute': ({ ticket_type_id, name }) => [
    `/ticket_types/${ticket_type_id}/attributes`,
    { name, description: '', data_type: 'string' },
  ],
  'an office hours schedule': 'two may have one name',
  'an away status reason': 'as above',
  'a ticket': 'it has no keys but its id',
  'a tracker ticket': 'as above',
  'a banner': 'as above',
  'an assignment rule': 'as above',
  'a data connector': 'as above',
  'an e-commerce connector': 'its id may be chosen, and again: resources/ecommerce-connectors/catalog.test.ts',
  'a procedure': 'it has no keys but its id',
  'a workflow': 'its id may be chosen, and again: resources/workflows/settings/workflows.test.ts',
  'a brand': ({ name }) => ['/parley/brands', { name }],
  'a sender address': ({ email }) => ['/parley/emails', { email }],
  'a collection': 'two may have one name',
  'a section': 'as above',
  'an article': 'two may have one title',
  'a redirect': ({ help_center_id, from_url, locale, target_type, target_id }) => [
    `/help_center/help_centers/${help_center_id}/redirects`,
    { from_url, locale, target_type, target_id },
  ],
  'an audience': 'two may have one name',
  'an import source': 'two may have one address',
  'an external page': ({ source_id, external_id }) => [
    '/ai/external_pages',
    { source_id, external_id, title: 'Another', html: '<p>Words</p>', locale: 'en' },
  ],
  'a folder': 'two may have one name',
  'an internal article': 'it has no keys but its id',
  'a content snippet': 'as above',
  'a dynamic content': 'its name is free again: resources/dynamic-contents/dynamic-contents.test.ts',
  'a token': 'two may have one name',
  'a webhook': 'as above',
}

/** States in which the keys are not free, each with the reason. */
const HELD: Partial<Record<FixtureName, { status: number; reason: string }>> = {
  'an archived contact': { status: 409, reason: 'it can be brought back' },
  'an archived lead': { status: 409, reason: 'it can be brought back' },
  'a blocked contact': { status: 422, reason: 'whoever is blocked does not come back under the same name' },
  'a blocked lead': { status: 422, reason: 'whoever is blocked does not come back under the same name' },
  'an archived data attribute': { status: 400, reason: 'it keeps its values, under its name' },
  'an archived data attribute of companies': { status: 400, reason: 'it keeps its values, under its name' },
}

const states = Object.entries(fixtures).flatMap(([name, { removed, consumes } = fixtures['a tag']]) =>
  removed !== undefined && consumes.includes(removed)
    ? [{ state: name as FixtureName, live: removed as FixtureName }]
    : [],
)

test('each thing that can be removed is told, with its keys or why it has none', () => {
  assert.deepEqual(Object.keys(AGAIN).toSorted(), [...new Set<string>(states.map(({ live }) => live))].toSorted())
})

for (const { state, live } of states) {
  const again = AGAIN[live]
  if (again === undefined || typeof again === 'string') continue
  const held = HELD[state]
  test(`the keys of ${state} are ${held ? `held, because ${held.reason}` : 'free again'}`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const thing = await scene.another(live)
    await removeInto(scene, state, thing)
    const { status, body, text } = await scene.client.post(...again(thing))
    assert.equal(status, held?.status ?? 200, text)
    if (status === 200) assert.notEqual(body.id, thing['attribute'] ?? thing['id'])
  })
}

test('removed ones are not left: the last admin and the last ticket state of a category stay', async () => {
  const scene = createScene(app, { workspace: await app.createWorkspace() })
  await scene.given('a removed admin')
  const { workspace } = scene
  const removal = act({ db: app.db, clock: app.clock }, workspace.id, async (ctx) => {
    await removeAdmin(ctx, workspace.adminId, null)
  })
  await assert.rejects(removal, /last admin/)

  await scene.given('an archived ticket state')
  const { data } = await scene.send('GET', '/ticket_states')
  for (const { id, archived } of data.filter((one: Made) => one['category'] === 'submitted')) {
    if (archived) continue
    const { status } = await scene.client.post(`/parley/ticket_states/${id}/archive`)
    assert.equal(status, 409)
  }
})

test('archived attributes leave room for others', async () => {
  const scene = createScene(app, { workspace: await app.createWorkspace() })
  await app.db`
    insert into data_attributes (workspace_id, model, name, label, data_type, archived, created_at, updated_at)
    select ${scene.workspace.id}::int, model, 'archived ' || model || number, 'Archived', 'string', true, now(), now()
    from generate_series(1, 250) as number, unnest(array['contact', 'company', 'conversation']) as model`
  for (const name of ['a data attribute', 'a data attribute of companies', 'a conversation attribute'] as const)
    await scene.another(name)
})
