/**
 * A request that names something removed is answered as its state's row in expected.ts says, in every place. A lead
 * stands wherever a contact may.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { allOperations } from '../../operations.ts'

import { wrongCounts } from './counts.ts'
import { makeIdsDistinct } from './distinct-ids.ts'
import type { Expected } from './exceptions.ts'
import { expected } from './expected.ts'
import { namings } from './naming.ts'
import { openPlacesOf } from './places.ts'
import { removals, removing } from './removals.ts'
import { attempt, outcomeOf, removeInto, trials, type Trial } from './trials.ts'

const app = await testApp({ own: true })
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

test('every request that names something is answered with success while it is there', async (t) => {
  const scene = createScene(app)
  for (const trial of trials)
    await t.test(`${trial.place}: ${trial.names}`, async () => {
      const { status, text } = await attempt(scene, trial, async () => {})
      assert.ok(status < 400, text)
    })
})

for (const [name, { removed, consumes }] of states.map(([state, one]) => [state as FixtureName, one!] as const)) {
  const live = removed as FixtureName
  test(`${name} is answered as such wherever it is named`, async (t) => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const named = trials.filter(({ names }) => names === live || (live === 'a lead' && names === 'a contact'))
    assert.ok(named.length > 0)
    const used = new Set<RegExp>()
    for (const trial of named)
      await t.test(trial.place, async () => {
        const reply = consumes.includes(live)
          ? await attempt(scene, trial, (thing) => removeInto(scene, name, thing), live)
          : await attempt(scene, trial, async () => {}, name)
        hold(trial, outcomeOf(reply), expected[name]!, used)
      })
    // Each trial had a thing of its own: a count that one of them made wrong still is.
    if (live === 'a contact') await t.test('every count is what is found', () => counted(scene))
    for (const { places } of expected[name]!.except ?? [])
      assert.ok(used.has(places) || SHARED.has(places), `no place is like ${places}`)
  })
}

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
