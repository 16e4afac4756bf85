/** No operation shows, changes or refers to what another workspace has, whatever way its request names it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import type { Fixture } from '../fixtures/fixture.ts'
import { createScene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { watchWrites } from '../watched-writes.ts'
import { MARKED, markerOf, plantMarkers } from './markers.ts'
import { more } from './more-requests.ts'
import { ACCEPTED, acceptsLater, probe } from './probe.ts'

const app = await testApp({ own: true })
await watchWrites(app.db)
await plantMarkers(app.db)
// In step: the same names, emails and external ids in both.
const [one, other] = [
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
]

// Lists that could show something of the other have something to show.
for (const scene of [one, other])
  for (const [name, { removed }] of Object.entries(fixtures as Record<string, Fixture>))
    if (!removed) await scene.given(name as FixtureName)

const requests = [
  ...allOperations.map((operation) => ({ operation, title: '', sample: sampleOf(operation.key) })),
  ...more.map(([key, title, sample]) => ({
    operation: allOperations.find((operation) => operation.key === key)!,
    title: `, ${title}`,
    sample,
  })),
]

test('a request that works at home is refused to another workspace, in both directions', async (t) => {
  const shown: string[] = []
  for (const { operation, title, sample } of requests)
    await t.test(operation.key + title, async () => {
      const orders = acceptsLater(operation)
        ? ([
            [one, other],
            [other, one],
          ] as const)
        : ([[one, other]] as const)
      for (const scenes of orders) {
        const found = await probe(scenes, operation, sample)
        assert.deepEqual(found.faults, [])
        shown.push(...found.shown)
      }
    })
  await t.test('each marker was shown at home', () => {
    for (const table of Object.keys(MARKED))
      for (const { workspace } of [one, other])
        assert.ok(
          shown.some((text) => text.includes(markerOf(table, workspace.id))),
          `no answer shows ${table}.${MARKED[table]}: mark another column`,
        )
  })
})

test('every exception is of an operation', () => {
  const keys = allOperations.map(({ key }) => key)
  for (const at of Object.keys(ACCEPTED))
    assert.ok(
      keys.some((key) => at.startsWith(`${key} `)),
      at,
    )
})
