/** `npm run crash` does the same with many more events and moments. */
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { bulkWork } from '../bench/crash/bulk.ts'
import { connectorWork } from '../bench/crash/connector.ts'
import { exportWork } from '../bench/crash/export.ts'
import { startScene, type Scene } from '../bench/crash/kill-amid.ts'
import type { Work } from '../bench/crash/work.ts'
import { workflowWork } from '../bench/crash/workflow.ts'
import { survive } from '../bench/survive.ts'
import { preparedFolder } from '../server/test/prepared-folder.ts'

test('a kill -9 of the server loses no event that was answered', { timeout: 60_000 }, async () => {
  const events = 400
  const survived = await survive({ events, writers: 20, kill: 'server' }, await preparedFolder())
  const { before, accepted, listed, lost, twice, counted } = survived
  assert.ok(before >= events / 2)
  assert.deepEqual(
    { accepted, listed, lost, twice, counted },
    { accepted: events, listed: events, lost: 0, twice: 0, counted: events },
  )
})

suite('a server that is killed amid its work', { timeout: 300_000 }, () => {
  let scene: Scene
  before(async () => void (scene = await startScene(await preparedFolder())))
  after(() => scene.close())

  // The export first: its rows are counted, and the others write some. It is killed as soon as it runs.
  for (const [work, moment] of [
    [exportWork(3000), 0.01],
    [bulkWork(200), 0.3],
    [workflowWork(30), 0.3],
    [connectorWork(30), 0.3],
  ] as [Work & { close?(): void }, number][])
    test(`ends ${work.name} after the next start, once`, async () => {
      const [round] = await scene.killAmid(work, [moment])
      work.close?.()
      const { at, told, wrong } = round!
      assert.ok(at > 0 && at < 1, `killed at ${at}, which is not amid it`)
      assert.deepEqual(wrong, [], told)
    })
})
