/** Activities of contacts: every write that is an activity is listed once, in order. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexId } from '../../ids.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()

const workspaces: number[] = []

/** Each test looks at a workspace of its own. */
async function scene() {
  const workspace = await app.createWorkspace()
  workspaces.push(workspace.id)
  const client = app.client({ version: 'Preview', token: workspace.token })
  const list = async (query = '') => (await client.get(`/contacts/activities${query}`)).body
  return {
    workspace,
    client,
    list,
    make: async (details: object) => (await client.post('/contacts', details)).body,
    told: async () =>
      (await list()).data.map(({ event_type, contact_id, role }: any) => [event_type, contact_id, role]),
    visitor: async (user_id: string) => {
      const id = hexId(app.clock.now())
      await app.db`insert into contacts ${app.db({ workspace_id: workspace.id, id, role: 'visitor', external_id: user_id, created_at: app.clock.now(), updated_at: app.clock.now() })}`
      return id
    },
  }
}

test('a life is told from its beginning to its end', async () => {
  const { client, make, list } = await scene()
  const begin = app.clock.now().getTime() / 1000
  const user = await make({ external_id: 'user-42' })
  app.clock.advance(10)
  const lead = await make({ role: 'lead', external_id: 'lead-1' })
  app.clock.advance(10)
  await client.put(`/contacts/${lead.id}`, { role: 'user' })
  const other = await make({ role: 'lead' })
  app.clock.advance(10)
  await client.post('/contacts/merge', { from: other.id, into: user.id, skip_duplicate_validation: true })
  app.clock.advance(10)
  await client.delete(`/contacts/${user.id}`)
  const { type, data, pages } = await list()
  assert.deepEqual([type, pages], ['list', { type: 'pages', per_page: 50, next: null }])
  const shown = data.map(({ id, type, created_at, ...rest }: any) => {
    assert.equal(type, 'contact_activity')
    assert.match(id, /^\d+\.[0-9a-f]{6,}$/)
    assert.equal(Number.parseInt(id), created_at * 1000)
    return [created_at - begin, rest]
  })
  assert.deepEqual(shown, [
    // The person's data is deleted with the contact.
    [0, { event_type: 'contact.created', contact_id: user.id, role: 'user' }],
    [10, { event_type: 'contact.created', contact_id: lead.id, external_id: 'lead-1', role: 'lead' }],
    [20, { event_type: 'contact.role_updated', contact_id: lead.id, external_id: 'lead-1', role: 'user' }],
    [20, { event_type: 'contact.created', contact_id: other.id, role: 'lead' }],
    [
      30,
      {
        event_type: 'contact.merged',
        contact_id: user.id,
        role: 'user',
        merge_source_id: other.id,
        merge_target_id: user.id,
      },
    ],
    [40, { event_type: 'contact.deleted', contact_id: user.id, role: 'user' }],
  ])
})

test('a merge that is refused is told with its reason, and once', async () => {
  const { client, make, list } = await scene()
  const [lead, user] = [await make({ role: 'lead' }), await make({ external_id: 'u' })]
  const merge = (from: string, into: string) => client.post('/contacts/merge', { from, into })
  assert.equal((await merge(user.id, lead.id)).status, 400)
  assert.equal((await merge(lead.id, user.id)).status, 400)
  assert.equal((await merge('0'.repeat(24), user.id)).status, 404)
  assert.equal((await merge('nobody', user.id)).status, 404)
  assert.equal((await client.post('/contacts/merge', { from: lead.id })).status, 404)
  const failures = (await list()).data.filter((one: any) => one.event_type === 'contact.merge_failed')
  assert.deepEqual(
    failures.map(({ contact_id, merge_source_id, merge_target_id, role }: any) => [
      contact_id,
      merge_source_id,
      merge_target_id,
      role,
    ]),
    [
      [user.id, user.id, lead.id, undefined],
      [lead.id, lead.id, user.id, undefined],
    ],
  )
  assert.equal(failures[0].failure_reason, 'Merging can only be performed on a lead into a user')
  assert.match(failures[1].failure_reason, /duplicates/)
})

test('refused writes, and writes of another kind, are no activities', async () => {
  const { client, make, told } = await scene()
  const user = await make({ external_id: 'once' })
  assert.equal((await client.post('/contacts', { external_id: 'once' })).status, 409)
  assert.equal((await client.post('/contacts', {})).status, 400)
  await client.put(`/contacts/${user.id}`, { name: 'Renamed', role: 'user' })
  await client.post(`/contacts/${user.id}/archive`)
  await client.post(`/contacts/${user.id}/unarchive`)
  await client.post('/contacts/merge/preview', { from: user.id, into: user.id })
  assert.equal((await client.delete(`/contacts/${'0'.repeat(24)}`)).status, 404)
  assert.deepEqual(await told(), [['contact.created', user.id, 'user']])
})

