/** Emails, amounts, web addresses, metadata, phone numbers and times: good samples are taken everywhere, bad ones refused. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../http/operation.ts'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { setAt } from '../limits/set-at.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { give, prepare, send } from '../requests/request.ts'

import { beside, fieldsOf, told } from './fields.ts'
import { kinds, otherwise } from './samples.ts'

const app = await testApp()
const scene = createScene(app)

test('every field whose name sounds like one of the kinds is of one, or said not to be', () => {
  const sounding = allOperations.flatMap((operation) => fieldsOf(operation).map((field) => `${operation.key} ${field}`))
  const unknown = sounding.filter(
    (field) => !Object.values(kinds).some(({ fields }) => fields.test(field)) && !told.some(({ at }) => at.test(field)),
  )
  assert.deepEqual(unknown, [])
})

for (const [kind, { fields, good, bad }] of Object.entries(kinds)) {
  const places = allOperations.flatMap((operation) =>
    fieldsOf(operation)
      .filter((field) => fields.test(`${operation.key} ${field}`))
      .map((field) => ({ operation, field })),
  )
  test(`${kind}: every sample is taken or refused wherever it can be given`, async (t) => {
    assert.ok(places.length > 0)
    for (const { operation, field } of places)
      await t.test(`${operation.key} ${field}`, async () => {
        for (const value of [...good, ...bad]) {
          const other = otherwise.find(({ at, value: of }) => at.test(`${operation.key} ${field}`) && of(value))
          const isGood = other?.good ?? good.includes(value)
          const { status, body, text } = await asked(operation, field, value)
          const what = `${JSON.stringify(value).slice(0, 100)} → ${status} ${text.slice(0, 200)}`
          assert.ok(isGood ? status < 300 : status === 400, what)
          if (!isGood) assert.equal(body.type, 'error.list', what)
        }
      })
  })
}

async function asked(operation: Operation, field: string, value: unknown) {
  const sample = sampleOf(operation.key)
  const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
  const [part, ...path] = field.split('.') as ['body', ...string[]]
  Object.assign(request.body!, beside(operation.key, field))
  setAt(request, { part, path }, unlike(value))
  return send(scene, request)
}

let last = 0

/** Emails are one contact's only: another text of the same form. */
const unlike = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*[^\s@]+@[^\s@]+\s*$/.test(value)
    ? value.replace('@', `${value === value.toUpperCase() ? 'X' : 'x'}${++last}@`)
    : value
