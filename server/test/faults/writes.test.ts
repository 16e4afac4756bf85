/**
 * A write is whole: its rows, events, counts and jobs are there, or none of them. The database is looked at before each
 * statement of each write, as a death there would leave it; the process dies at the first and at the commit; and each
 * transaction is the victim of deadlocks.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { testApp } from '../app.ts'
import { atFileEnd } from '../endings.ts'
import { masked, without } from '../masked-rows.ts'
import { watchWrites } from '../watched-writes.ts'
import { createContents } from './contents.ts'
import { createFaultyApp, isTransaction, walk, writes } from './faulty-app.ts'

const app = await testApp({ own: true })
await watchWrites(app.db)
const contents = createContents(app.db)
const faulted = await createFaultyApp(app)
const { faulty } = faulted
atFileEnd(() => faulted.close())

let undisturbed: string[] = []
const statuses: number[] = []

test('a process that dies between two statements of a write leaves nothing of it', async () => {
  const workspace = await app.createWorkspace()
  const met = new Set<string>()
  await walk(faulted, app, workspace, async (key, send) => {
    met.add(key)
    const before = await contents.read(workspace.id)
    const holdUnchanged = async (place: string) =>
      assert.deepEqual(await contents.read(workspace.id), before, `${key}, dead ${place}`)
    for (const dieAt of [1, ...(isTransaction(key) ? (['commit'] as const) : [])]) {
      faulty.arm({ dieAt })
      const reply = await send()
      faulty.disarm()
      assert.ok(reply.status >= 500, `${key} answers ${reply.status} though the process died at statement ${dieAt}`)
      await holdUnchanged(`at statement ${dieAt}`)
    }
    // A death at any statement leaves what was committed before it, which another connection sees.
    const torn: Promise<void>[] = []
    let statement = 0
    const look = () => {
      const looked = holdUnchanged(`at statement ${++statement}`)
      torn.push(looked)
      return looked.catch(() => {})
    }
    faulty.arm({ look })
    const reply = await send()
    assert.equal(faulty.disarm().statements, statement, key)
    await Promise.all(torn)
    statuses.push(reply.status)
    return reply
  })
  undisturbed = masked(await contents.read(workspace.id), workspace)
  const missing = writes.filter((key) => !met.has(key))
  assert.deepEqual(missing, [], 'each write has a step in a tour')
})

test('a write that is begun again after deadlocks is done and told once', async () => {
  const workspace = await app.createWorkspace()
  let savepoints = 0
  await walk(faulted, app, workspace, async (key, send) => {
    // At its commit, when all is written and told, then halfway, then at its first words, and within a savepoint.
    faulty.arm(isTransaction(key) ? { deadlocks: ['last', 'middle', 'first', 'savepoint'] } : {})
    const reply = await send()
    const done = faulty.disarm()
    assert.equal(reply.status, statuses.shift(), `${key} ${reply.text}`)
    if (isTransaction(key) && reply.status < 300) assert.equal(done.deadlocks, done.savepoint ? 4 : 3, key)
    if (done.savepoint) savepoints++
    return reply
  })
  assert.ok(savepoints > 0)
  const disturbed = masked(await contents.read(workspace.id), workspace)
  assert.deepEqual([without(disturbed, undisturbed), without(undisturbed, disturbed)], [[], []])
})

test('the death of the process finds an event that is told after the commit', async () => {
  let times = 0
  const leaky = operation({
    method: 'POST',
    path: '/leaky',
    group: 'Tests',
    summary: 'Tells what it did when it is committed',
    reply: Type.Object({}),
    atomic: 'statement',
    handle: async (ctx) => {
      const { workspaceId: workspace_id, now: created_at } = ctx
      await ctx.db`insert into tags ${ctx.db({ workspace_id, name: `Leaky ${++times}`, created_at }, 'workspace_id', 'name', 'created_at')}`
      await ctx.db`insert into events ${ctx.db({ workspace_id, topic: 'tag.created', item: {} as never, created_at }, 'workspace_id', 'topic', 'item', 'created_at')}`
      return {}
    },
  })
  const planted = await createFaultyApp(app, [leaky])
  const workspace = await app.createWorkspace()
  const client = planted.client(workspace)
  const lengths = [(await contents.read(workspace.id)).length]
  // The first two meet the statement that asks for the token, too.
  for (const dieAt of [1, 2, 2, 3]) {
    planted.faulty.arm({ dieAt })
    await client.post('/leaky', {})
    planted.faulty.disarm()
    lengths.push((await contents.read(workspace.id)).length)
  }
  await planted.close()
  // A whole write adds two rows; one that was torn a single one.
  const added = lengths.slice(1).map((length, at) => length - lengths[at]!)
  assert.ok(added.includes(1) && added.includes(2), `${added}`)
})