test('visitors are told from when somebody knows them', async () => {
  const { client, make, told, visitor } = await scene()
  const [writes, signsUp, joins] = [await visitor('v1'), await visitor('v2'), await visitor('v3')]
  await client.post('/conversations', { from: { type: 'contact', id: writes }, body: 'Hello' })
  await client.post('/visitors/convert', { visitor: { user_id: 'v2' }, user: { user_id: 'two' }, type: 'user' })
  const lead = await make({ role: 'lead', external_id: 'three' })
  await client.post('/visitors/convert', { visitor: { user_id: 'v3' }, user: { user_id: 'three' }, type: 'user' })
  assert.deepEqual(await told(), [
    ['contact.created', writes, 'lead'],
    ['contact.created', signsUp, 'user'],
    ['contact.created', lead.id, 'lead'],
    ['contact.merged', lead.id, 'lead'],
    ['contact.role_updated', lead.id, 'user'],
  ])
  const [merged] = (await client.get('/contacts/activities?per_page=150')).body.data.slice(-2)
  assert.deepEqual([merged.merge_source_id, merged.merge_target_id], [joins, lead.id])
})

test('a lead that an unknown email made is told', async () => {
  const { client, make, told, workspace } = await scene()
  const user = await make({ external_id: 'u' })
  const { body } = await client.post('/conversations', { from: { type: 'user', id: user.id }, body: 'Hello' })
  await client.post(`/conversations/${body.conversation_id}/customers`, {
    admin_id: workspace.adminId,
    customer: { email: 'new@example.com' },
  })
  const [, made] = await told()
  assert.deepEqual([made[0], made[2]], ['contact.created', 'lead'])
})

test('contacts that an event tells to have been made, merged or deleted have an activity, too', async () => {
  const { db } = app
  const events = await db`
    select workspace_id, item ->> 'id' as id, case topic
      when 'contact.user.created' then 'contact.created' when 'contact.lead.created' then 'contact.created' else topic end as what
    from events where workspace_id in ${db(workspaces)}
      and topic in ('contact.user.created', 'contact.lead.created', 'contact.merged', 'contact.deleted')
    order by 1, 2, 3`
  const activities = await db`
    select workspace_id, contact_id as id, event_type as what from contact_activities
    where workspace_id in ${db(workspaces)} and event_type in ('contact.created', 'contact.merged', 'contact.deleted')
    order by 1, 2, 3`
  assert.ok(events.length > 10)
  assert.deepEqual([...activities], [...events])
})

test('pages follow each other, none twice, while more happens', async () => {
  const { make, list } = await scene()
  const made: string[] = []
  for (let n = 0; n < 5; n++) made.push((await make({ role: 'lead' })).id)
  const seen: string[] = []
  for (let query = '?per_page=2'; query;) {
    const { data, pages } = await list(query)
    assert.equal(pages.per_page, 2)
    seen.push(...data.map((one: any) => one.contact_id))
    assert.ok(pages.next === null || pages.next.starting_after === data.at(-1).id)
    if (seen.length === 2) made.push((await make({ role: 'lead' })).id)
    query = pages.next && `?per_page=2&starting_after=${pages.next.starting_after}`
  }
  assert.deepEqual(seen, made)
  const last = (await list()).data.at(-1).id
  assert.deepEqual((await list(`?starting_after=${last}`)).data, [])
  made.push((await make({ role: 'lead' })).id)
  assert.deepEqual((await list(`?starting_after=${last}`)).data[0].contact_id, made.at(-1))
  assert.equal((await list('?per_page=1000')).pages.per_page, 150)
})

test('a page is read from an index, however long the history is', async () => {
  const plan = await app.db.begin(async (tx) => {
    await tx`set local enable_seqscan = off` // the cheapest plan for a nearly empty table
    return tx`
      explain select a.*, c.external_id from contact_activities a
      left join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
      where a.workspace_id = 1 and a.id > 1 order by a.id limit 51`
  })
  const text = plan.map((line) => line['QUERY PLAN']).join('\n')
  assert.match(text, /Index Scan using contact_activities_pkey/)
  assert.doesNotMatch(text, /Sort/)
})

test('another workspace sees nothing of it, bad cursors answer 400, and older versions do not have it', async () => {
  const mine = await scene()
  await mine.make({ role: 'lead' })
  const [{ id }] = (await mine.list()).data
  const theirs = await scene()
  assert.deepEqual((await theirs.list()).data, [])
  assert.deepEqual((await theirs.list(`?starting_after=${id.split('.')[0]}.000000`)).data, [])
  for (const query of [
    'starting_after=x',
    'starting_after=1.zz',
    `starting_after=1.${'f'.repeat(20)}`,
    'starting_after=',
    'per_page=0',
    'per_page=-1',
    'per_page=many',
    'per_page=',
  ])
    assert.equal((await mine.client.get(`/contacts/activities?${query}`)).status, 400, query)
  assert.equal((await mine.client.get('/contacts/activities?per_page=0')).body.errors[0].code, 'invalid_per_page')
  for (const [asked, size] of [
    ['2', 2],
    ['2nd', 2],
    ['150', 150],
    ['1000', 150],
    ['', 50],
  ] as const)
    assert.equal((await mine.list(asked && `?per_page=${asked}`)).pages.per_page, size, asked)
  const older = app.client({ version: '2.16', token: mine.workspace.token })
  assert.equal((await older.get('/contacts/activities')).body.errors[0].code, 'intercom_version_invalid')
})
