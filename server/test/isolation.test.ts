/** No operation shows or changes what another workspace has. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations, settings } from '../operations.ts'
import { testApp } from './app.ts'
import { fillPath, makeWorld } from './world.ts'

const app = await testApp({ own: true })

/** Everything that a workspace has, table by table. */
async function contents(workspaceId: number) {
  const tables = await app.db`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' order by 1`
  const rows = await Promise.all(
    tables.map(
      ({ name }) =>
        app.db`select to_jsonb(t)::text as row from ${app.db(name)} t where workspace_id = ${workspaceId} order by 1`,
    ),
  )
  return Object.fromEntries(tables.map(({ name }, at) => [name, rows[at]!.map(({ row }) => row)]))
}

const MARK = 'quokka'

/** Bodies that would work on one's own: ids of the other workspace wherever a body can name one. */
const bodies = (ids: Record<string, string>) => [
  {},
  {
    id: ids['contact_id'],
    name: 'taken',
    email: 'taken@example.com',
    contact_id: ids['contact_id'],
    from: { type: 'user', id: ids['contact_id'] },
    into: ids['contact_id'],
    body: 'taken',
    type: 'admin',
    admin_id: ids['admin_id'],
    message_type: 'comment',
    conversation_id: ids['conversation_id'],
    customer: { intercom_user_id: ids['contact_id'] },
  },
  { id: ids['company_id'], name: 'taken', companies: [{ id: ids['company_id'] }] },
  { id: ids['tag_id'], name: 'taken', users: [{ id: ids['contact_id'] }], admin_id: ids['admin_id'] },
  { from: ids['contact_id'], into: ids['contact_id'], skip_duplicate_validation: true },
  { message_type: 'comment', type: 'user', intercom_user_id: ids['contact_id'], body: 'taken' },
  { event_name: 'taken', created_at: 1, id: ids['contact_id'] },
  { user_id: ids['external_id'], event_summaries: { event_name: 'taken', count: 1, first: 1, last: 1 } },
  { query: { field: 'id', operator: '=', value: ids['contact_id'] } },
  { query: { field: 'created_at', operator: '>', value: 1 } },
  { query: { field: 'updated_at', operator: '>', value: 1 } },
  { visitor: { id: ids['contact_id'] }, user: { id: ids['contact_id'] }, type: 'user' },
  { visitor: { user_id: ids['visitor_user_id'] }, user: { email: 'taken@example.com' }, type: 'lead' },
  { user_id: ids['visitor_user_id'], name: 'taken' },
  { admin_ids: [ids['admin_id']] },
  { archived: true, label: 'taken' },
  { name: 'taken', email: 'settings@example.com', admin_id: ids['admin_id'], admin_ids: [ids['admin_id']] },
  { hand_over_to_admin_id: ids['admin_id'] },
  { hand_over_to_team_id: ids['team_id'] },
  { name: 'taken', person_type: 'user', filter: { field: 'segment_id', operator: '=', value: ids['segment_id'] } },
  { name: 'taken', person_type: 'company', filter: { field: 'created_at', operator: '>', value: 1 } },
  {
    identifier: 'Taken',
    name: 'taken',
    related_to: 'custom_object',
    related_type: ids['custom_object_type_identifier'],
    related_name: 'taken',
    cardinality: 'one_to_one',
  },
  { message_type: 'assignment', type: 'admin', admin_id: ids['admin_id'], assignee_id: ids['admin_id'] },
]

test("another workspace's things are neither shown nor changed by any operation", async (t) => {
  const theirs = await makeWorld(app, MARK)
  const mine = app.client({ version: 'Preview' })
  const before = await contents(theirs.workspace.id)
  assert.ok(before['contacts']!.length > 0 && before['threads']!.length > 0)

  for (const operation of [...operations, ...settings]) {
    await t.test(`${operation.method} ${operation.path}`, async () => {
      const path = fillPath(operation.path, theirs.ids)
      const send = mine[operation.method.toLowerCase() as 'get' | 'post']
      const tries = operation.body
        ? bodies({ ...theirs.ids, visitor_user_id: theirs.things['a visitor']['user_id'] })
        : [undefined]
      for (const body of tries) {
        const reply = await send(path, body)
        assert.ok(!reply.text.toLowerCase().includes(MARK), `${JSON.stringify(body)} → ${reply.text.slice(0, 300)}`)
        assert.ok(reply.status < 500, reply.text)
        if (operation.path.includes('{'))
          assert.ok(reply.status >= 400, `${JSON.stringify(body)} → ${reply.status} ${reply.text}`)
      }
    })
  }
  assert.deepEqual(await contents(theirs.workspace.id), before)
})

test("a cursor of another workspace's list shows only one's own", async () => {
  const theirs = await makeWorld(app, 'wombat')
  await theirs.scene.another('a contact')
  const page = await theirs.client.get('/contacts?per_page=1')
  const cursor = page.body.pages.next.starting_after
  const reply = await app.client().get(`/contacts?starting_after=${encodeURIComponent(cursor)}`)
  assert.equal(reply.status, 200)
  assert.ok(!reply.text.includes('wombat'))
})
