/**
 * The examples of each document, sent as a reader of the reference sends them: as they are prefilled, against a
 * server that was just started with the demo company. Each is sent on the demo as it was filled in.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillDemo } from '../demo/fill.ts'
import type { JsonSchema } from '../http/openapi-schemas.ts'
import { operationKey } from '../http/operation.ts'
import { WITHOUT_EXAMPLES } from './example-requests.ts'
import { formPayload } from './form-payload.ts'
import { testApp, testSecrets } from '../test/app.ts'
import { undoneOn, type Undone } from './rollback.ts'

let undone: Undone | undefined
const { app, db, clock, workspace } = await testApp({ own: true, through: (pool) => (undone = undoneOn(pool)).db })
await fillDemo(db, workspace.id, clock, testSecrets)

const DOCUMENTS = ['settings', '2.7', '2.11', '2.14', '2.18', 'Preview']

interface Sent {
  method: 'GET'
  url: string
  headers: Record<string, string>
  payload?: object
}

/** The request that the page sends for an operation: the examples of its parameters and its body. */
function prefilled(method: string, path: string, operation: JsonSchema, document: JsonSchema): Sent {
  const headers: Record<string, string> = { authorization: `Bearer ${workspace.token}` }
  const query = new URLSearchParams()
  let url = path
  for (const given of operation['parameters'] as JsonSchema[]) {
    const parameter = given['$ref'] ? document['components'].parameters[given['$ref'].split('/').at(-1)] : given
    const { name, example } = parameter
    if (example === undefined) continue
    if (parameter.in === 'path') url = url.replace(`{${name}}`, encodeURIComponent(example))
    if (parameter.in === 'query') query.set(name, String(example))
    if (parameter.in === 'header') headers[name] = example
  }
  const payload = operation['requestBody']?.content['application/json'].example
  return { method: method.toUpperCase() as 'GET', url: `${url}?${query}`, headers, ...(payload && { payload }) }
}

const operationsOf = (document: JsonSchema) =>
  Object.entries<JsonSchema>(document['paths']).flatMap(([path, methods]) =>
    Object.entries<JsonSchema>(methods).map(([method, operation]) => ({ method, path, operation })),
  )

/** @returns why it does not answer as it is documented */
async function send(sent: Sent, operation: JsonSchema): Promise<string[]> {
  assert.doesNotMatch(sent.url, /[{}]/, 'each parameter of the path has an example')
  const documented = Object.keys(operation['responses']).filter((status) => Number(status) < 400)
  const { statusCode, payload, headers } = await app.inject(sent)
  if (!documented.includes(String(statusCode)))
    return [`${sent.method} ${sent.url}: ${statusCode} ${payload.slice(0, 200)}`]
  const isJson = headers['content-type']?.toString().startsWith('application/json') && payload !== ''
  return isJson ? changedBeforeMade(JSON.parse(payload)).map((thing) => `${sent.method} ${sent.url}: ${thing}`) : []
}

/** Things of an answer whose times say that they changed before they were made. */
function changedBeforeMade(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, id, created_at, updated_at } = value as Record<string, string | number | undefined>
  const isWrong = created_at != null && updated_at != null && typeof created_at === typeof updated_at
  return [
    ...(isWrong && created_at > updated_at ? [`${type} ${id}: created ${created_at}, updated ${updated_at}`] : []),
    ...Object.values(value).flatMap(changedBeforeMade),
  ]
}

for (const name of DOCUMENTS)
  test(`the examples of ${name} answer as they are documented`, async () => {
    const document = (await app.inject(`/openapi/${name}.json`)).json() as JsonSchema
    const operations = operationsOf(document)
    assert.ok(operations.length > 50)
    const failed: string[] = []
    for (const { method, path, operation } of operations) {
      if (operationKey(method.toUpperCase(), path) in WITHOUT_EXAMPLES) continue
      const sent = prefilled(method, path, operation, document)
      failed.push(...(await undone!.undo(() => send(sent, operation))))
      const form = operation['requestBody']?.content['multipart/form-data']
      if (!form) continue
      const { headers, payload } = await formPayload(form.example)
      const asForm = { ...sent, headers: { ...sent.headers, ...headers }, payload }
      failed.push(...(await undone!.undo(() => send(asForm, operation))))
    }
    assert.deepEqual(failed, [])
  })

test('an example leaves nothing behind for the next', async () => {
  const count = async () => (await db`select count(*)::int as count from contacts`)[0]!['count']
  const before = await count()
  const payload = { role: 'lead', email: 'gone@example.com' }
  const headers = { authorization: `Bearer ${workspace.token}` }
  const { statusCode } = await undone!.undo(async () =>
    app.inject({ method: 'POST', url: '/contacts', headers, payload }),
  )
  assert.equal(statusCode, 200)
  assert.equal(await count(), before)
})
