/** Migrations that change rows: run on rows as the release before wrote them. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { wrongCounts } from '../removed/counts.ts'
import { removeInto } from '../removed/trials.ts'

const app = await testApp({ own: true })
const FOLDER = join(import.meta.dirname, '../../db/migrations')
const run = (name: string) => app.db.unsafe(readFileSync(join(FOLDER, name), 'utf8'))

test('0080 takes archived and blocked contacts out of the counts of companies', async () => {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace })
  const [left, empty] = [await scene.another('a company with a contact'), await scene.another('a company')]
  for (const state of ['an archived contact', 'a blocked contact'] as const) {
    const contact = await scene.another('a contact')
    for (const { id } of [left, empty]) await scene.send('POST', `/contacts/${contact['id']}/companies`, { id })
    await removeInto(scene, state, contact)
  }
  await app.db`update companies set user_count = user_count + 2 where workspace_id = ${workspace.id}`
  await app.db`insert into count_deltas (workspace_id, name, delta) values (${workspace.id}, 'companies', 1)`
  assert.notDeepEqual(await wrongCounts(app, workspace), [])
  await run('0080_people_of_companies.sql')
  assert.deepEqual(await wrongCounts(app, workspace), [])
  const counts = [left, empty].map(async ({ id }) => (await scene.send('GET', `/companies/${id}`))['user_count'])
  assert.deepEqual(await Promise.all(counts), [1, 0])
})
