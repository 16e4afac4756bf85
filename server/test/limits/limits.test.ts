/**
 * Every limit in a schema holds: a value at the limit is accepted, one just beyond it is refused with a 400 that
 * names the field. The limits themselves are kept in kept.txt.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Operation } from '../../http/operation.ts'
import type { Reply } from '../app.ts'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { give, newestOf, newestThatTakes, prepare, send, type Request, type Sample } from '../requests/request.ts'
import { holdStatuses } from '../named-statuses.ts'
import { companionsOf, hasCompanions, itemOf, refusalAtLimit } from './at-limit.ts'
import { describeLimit, limitsOf, placeOf, printLimits, type Limit } from './limits-of.ts'
import { setAt } from './set-at.ts'
import { valuesFor } from './values.ts'

holdStatuses()
const app = await testApp()
const scene = createScene(app)

test('the limits are those that are kept: `npm run limits` writes them anew where a change is meant', async () => {
  const kept = await readFile(new URL('kept.txt', import.meta.url), 'utf8')
  assert.deepEqual(printLimits(allOperations).split('\n'), kept.split('\n'))
})

for (const operation of allOperations) {
  const limits = limitsOf(operation)
  if (limits.length > 0)
    test(`${operation.key} takes what is at its limits, and refuses what is beyond`, async (t) => {
      const together = await takenTogether(operation, limits)
      for (const limit of limits)
        await t.test(describeLimit(limit), () => hold(operation, limit, together.includes(limit)))
    })
}

/**
 * Texts that need nothing beside them are sent in one request, all as long as can be.
 * @returns their limits, or none where the request is refused: then each is sent by itself
 */
async function takenTogether(operation: Operation, limits: Limit[]): Promise<Limit[]> {
  const texts = limits.filter(
    (limit) =>
      limit.part === 'body' &&
      limit.rule === 'maxLength' &&
      !namesSomething(limit) &&
      !hasCompanions(operation.key, limit) &&
      !refusalAtLimit(operation.key, limit, '') &&
      limits.filter((other) => other.rule === limit.rule && placeOf(other) === placeOf(limit)).length === 1,
  )
  if (texts.length < 2) return []
  const request = await validFor(operation, texts[0]!)
  for (const limit of texts) setAt(request, limit, valuesFor(limit, () => undefined).accepted[0])
  const { status } = await send(scene, request, newestOf(operation))
  return status < 300 ? texts : []
}

/** @param isTaken true where what is at the limit was taken together with others */
async function hold(operation: Operation, limit: Limit, isTaken: boolean): Promise<void> {
  const version = limit.part === 'query' ? newestThatTakes(operation, limit.path[0]!) : newestOf(operation)
  // A refused request changes nothing: it needs no fixtures of its own.
  const { before: _, ...sample } = sampleOf(operation.key)
  const valid = await validFor(operation, limit, undefined, { ...sample, fresh: [] })
  const { accepted, refused } = valuesFor(limit, itemOf(limit, valid.body, scene))
  for (const value of isTaken ? [] : accepted) {
    const request = await validFor(operation, limit, value)
    setAt(request, limit, value)
    const reply = await send(scene, request, version)
    const excuse = refusalAtLimit(operation.key, limit, value)
    const what = `${JSON.stringify(value)?.slice(0, 80)} → ${reply.status} ${reply.text.slice(0, 300)}`
    if (excuse) assert.match(messageOf(reply), excuse, what)
    else if (namesSomething(limit)) assert.doesNotMatch(messageOf(reply), /characters/, what)
    else assert.ok(reply.status < 300, what)
  }
  for (const value of refused) {
    const request = { ...valid, query: { ...valid.query } }
    setAt(request, limit, value)
    const reply = await send(scene, request, version)
    const what = `${JSON.stringify(value)?.slice(0, 80)} → ${reply.status} ${reply.text.slice(0, 300)}`
    assert.equal(reply.status, 400, what)
    assert.equal(reply.body.type, 'error.list', what)
    assert.ok(['parameter_invalid', 'parameter_not_found'].includes(reply.body.errors[0].code), what)
    assert.ok(messageOf(reply).startsWith(limit.path[0]!), `${what}: its message names ${placeOf(limit)}`)
  }
}

/** The valid request of the operation with all that a value there needs beside it. */
async function validFor(
  operation: Operation,
  limit: Limit,
  value?: unknown,
  sample: Sample = sampleOf(operation.key),
): Promise<Request> {
  const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
  const beside = await companionsOf(operation.key, limit, value, scene)
  if (limit.part === 'query') request.query = without(request.query, beside)
  else if (request.body) request.body = without(request.body, beside)
  return request
}

const without = <T extends object>(values: T, beside: object): T =>
  Object.fromEntries(Object.entries({ ...values, ...beside }).filter(([, value]) => value !== undefined)) as T

/** An id as long as can be is nobody's, which is said in other words. */
const namesSomething = ({ schema, rule }: Limit) => Array.isArray(schema.type) && rule === 'maxLength'

const messageOf = ({ body }: Reply): string => body?.errors?.[0]?.message ?? ''
