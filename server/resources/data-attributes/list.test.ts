import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'
import { withLabels } from './options.ts'

const app = await testApp()
const client = app.client()
const workspace_id = app.workspace.id

const at = app.clock.now()
const insert = ({ options, ...attribute }: { options?: object; [column: string]: unknown }) => {
  const list = options ? { options: app.db.json(options as never) } : {}
  return app.db`insert into data_attributes ${app.db({ workspace_id, label: 'Label', data_type: 'string', created_at: at, updated_at: at, ...attribute, ...list })}`
}
await insert({ model: 'contact', name: 'plan', description: 'Their plan', admin_id: app.workspace.adminId })
await insert({ model: 'contact', name: 'bygone', archived: true })
await insert({ model: 'company', name: 'size class', data_type: 'list', options: withLabels([], ['S', 'L']) })
await insert({ model: 'company', name: 'renewal', data_type: 'datetime' })
await insert({ model: 'conversation', name: 'topic' })

type Attribute = Record<string, any>
const listed = async (query = '', version = '2.15'): Promise<Attribute[]> =>
  (await app.client({ version }).get(`/data_attributes${query}`)).body.data
const custom = (attributes: Attribute[]) => attributes.filter((a) => a['custom']).map((a) => a['name'])

test("a workspace's own attribute is shown with its id, its maker and its times", async () => {
  const found = (await listed('?model=contact', 'Preview')).find(({ name }) => name === 'plan')!
  assert.deepEqual(found, {
    id: found['id'],
    type: 'data_attribute',
    name: 'plan',
    full_name: 'custom_attributes.plan',
    label: 'Label',
    description: 'Their plan',
    data_type: 'string',
    api_writable: true,
    ui_writable: true,
    messenger_writable: false,
    custom: true,
    archived: false,
    admin_id: String(app.workspace.adminId),
    created_at: at.getTime() / 1000,
    updated_at: at.getTime() / 1000,
    model: 'contact',
  })
  assert.equal(typeof found['id'], 'number')
})

test('built-in attributes of companies are shown without an id', async () => {
  const attributes = await listed('?model=company')
  const plan = attributes.find(({ full_name }) => full_name === 'plan.name')!
  assert.deepEqual(
    [
      plan['name'],
      plan['label'],
      plan['data_type'],
      plan['custom'],
      plan['archived'],
      plan['api_writable'],
      'id' in plan,
    ],
    ['name', 'Plan', 'string', false, false, false, false],
  )
  assert.equal(attributes.find(({ full_name }) => full_name === 'website')!['api_writable'], true)
  assert.deepEqual(
    attributes
      .filter((a) => !a['custom'])
      .map((a) => a['full_name'])
      .toSorted(),
    (
      'app_id company_id created_at id industry last_request_at monthly_spend name plan.id plan.name ' +
      'remote_created_at session_count size updated_at user_count website'
    ).split(' '),
  )
})

test('built-in attributes of contacts are described, under the names that contacts use', async () => {
  const { body: contact } = await client.post('/contacts', { email: 'named@example.com' })
  const attributes = (await listed('?model=contact')).filter((a) => !a['custom'])
  for (const { full_name, label, description, model } of attributes) {
    const [top, inner] = full_name.split('.')
    const holder = inner === undefined ? contact : contact[top]
    // Known in Preview only.
    if (full_name !== 'formatted_phone') assert.ok((inner ?? top) in holder, full_name)
    assert.ok(label.length > 0 && description.length > 0 && model === 'contact', full_name)
  }
  assert.ok(attributes.length > 40)
})

