/** No read shows a removed record, except where a row here gives the reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { byId, type Made } from '../fixtures/fixture.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { give, prepare, send } from '../requests/request.ts'
import { makeIdsDistinct } from './distinct-ids.ts'
import { linkers } from './links.ts'
import { stillShown } from './still-shown.ts'
import { removeInto } from './trials.ts'

const app = await testApp({ own: true })
await makeIdsDistinct(app)

const reads = allOperations.filter(({ method, path }) => method === 'GET' || path.endsWith('/search'))

/** Traces of a thing: its id, its name, and values that the workspace has through it alone. */
const marksOf = (thing: Made, through: string[]): string[] =>
  [byId(thing), thing['name'], thing['identifier'], thing['body'], ...through].filter(
    (mark) => typeof mark === 'string' && mark.length > 5,
  )

/** The reads that show one of the marks, of all that the scene's own things are in. */
async function shownBy(scene: Scene, marks: string[]): Promise<string[]> {
  const keys: string[] = []
  for (const operation of reads) {
    const sample = sampleOf(operation.key)
    const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
    for (const page of [1, 2]) {
      if ('per_page' in operation.query.properties) request.query['per_page'] = '60'
      if (request.body?.['pagination']) request.body['pagination'].per_page = 150
      if (page === 2 && 'page' in operation.query.properties) request.query['page'] = '2'
      else if (page === 2) break
      const { text } = await send(scene, request)
      if (marks.some((mark) => new RegExp(`\\b${mark}\\b`).test(text))) keys.push(operation.key)
    }
  }
  return [...new Set(keys)].toSorted()
}

for (const [state, { removed, consumes }] of Object.entries(fixtures) as [
  FixtureName,
  (typeof fixtures)[FixtureName],
][]) {
  if (removed === undefined) continue
  const live = removed as FixtureName
  test(`${state} is shown by no read`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const thing = consumes.includes(live) ? await scene.another(live) : await scene.another(state)
    let through: string[] = []
    if (consumes.includes(live)) {
      through = (await linkers[live]?.(scene, thing)) ?? []
      assert.notDeepEqual(await shownBy(scene, marksOf(thing, [])), [], 'shown while it was there')
      for (const mark of through) assert.notDeepEqual(await shownBy(scene, [mark]), [], `${mark} is shown by no read`)
      await removeInto(scene, state, thing)
    }
    const told = (stillShown[state] ?? []).flatMap(({ reads }) => reads)
    assert.deepEqual(await shownBy(scene, marksOf(thing, through)), told.toSorted())
  })
}
