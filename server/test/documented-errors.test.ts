/**
 * Every documented error of an operation that is served: the request that makes it, and the answer, word for word.
 * With the descriptions at hand, the table is compared with them: documented errors that are not in the table are in
 * not-produced.ts, with a reason.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { history } from '../versions/index.ts'
import { anotherAddress } from './addresses.ts'
import { describe } from './contract.ts'
import { testApp, type Client, type Reply } from './app.ts'
import { uncovered, reasonsFor } from './documented-errors/covered.ts'
import { makeGround, type Ground } from './documented-errors/ground.ts'
import { documentedErrors } from './documented-errors/index.ts'
import { NOT_PRODUCED } from './documented-errors/not-produced.ts'
import * as published from './documented-errors/published.ts'
import type { Asked, ErrorRow } from './documented-errors/row.ts'
import { tried, versionsOf } from './documented-errors/versions-of.ts'
import { holdStatuses } from './named-statuses.ts'
import { fillPath, makeWorld } from './world.ts'

holdStatuses()
const app = await testApp()
const ground = makeGround(app)
/** A server with the limits of the hosted product, which few rows need. */
let limited: Promise<Ground> | undefined

for (const row of documentedErrors)
  test(`${row.operation} answers ${row.status} ${row.code}: ${row.message}`, async () => {
    const versions = versionsOf(row)
    assert.ok(versions.length > 0, 'no version has that operation')
    const on = row.limited ? await (limited ??= testApp({ limits: 'intercom' }).then(makeGround)) : ground
    const clients = tried(versions).map(({ name }) => ({ name, client: on.app.client({ version: name }) }))
    try {
      // A refusal changes nothing: the ground is made once, unless a row makes it as a client of the version.
      const alike = row.provoke.length < 2 ? await row.provoke(on, clients[0]!.client) : undefined
      for (const { name, client } of clients) {
        assertError(await ask(row, client, alike ?? (await row.provoke(on, client))), row, name)
        if (!alike) await on.done()
      }
    } finally {
      await on.done()
    }
  })

function ask({ operation }: ErrorRow, client: Client, [path, body]: Asked): Promise<Reply> {
  const [method, shape] = operation.split(' ') as [string, string]
  const pattern = new RegExp(`^${shape.replaceAll('{}', '[^/?]+')}(\\?|$)`)
  assert.match(path, pattern, 'the request is of another operation')
  return client[method.toLowerCase() as 'get'](path, ...((body === undefined ? [] : [body]) as []))
}

function assertError(
  { status, headers, body, text }: Reply,
  row: Omit<ErrorRow, 'operation' | 'provoke'>,
  version: string,
) {
  const said = `${version}: ${status} ${text}`
  assert.equal(status, row.status, said)
  assert.deepEqual(Object.keys(body), ['type', 'request_id', 'errors'], said)
  assert.equal(body.type, 'error.list')
  assert.equal(body.request_id, headers['x-request-id'])
  assert.match(body.request_id, /^[0-9a-v]{20}$/)
  assert.equal(body.errors.length, 1, said)
  const [{ code, message, ...rest }] = body.errors
  assert.deepEqual(rest, row.field === undefined ? {} : { field: row.field }, said)
  assert.equal(code, row.code, said)
  if (typeof row.message === 'string') assert.equal(message, row.message)
  else assert.match(message, row.message)
}

test('every operation refuses a token that there is not, in every version that has it', async () => {
  const { ids } = await makeWorld(app, 'documented')
  const row = { status: 401, code: 'unauthorized', message: 'Access Token Invalid' }
  for (const operation of operations)
    for (const version of tried(history.versions.filter(({ serves }) => serves(operation.key)))) {
      const client = app.client({ token: 'nonsense', version: version.name, from: anotherAddress })
      const send = client[operation.method.toLowerCase() as 'get']
      assertError(await send(fillPath(operation.path, ids)), row, `${version.name} ${operation.key}`)
    }
})

test('no row stands in the table twice', () => {
  const seen = documentedErrors.map(
    ({ operation, status, code, message }) => `${operation} ${status} ${code} ${message}`,
  )
  assert.deepEqual(
    seen.filter((one, at) => seen.indexOf(one) !== at),
    [],
  )
})

const skip = (!describe || published.notesText === undefined) && 'the descriptions are not at hand'
const served = new Set(operations.map(({ key }) => key))
const UNAUTHORIZED = { status: 401, code: 'unauthorized' }

/** Published errors of the operations that are served; refused tokens are tested above. */
const told = () =>
  [...published.exampleErrors(), ...published.appendixErrors(), ...published.otherErrors()].filter(
    ({ operation, status, code }) =>
      (operation === undefined || served.has(operation)) &&
      !(status === UNAUTHORIZED.status && code === UNAUTHORIZED.code),
  )

test('every documented error stands in the table, or has a reason why it is not produced', { skip }, () => {
  const forgotten = told().flatMap((error) => {
    const versions = uncovered(documentedErrors, error)
    if (versions.length === 0 || reasonsFor(NOT_PRODUCED, error).length > 0) return []
    return [`${error.operation ?? ''} ${error.status} ${error.code}: ${error.message} (${versions.join(' ')})`]
  })
  assert.equal(
    forgotten.length,
    0,
    `neither in the table nor in not-produced.ts:\n${[...new Set(forgotten)].join('\n')}`,
  )
})

test('every reason is still of a documented error that is in no row', { skip }, () => {
  const used = new Set(
    told().flatMap((error) => (uncovered(documentedErrors, error).length > 0 ? reasonsFor(NOT_PRODUCED, error) : [])),
  )
  assert.deepEqual(
    NOT_PRODUCED.filter((entry) => !used.has(entry)).map(({ message, reason }) => `${message}: ${reason}`),
    [],
  )
})

const isMerged = ({ code, operation }: ErrorRow) => code === 'contact_merged' && operation === 'GET /contacts/{}'

test('a row that is missing, or said of too few versions, is found out', { skip }, () => {
  const errors = told()
  const gap = (change: (row: ErrorRow) => ErrorRow[]) =>
    errors.filter((error) => uncovered(documentedErrors.flatMap(change), error).length > 0)
  const today = gap((row) => [row]).length
  assert.ok(gap((row) => (isMerged(row) ? [] : [row])).length > today)
  assert.ok(gap((row) => [isMerged(row) ? { ...row, since: 'Preview' } : row]).length > today)
  assert.ok(gap((row) => [row.code === 'scroll_exists' ? { ...row, status: 409 } : row]).length > today)
})
