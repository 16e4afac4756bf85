import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Db } from '../../db/pool.ts'
import { testApp } from '../../test/app.ts'
import { claimNew } from './uniqueness.ts'

const { db, workspace, client } = await testApp()

/** Violates a unique index as often as that, as a contact does that is gone a moment later. */
function violating(times: number) {
  const done = { attempts: 0 }
  const insert = async (on: Db) => {
    done.attempts++
    if (done.attempts <= times) await on.unsafe('do $$ begin raise unique_violation; end $$')
  }
  return { done, insert }
}

const nobody = { id: '0'.repeat(24), external_id: 'nobody-has-it', email: null }
const paths: Record<string, (insert: (on: Db) => Promise<void>) => Promise<void>> = {
  alone: (insert) => claimNew(db, workspace.id, nobody, insert),
  'in an open transaction': (insert) => db.begin((tx) => claimNew(tx, workspace.id, nobody, insert)),
  'by its email': (insert) =>
    claimNew(db, workspace.id, { ...nobody, external_id: null, email: 'no@one.example' }, insert),
}

for (const [how, make] of Object.entries(paths)) {
  test(`a contact is made ${how} where the one that had its identity is gone by now`, async () => {
    const { done, insert } = violating(1)
    await make(insert)
    assert.equal(done.attempts, 2)
  })

  test(`a contact is refused ${how} where that happens again`, async () => {
    const { done, insert } = violating(2)
    await assert.rejects(make(insert), { status: 409, code: 'conflict' })
    assert.equal(done.attempts, 2)
  })
}

const failing = async (on: Db) => void (await on.unsafe('do $$ begin raise division_by_zero; end $$'))

test('another failure is told as it is, without another attempt', async () => {
  for (const make of Object.values(paths)) await assert.rejects(make(failing), { code: '22012' })
})

test('a refused contact leaves no event, no activity and no count', async () => {
  const own = client()
  await own.post('/contacts', { external_id: 'taken' })
  const traces = async () => {
    const [row] = await db`
      select (select count(*) from events where workspace_id = ${workspace.id}) as events,
        (select count(*) from contact_activities where workspace_id = ${workspace.id}) as activities`
    const { body } = await own.get('/contacts')
    return [row, body.total_count]
  }
  const before = await traces()
  assert.equal((await own.post('/contacts', { external_id: 'taken' })).status, 409)
  assert.deepEqual(await traces(), before)
})
