import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const PATH = '/parley/macros'
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].message]
const make = async (details: object = {}): Promise<any> =>
  (await client.post(PATH, { name: 'Order', body: 'Your order is ready', ...details })).body
const idsOf = ({ body }: { body: any }) => body.data.map(({ id }: { id: string }) => id)

test('a macro shows its placeholders as elements in its body, and as they were written in its text', async () => {
  const body = `<p>Hi {{user.name | fallback: 'there'}},</p><p>order #{{order.number}} is <b>ready</b><script>x</script></p>`
  const made = await make({ name: ' Order Status ', body })
  const written = `<p>Hi {{user.name | fallback: 'there'}},</p><p>order #{{order.number}} is <b>ready</b></p>`
  const now = app.clock.now()
  assert.deepEqual(made, {
    type: 'macro',
    id: made.id,
    name: 'Order Status',
    body: written,
    unknown_placeholders: ['{{order.number}}'],
    visible_to: 'everyone',
    visible_to_team_ids: [],
    available_on: ['inbox', 'messenger'],
    created_at: unix(now),
    updated_at: unix(now),
  })
  const { status, body: shown } = await client.get(`/macros/${made.id}`)
  assert.equal(status, 200)
  assert.deepEqual(shown, {
    type: 'macro',
    id: made.id,
    name: 'Order Status',
    body: '<p>Hi <attribute key="user.name" default="there"/>,</p><p>order #<attribute key="order.number"/> is <b>ready</b></p>',
    body_text: "Hi {{user.name | fallback: 'there'}},\n\norder #{{order.number}} is ready",
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    visible_to: 'everyone',
    visible_to_team_ids: [],
    available_on: ['inbox', 'messenger'],
  })
})

test('a macro is changed, listed in the settings, and deleted', async () => {
  const { id } = await make()
  app.clock.advance(5)
  const changed = await client.put(`${PATH}/${id}`, { name: 'Refund', available_on: ['messenger', 'messenger'] })
  assert.deepEqual([changed.body.name, changed.body.available_on], ['Refund', ['messenger']])
  assert.deepEqual((await client.get(`${PATH}/${id}`)).body, changed.body)
  assert.deepEqual((await client.get(PATH)).body.data.at(-1), changed.body)
  assert.deepEqual((await client.delete(`${PATH}/${id}`)).body, { type: 'macro', id, deleted: true })
  assert.deepEqual(refusal(await client.get(`/macros/${id}`)), [404, 'Macro not found'])
})

test('a macro for some teams is seen by their members only', async () => {
  const { id: team } = (await client.post('/parley/teams', { name: 'Billing', admin_ids: [] })).body
  const { id } = await make({ visible_to: 'specific_teams', visible_to_team_ids: [team] })
  assert.deepEqual(refusal(await client.get(`/macros/${id}`)), [404, 'Macro not found'])
  assert.ok(!idsOf(await client.get('/macros')).includes(id))
  await client.put(`/parley/teams/${team}`, { admin_ids: [app.workspace.adminId] })
  const seen = (await client.get(`/macros/${id}`)).body
  assert.deepEqual([seen.visible_to, seen.visible_to_team_ids], ['specific_teams', [team]])
  assert.ok(idsOf(await client.get('/macros')).includes(id))
  const everyone = await client.put(`${PATH}/${id}`, { visible_to: 'everyone' })
  assert.deepEqual(everyone.body.visible_to_team_ids, [])
})

test('macros are listed last changed first, by a cursor', async () => {
  const own = app.client({ token: (await app.createWorkspace()).token })
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) {
    app.clock.advance(10)
    ids.unshift((await own.post(PATH, { name, body: name })).body.id)
  }
  const since = unix(app.clock.now()) - 10
  const first = await own.get('/macros?per_page=2')
  assert.deepEqual(idsOf(first), ids.slice(0, 2))
  const { starting_after } = first.body.pages.next
  const [time, id] = JSON.parse(Buffer.from(starting_after, 'base64').toString())
  assert.deepEqual([time, id], [since * 1000, ids[1]])
  const second = await own.get(`/macros?per_page=2&starting_after=${starting_after}`)
  assert.deepEqual([idsOf(second), second.body.pages], [ids.slice(2), { type: 'pages', per_page: 2, next: null }])
  assert.deepEqual(idsOf(await own.get(`/macros?updated_since=${since}`)), ids.slice(0, 1))
  assert.equal((await own.get('/macros?per_page=151')).body.pages.per_page, 150)
  app.clock.advance(1)
  await own.put(`${PATH}/${ids[2]}`, { name: 'z' })
  assert.deepEqual(idsOf(await own.get('/macros')), [ids[2], ids[0], ids[1]])
})

for (const query of ['updated_since=yesterday', 'updated_since=-1', 'updated_since=99999999999999'])
  test(`?${query} is refused`, async () => {
    assert.deepEqual(refusal(await client.get(`/macros?${query}`)), [400, 'Invalid updated_since timestamp'])
  })

test('a cursor that no page gave is refused', async () => {
  for (const values of ['["x","1"]', '[1]', '[1,"x"]', '[9000000000000000,"1"]']) {
    const { status, body } = await client.get(`/macros?starting_after=${Buffer.from(values).toString('base64')}`)
    assert.deepEqual([status, body.errors[0].code], [400, 'client_error'], values)
  }
})

test('a preview fills in a contact, and tells what is missing', async () => {
  const { id: contact_id } = (await client.post('/contacts', { external_id: 'ada', name: 'Ada <Lovelace>' })).body
  const body = "Hi {{user.first_name}} of {{company.name | fallback: 'nowhere'}}, call {{user.phone}}! {{user.shoe}}"
  const { id } = await make({ body: `${body} {{user.name}}` })
  assert.deepEqual((await client.post(`${PATH}/${id}/preview`, { contact_id })).body, {
    type: 'macro_preview',
    body: '<p>Hi Ada of nowhere, call! {{user.shoe}} Ada &lt;Lovelace&gt;</p>',
    missing: ['user.phone'],
  })
  assert.equal((await client.post(`${PATH}/${id}/preview`, { contact_id: 'nobody' })).status, 404)
  assert.deepEqual((await client.post(`${PATH}/${id}/preview`, {})).body.missing, [
    'user.first_name',
    'user.phone',
    'user.name',
  ])
})

for (const [title, details, message] of [
  ['without a name', { name: ' ' }, 'name must not be blank'],
  ['that says nothing', { body: '<script>x</script>' }, 'body must not be blank'],
  ['for no team', { visible_to: 'specific_teams' }, 'visible_to_team_ids must name a team'],
] as const)
  test(`a macro ${title} is refused`, async () => {
    assert.deepEqual(refusal(await client.post(PATH, { name: 'x', body: 'x', ...details })), [400, message])
  })

test('a macro for an unknown team is refused', async () => {
  for (const id of ['1', 'x']) {
    const audience = { visible_to: 'specific_teams', visible_to_team_ids: [id] }
    assert.deepEqual(refusal(await client.post(PATH, { name: 'x', body: 'x', ...audience })), [404, 'Team not found'])
  }
})

test("another workspace's macros are not found", async () => {
  const theirs = app.client({ token: (await app.createWorkspace()).token })
  const { id } = await make()
  for (const reply of [
    await theirs.get(`/macros/${id}`),
    await theirs.get(`${PATH}/${id}`),
    await theirs.put(`${PATH}/${id}`, { name: 'x' }),
    await theirs.delete(`${PATH}/${id}`),
  ])
    assert.equal(reply.status, 404)
})
