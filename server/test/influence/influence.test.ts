/** A workspace's answers and rows are the same whether or not there is another one beside it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createContents } from '../faults/contents.ts'
import { masked, without } from '../masked-rows.ts'
import { runDueJobs } from '../run-jobs.ts'
import { changedTables, storedRows } from '../stored-rows.ts'
import { fillTwin, moveTokenIds, restartIds } from './twin.ts'
import { walkTour } from './walk-tour.ts'

const shared = await testApp({ limits: 'intercom', own: true })
await fillTwin(shared, shared.workspace)
const twin = await storedRows(shared.db, shared.workspace.id)
// Things of the same ids, whose jobs have not run.
await restartIds(shared.db)
const copy = await shared.createWorkspace()
await walkTour(shared, copy, 'Preview', { observed: false })

for (const version of ['Preview', '2.10'])
  test(`the tour in ${version} is answered alone as beside a twin that is full to its limits`, async (t) => {
    const alone = await testApp({ limits: 'intercom', own: true })
    await moveTokenIds(alone.db)
    const own = await alone.createWorkspace()
    const expected = await walkTour(alone, own, version)
    await restartIds(shared.db)
    await moveTokenIds(shared.db)
    const beside = await shared.createWorkspace()
    const answers = await walkTour(shared, beside, version, { observed: false })
    assert.deepEqual(
      answers.map(({ key }) => key),
      expected.map(({ key }) => key),
    )
    for (const [at, answer] of answers.entries())
      await t.test(`${at + 1}: ${answer.key}`, () => assert.deepEqual(answer, expected[at]))
    await t.test('and leaves the same rows, once its jobs have run', async () => {
      const waiting = await storedRows(shared.db, copy.id)
      await runDueJobs(alone, own.id)
      await runDueJobs(shared, beside.id)
      assert.deepEqual(changedTables(waiting, await storedRows(shared.db, copy.id)), [])
      const rows = masked(await createContents(alone.db).read(own.id), own)
      const besideTwin = masked(await createContents(shared.db).read(beside.id), beside)
      assert.deepEqual([without(rows, besideTwin), without(besideTwin, rows)], [[], []])
    })
  })

test('the twin has what it had before', async () => {
  assert.deepEqual(changedTables(twin, await storedRows(shared.db, shared.workspace.id)), [])
})
