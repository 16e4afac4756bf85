/**
 * A request that names something removed is answered as its state's row in expected.ts says, in every place. A lead
 * stands wherever a contact may.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reply } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { allOperations } from '../../operations.ts'
import { undoableApp } from '../undone.ts'
import { wrongCounts } from './counts.ts'
import { makeIdsDistinct } from './distinct-ids.ts'
import type { Expected } from './exceptions.ts'
import { expected } from './expected.ts'
import { namings } from './naming.ts'
import { openPlacesOf } from './places.ts'
import { removals, removing } from './removals.ts'
import { attempt, giveOthers, needsLive, outcomeOf, removeInto, trials, type Trial } from './trials.ts'

const app = await undoableApp()
await makeIdsDistinct(app)
const states = Object.entries(fixtures).filter(([, one]) => one!.removed !== undefined)

test('every removed state has its row, and every place that may hold an id is told', () => {
  assert.deepEqual(Object.keys(expected).toSorted(), states.map(([name]) => name).toSorted())
  const places = allOperations.flatMap((operation) =>
    openPlacesOf(operation).map((place) => `${operation.key} ${place}`),
  )
  assert.deepEqual(Object.keys(namings).toSorted(), places.toSorted())
})

test('every operation that takes something away is told, with the states that it leaves', () => {
  const others = Object.keys(removals).filter((key) => !removing.includes(key))
  assert.deepEqual(others.toSorted(), [
    'PUT /data_attributes/{}',
    'PUT /ticket_types/{}',
    'PUT /ticket_types/{}/attributes/{}',
  ])
  assert.deepEqual(
    Object.keys(removals)
      .filter((key) => removing.includes(key))
      .toSorted(),
    removing.toSorted(),
  )
  const left = Object.values(removals).flatMap((told) => (typeof told === 'string' ? [] : told))
  assert.deepEqual([...new Set<string>(left)].toSorted(), states.map(([name]) => name).toSorted())
})

/** All that the requests refer to besides what is removed. */
const scene = createScene(app)

test('every request that names something is answered with success while it is there', async (t) => {
  for (const [names, ofOne] of Map.groupBy(trials, (trial) => trial.names)) {
    const thing = await scene.another(names)
    for (const trial of ofOne)
      await t.test(`${trial.place}: ${names}`, async () => {
        await giveOthers(scene, trial)
        const { status, text } = await app.undone(() => attempt(scene.branch(), trial, thing))
        assert.ok(status < 400, text)
      })
  }
})

for (const [name, one] of states) {
  const [state, live] = [name as FixtureName, one!.removed as FixtureName]
  const named = trials.filter(({ names }) => names === live || (live === 'a lead' && names === 'a contact'))
  test(`${name} is answered as such wherever it is named`, async (t) => {
    assert.ok(named.length > 0)
    for (const trial of named) await giveOthers(scene, trial)
    for (const need of one!.needs) await scene.given(need as FixtureName)
    const used = new Set<RegExp>()
    await app.undone(async () => {
      const own = scene.branch()
      const remove = (thing: Made) => removeInto(own.branch(), state, thing)
      const tryAll = async (some: Trial[], make: () => Promise<Made>, remove?: (thing: Made) => Promise<Made>) => {
        let thing = await make()
        for (const trial of some)
          await t.test(trial.place, async () => {
            const reply = await app.undone(
              () => attempt(own.branch(), trial, thing, remove),
              (reply) => live === 'a contact' && mayCount(trial, reply),
            )
            hold(trial, outcomeOf(reply), expected[state]!, used)
            if (live === 'a contact' && mayCount(trial, reply)) thing = await make()
          })
      }
      if (one!.consumes.includes(live)) {
        await tryAll(named.filter(needsLive), () => own.another(live), remove)
        const removed = async () => {
          const thing = await own.another(live)
          await remove(thing)
          return thing
        }
        const others = named.filter((trial) => !needsLive(trial))
        await tryAll(others, removed)
      } else await tryAll(named, () => own.another(state))
      if (live === 'a contact') await t.test('every count is what is found', () => counted(scene))
    })
    for (const { places } of expected[state]!.except ?? [])
      assert.ok(used.has(places) || SHARED.has(places), `no place is like ${places}`)
  })
}

/** A write that succeeded is not undone: a count that it made wrong is found in the end. */
const mayCount = ({ operation: { method, path } }: Trial, { status }: Reply) =>
  status < 300 && method !== 'GET' && !path.endsWith('/search')

/** Exceptions that several states have: not each has a place of it. */
const SHARED = new Set(
  Object.values(expected)
    .flatMap(({ except = [] }) => except.map(({ places }) => places))
    .filter((places, _, all) => all.indexOf(places) !== all.lastIndexOf(places)),
)

function hold({ place }: Trial, outcome: string, { answer, except = [], findings = [] }: Expected, used: Set<RegExp>) {
  const finding = findings.find(({ places }) => places.test(place))
  if (finding) return assert.equal(outcome, finding.today, `${finding.name} seems mended: take its entry out`)
  const exception = except.find(({ places }) => places.test(place))
  if (exception) used.add(exception.places)
  const wanted = exception?.answer ?? answer
  if (typeof wanted === 'string' && wanted.endsWith('?'))
    assert.ok([wanted.slice(0, -1), wanted.split(' ')[0]].includes(outcome), `${outcome} in place of ${wanted}`)
  else assert.equal(outcome, wanted)
}

async function counted({ workspace }: Scene) {
  assert.deepEqual(await wrongCounts(app, workspace), [])
}