test('attributes that a write of a contact accepts are shown as writable', async () => {
  const writable = (await listed('?model=contact')).filter((a) => a['api_writable'] && !a['custom'])
  const given = {
    role: 'user',
    name: 'Ada',
    email: 'writable@example.com',
    phone: '+353871234567',
    external_id: 'writable',
    owner_id: app.workspace.adminId,
    avatar: 'https://example.com/ada.png',
    signed_up_at: 1_700_000_000,
    last_seen_at: 1_700_000_000,
    language_override: 'fr',
    unsubscribed_from_emails: true,
  }
  assert.deepEqual(writable.map((a) => a['name']).toSorted(), Object.keys(given).toSorted())
  const { body } = await client.post('/contacts', given)
  for (const [name, value] of Object.entries({ ...given, owner_id: String(app.workspace.adminId) }))
    assert.deepEqual(name === 'avatar' ? body.avatar.image_url : body[name], value, name)
})

test('a list is a string with options, and times of day are told from 2.17 on', async () => {
  const shown = async (version: string) => {
    const attributes = await listed('?model=company', version)
    return ['size class', 'renewal'].map((name) => attributes.find((a) => a['name'] === name)!)
  }
  const [list, time] = await shown('Preview')
  assert.deepEqual([list!['data_type'], list!['options'], time!['data_type']], ['string', ['S', 'L'], 'datetime'])
  assert.equal((await shown('2.16'))[1]!['data_type'], 'date')
})

test('archived attributes are shown where they are asked for', async () => {
  assert.deepEqual(custom(await listed('?model=contact')), ['plan'])
  assert.deepEqual(custom(await listed('?model=contact&include_archived=false')), ['plan'])
  assert.deepEqual(custom(await listed('?model=contact&include_archived=true')), ['plan', 'bygone'])
})

test('attributes of conversations are listed up to 2.15', async () => {
  assert.deepEqual(custom(await listed('?model=conversation')), ['topic'])
  assert.deepEqual(custom(await listed()), ['plan', 'size class', 'renewal', 'topic'])
  assert.deepEqual(custom(await listed('', '2.16')), ['plan', 'size class', 'renewal'])
  const { status, body } = await client.get('/data_attributes?model=conversation')
  assert.equal(status, 422)
  assert.deepEqual(body.errors, [
    {
      code: 'parameter_invalid',
      message: 'model=conversation is no longer supported. Use GET /conversations/attributes instead',
    },
  ])
})

test('attributes that every conversation has come before those of the workspace, in each version up to 2.15', async () => {
  const { id } = (await client.post('/contacts', { external_id: 'talks' })).body
  const begun = (await client.post('/conversations', { from: { type: 'user', id }, body: 'Hello' })).body
  for (const version of ['2.7', '2.11', '2.15']) {
    const conversation = (await app.client({ version }).get(`/conversations/${begun.conversation_id}`)).body
    const attributes = await listed('?model=conversation', version)
    const builtIn = attributes.filter((a) => !a['custom'])
    assert.deepEqual(attributes.slice(0, builtIn.length), builtIn)
    assert.ok(builtIn.length > 20)
    for (const { full_name, label, description, model, ...rest } of builtIn) {
      const [top, inner] = full_name.split('.')
      const holder = inner === undefined ? conversation : conversation[top]
      assert.ok(top in conversation && (holder === null || (inner ?? top) in holder), `${version} ${full_name}`)
      assert.ok(label.length > 0 && description.length > 0 && model === 'conversation' && !('id' in rest), full_name)
    }
    assert.deepEqual(
      (await listed('', version)).filter((a) => a['model'] === 'conversation'),
      attributes,
    )
  }
})

test('a model that there is not is refused', async () => {
  for (const query of ['?model=ticket', '?model=', '?include_archived=perhaps'])
    assert.equal((await client.get(`/data_attributes${query}`)).status, 400, query)
})

test("another workspace's attributes are not shown", async () => {
  const stranger = await app.createWorkspace()
  const { body } = await app.client({ token: stranger.token }).get('/data_attributes?include_archived=true')
  assert.deepEqual(custom(body.data), [])
})

for (const version of SAMPLED_VERSIONS)
  test(`lists of data attributes conform in ${version}`, async () => {
    const old = app.client({ version })
    for (const query of ['', '?model=contact', '?model=company', '?include_archived=true'])
      assert.equal((await old.get(`/data_attributes${query}`)).status, 200)
  })
