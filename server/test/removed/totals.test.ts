/** After every few steps of both tours, and as contacts are removed: every count equals what is found by walking. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOperations } from '../../operations.ts'

import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { type Found, insertUnmakeable, settingsTour, type Step, tour } from '../tour.ts'
import { history } from '../../versions/index.ts'
import { wrongCounts } from './counts.ts'
import { createToken } from '../../resources/tokens/access-tokens.ts'
import { linkers } from './links.ts'
import { wrongMembers } from './members.ts'
import { removeInto } from './trials.ts'

const app = await testApp()
/** Writes of a tour between two walks: a count that one of them makes wrong stays so. */
const WRITES = 4

/** Fields that tell how many there are, by their models, and where it is held that they are right. */
const COUNTS: Record<string, string> = {
  total_count: 'walked here',
  user_count: 'walked here',
  count:
    'of segments and their previews: walked here; of event summaries: resources/data-events/list.test.ts; of the health of data connectors: executions.test.ts',
  execution_count: 'of the health of data connectors: resources/data-connectors/executions.test.ts',
  session_count: 'no operation opens a session',
  item_count: 'the items of a bulk job that were handed in: resources/contacts/bulk-create.test.ts',
  product_count: 'counted when it is read: resources/ecommerce-connectors/catalog.test.ts',
  refused_count: 'products of an upload: resources/ecommerce-connectors/catalog.test.ts',
  content_count: 'counted when it is read: resources/folders/folders.test.ts',
  count_reopens: 'kept with the statistics of a thread: kind B',
  count_assignments: 'kept with the statistics of a thread: kind B',
  count_conversation_parts: 'kept with the statistics of a thread: kind B',
}

test('every field of a reply that tells how many there are is told here', () => {
  const found = new Set(allOperations.flatMap(({ reply }) => countFields(JSON.parse(JSON.stringify(reply)))))
  assert.deepEqual(Object.keys(COUNTS).toSorted(), [...found].toSorted())
})

function countFields(schema: any): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = Object.keys(schema.properties ?? {}).filter((name) => /(^|_)count(_|$)/.test(name))
  return [...own, ...Object.values(schema).flatMap(countFields)]
}

for (const [name, steps] of Object.entries({ tour, settingsTour }))
  test(`${name}: after every few steps every count is what is found`, async (t) => {
    const workspace = await app.createWorkspace()
    const clients = history.versions.toReversed().map((version) => ({
      version,
      client: app.client({ token: workspace.token, version: version.name }),
    }))
    const found: Found = await insertUnmakeable(app, workspace.id)
    const unchecked: string[] = []
    const check = async () => {
      assert.deepEqual(await wrongCounts(app, workspace), [], `after ${unchecked.join(', ')}`)
      unchecked.length = 0
    }
    for (const step of steps)
      await t.test(step.key, async () => {
        const { client } = clients.find(({ version }) => servedBy(version, step)) ?? clients[0]!
        const reply = (await step.go(client, found))!
        assert.ok(reply.status < 400, reply.text)
        if (step.find) Object.assign(found, step.find(reply.body))
        // Reads change nothing.
        if (!step.key.startsWith('GET')) unchecked.push(step.key)
        if (unchecked.length === WRITES) await check()
      })
    await check()
    assert.deepEqual(await wrongMembers(app, workspace), [])
  })

const servedBy = (version: { serves(key: string): boolean }, { key }: Step) =>
  !key.includes(' /parley/') && version.serves(key)

for (const state of [
  'an archived contact',
  'a blocked contact',
  'a deleted contact',
  'a deleted contact that was archived',
] as const)
  test(`${state} is in no count and no segment, with all that hung on it`, async () => {
    const workspace = await app.createWorkspace()
    const scene = createScene(app, { workspace })
    for (const name of ['a segment', 'a segment of companies', 'a company with a contact'] as const)
      await scene.given(name)
    const contact = await scene.another('a contact')
    await linkers['a contact']!(scene, contact)
    const wrong = async () => [...(await wrongCounts(app, workspace)), ...(await wrongMembers(app, workspace))]
    assert.deepEqual(await wrong(), [])
    const before = (await scene.client.get('/contacts')).body.total_count
    await removeInto(scene, state, contact)
    assert.deepEqual(await wrong(), [])
    assert.equal((await scene.client.get('/contacts')).body.total_count, before - 1)
  })

test('a company counts an archived contact only once it is back, and is listed only with people', async () => {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace })
  const company = await scene.given('a company')
  const contact = await scene.another('a contact')
  await scene.send('POST', `/contacts/${contact['id']}/companies`, { id: company['id'] })
  const seen = async () => {
    assert.deepEqual(await wrongCounts(app, workspace), [])
    return [
      (await scene.send('GET', `/companies/${company['id']}`))['user_count'],
      (await scene.client.get('/companies')).body.total_count,
    ]
  }
  assert.deepEqual(await seen(), [1, 1])
  await removeInto(scene, 'an archived contact', contact)
  assert.deepEqual(await seen(), [0, 0])
  await scene.send('POST', `/contacts/${contact['id']}/unarchive`)
  assert.deepEqual(await seen(), [1, 1])
  await removeInto(scene, 'a blocked contact', contact)
  assert.deepEqual(await seen(), [0, 0])
})

test('a token for which no admin is named acts for one who is there', async () => {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace })
  const heir = await scene.given('an admin')
  const { token } = await createToken(app.db, workspace.id, {
    adminId: Number(heir['id']),
    name: 'heir',
    settings: true,
    now: app.clock.now(),
  })
  const removed = await app.client({ token }).delete(`/parley/admins/${workspace.adminId}`, {})
  assert.equal(removed.status, 200, removed.text)
  const made = await createToken(app.db, workspace.id, { name: 'nobody named', now: app.clock.now() })
  const me = await app.client({ token: made.token }).get('/me')
  assert.deepEqual([me.status, me.body?.id], [200, heir['id']])
})
