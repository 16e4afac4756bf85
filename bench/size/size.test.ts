/** The size benchmark on a size so small that it says nothing of speed. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { testApp, type TestApp } from '../../server/test/app.ts'
import { load, type Loaded } from './load/load.ts'
import { sizeNamed, sizeOf } from './load/size.ts'
import { readFacts } from './shapes/facts.ts'
import { shapesOf } from './shapes/shapes.ts'

const SIZE = sizeOf('tiny', 200, 3)

const totalOf = (body: { total_count: number }) => body.total_count

describe('the size benchmark', () => {
  let app: TestApp
  let loaded: Loaded
  before(async () => {
    app = await testApp({ own: true }) // loaded workspaces have their own tokens and ids
    loaded = await load(app.db, SIZE, app.clock.now(), () => {})
  })
  const count = async (of: string, where: string): Promise<number> =>
    (await app.db.unsafe<{ count: number }[]>(`select count(*) from ${of} where ${where}`))[0]!.count

  test('loads one big workspace and small ones of a hundredth, whose rows lie between its own', async () => {
    const rows = await app.db<{ workspace_id: number; contacts: number }[]>`
      select workspace_id, count(*) as contacts from contacts group by 1 order by 1`
    assert.deepEqual(
      rows.map(({ contacts }) => contacts),
      [200, 2, 2, 2],
    )
    assert.equal(rows[0]!.workspace_id, loaded.workspaceId)
    const big = `workspace_id = ${loaded.workspaceId}`
    assert.equal(await count('threads', big), SIZE.conversations)
    assert.equal(await count('companies', big), SIZE.companies)
    assert.equal(await count('thread_parts', big), SIZE.conversations * SIZE.parts)
    const [order] = await app.db<{ workspaces: number[] }[]>`
      select array_agg(workspace_id order by created_at)::int[] as workspaces from contacts`
    const changes = order!.workspaces.filter((id, at, all) => at > 0 && id !== all[at - 1])
    assert.ok(changes.length > 8, 'rows of workspaces lie in blocks')
  })

  test('leaves arrays, counts and link tables in step', async () => {
    const links = {
      contact_tags: ['contacts', 'contact_id', 'tag_id', 'tag_ids'],
      contact_companies: ['contacts', 'contact_id', 'company_id', 'company_ids'],
      company_tags: ['companies', 'company_id', 'tag_id', 'tag_ids'],
      thread_tags: ['threads', 'thread_id', 'tag_id', 'tag_ids'],
      thread_contacts: ['threads', 'thread_id', 'contact_id', 'contact_ids'],
    }
    for (const [table, [owner, ownerId, item, array]] of Object.entries(links)) {
      const linked = `array(select ${item} from ${table} l where l.workspace_id = o.workspace_id and l.${ownerId} = o.id)`
      assert.equal(await count(`${owner} o`, `not (${array} <@ ${linked} and ${array} @> ${linked})`), 0, table)
      assert.ok((await count(table, 'true')) > 0, `${table} is empty`)
    }
    const members = `(select count(*) from contact_companies m where m.workspace_id = c.workspace_id and m.company_id = c.id)`
    assert.equal(await count('companies c', `user_count <> ${members}`), 0)
    const shown = { contacts: 'listed', companies: 'user_count > 0', conversations: 'listed' }
    for (const [name, condition] of Object.entries(shown)) {
      const table = name === 'conversations' ? 'threads' : name
      const rows = `(select count(*) from ${table} r where r.workspace_id = c.workspace_id and ${condition})`
      assert.equal(await count('counts c', `name = '${name}' and total <> ${rows}`), 0, name)
    }
  })

  test('goes on with ids that nothing has', async () => {
    const client = app.client({ token: loaded.token })
    const [contact] = await app.db<
      { id: string }[]
    >`select id from contacts where workspace_id = ${loaded.workspaceId} limit 1`
    const begun = await client.post('/conversations', { from: { type: 'user', id: contact!.id }, body: 'Hello' })
    assert.equal(begun.status, 200)
    const { body } = await client.get(`/contacts?per_page=1`)
    const path = `/conversations/${begun.body.conversation_id}/reply`
    const answer = { type: 'admin', message_type: 'comment', admin_id: loaded.adminIds[0], body: 'Hi' }
    assert.equal((await client.post(path, answer)).status, 200)
    assert.equal(body.total_count, SIZE.contacts - 2)
  })

  test('has shapes that find about what they say', async () => {
    const scene = { loaded, facts: await readFacts(app.db, loaded) }
    const shapes = shapesOf(scene)
    assert.equal(new Set(shapes.map(({ name }) => name)).size, 40)
    for (const { name, finds, request, total = totalOf } of shapes) {
      for (let i = 0; i < 3; i++) {
        const { method, path, body, version } = request(i)
        const client = app.client({ token: loaded.token, ...(version && { version }) })
        const reply = method === 'GET' ? await client.get(path) : await client.post(path, body)
        assert.equal(reply.status, 200, `${name}: ${reply.text}`)
        const found = total(reply.body)
        assert.ok(found >= finds[0] && found <= finds[1], `${name} finds ${found}, not ${finds.join(' to ')}`)
      }
    }
  })

  test('has no size but its own', () => {
    assert.equal(sizeNamed('1m').contacts, 1_000_000)
    assert.throws(() => sizeNamed('2m'), /10k, 100k, 1m/)
  })
})
