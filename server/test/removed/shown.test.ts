/**
 * No read shows a removed record, except where a row in still-shown.ts gives the reason. Records of many kinds stand in
 * one workspace, which is read once while they are there and once when all are removed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { byId, type Fixture, type Made } from '../fixtures/fixture.ts'
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

/** Things whose links replace those of others (a conversation has one assignee and one company) have their own workspace. */
const APART = ['an admin', 'a company']
const scenes = {
  shared: createScene(app),
  apart: createScene(app, { workspace: await app.createWorkspace() }),
}
const sceneOf = (live: string) => (APART.includes(live) ? scenes.apart : scenes.shared)

const reads = allOperations.filter(({ method, path }) => method === 'GET' || path.endsWith('/search'))

const states = Object.entries(fixtures as Record<string, Fixture>) as [FixtureName, Fixture][]

interface Removed {
  state: FixtureName
  live: FixtureName
  /** False where its fixture makes it in its removed state. */
  wasThere: boolean
  thing: Made
  /** Texts that the workspace has through the thing alone. */
  through: string[]
}

interface World {
  removed: Removed[]
  whileThere: Map<Scene, Answers>
  afterwards: Map<Scene, Answers>
}

/** Made and read by the test that asks first. */
let world: Promise<World> | undefined

async function makeWorld(): Promise<World> {
  const removed: Removed[] = []
  for (const [state, { removed: live, consumes }] of states) {
    if (live === undefined) continue
    const scene = sceneOf(live)
    const wasThere = consumes.includes(live)
    const thing = await scene.another((wasThere ? live : state) as FixtureName)
    const through = (wasThere && (await linkers[live as FixtureName]?.(scene, thing))) || []
    removed.push({ state, live: live as FixtureName, wasThere, thing, through })
  }
  const whileThere = await readScenes()
  for (const { state, live, thing, wasThere } of removed) if (wasThere) await removeInto(sceneOf(live), state, thing)
  return { removed, whileThere, afterwards: await readScenes() }
}

async function readScenes(): Promise<Map<Scene, Answers>> {
  const answers = new Map<Scene, Answers>()
  for (const scene of Object.values(scenes)) answers.set(scene, await readAll(scene))
  return answers
}

/** The text of each answer, after the key of its operation. */
type Answers = [key: string, text: string][]

/** Every read, of all that the scene's own things are in. */
async function readAll(scene: Scene): Promise<Answers> {
  const answers: Answers = []
  for (const operation of reads) {
    const sample = sampleOf(operation.key)
    const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
    for (const page of [1, 2]) {
      if ('per_page' in operation.query.properties) request.query['per_page'] = '60'
      if (request.body?.['pagination']) request.body['pagination'].per_page = 150
      if (page === 2 && 'page' in operation.query.properties) request.query['page'] = '2'
      else if (page === 2) break
      answers.push([operation.key, (await send(scene, request)).text])
    }
  }
  return answers
}

/** The reads that show one of the marks. */
function shownBy(answers: Answers, marks: string[]): string[] {
  const pattern = new RegExp(`\\b(?:${marks.join('|')})\\b`)
  return [...new Set(answers.filter(([, text]) => pattern.test(text)).map(([key]) => key))].toSorted()
}

/** Traces of a thing: its id, its name, and values that the workspace has through it alone. */
const marksOf = (thing: Made, through: string[]): string[] =>
  [byId(thing), thing['name'], thing['identifier'], thing['body'], ...through].filter(
    (mark) => typeof mark === 'string' && mark.length > 5,
  )

for (const [state, { removed: live }] of states)
  if (live !== undefined)
    test(`${state} is shown by no read`, async () => {
      const { removed, whileThere, afterwards } = await (world ??= makeWorld())
      const { thing, through, wasThere } = removed.find((one) => one.state === state)!
      const [earlier, later] = [whileThere, afterwards].map((answers) => answers.get(sceneOf(live))!)
      if (wasThere) assert.notDeepEqual(shownBy(earlier!, marksOf(thing, [])), [], 'shown while it was there')
      for (const mark of through) assert.notDeepEqual(shownBy(earlier!, [mark]), [], `${mark} is shown by no read`)
      const told = (stillShown[state] ?? []).flatMap(({ reads }) => reads)
      assert.deepEqual(shownBy(later!, marksOf(thing, through)), told.toSorted())
    })
