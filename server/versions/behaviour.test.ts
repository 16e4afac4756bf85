/**
 * Both sides of every named change, over HTTP, in the versions that the files of sides name: not in those
 * that the version files do. A change that none of the files of sides tells is a mistake.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type Client, type Reply } from '../test/app.ts'
import { sides } from '../test/sides/index.ts'
import { makeScene } from '../test/sides/scene.ts'
import { operations } from '../operations.ts'
import { files, history } from './index.ts'

const app = await testApp()
const scene = makeScene(app)

await app.db`
  insert into data_attributes ${app.db({
    workspace_id: app.workspace.id,
    model: 'conversation',
    name: 'level',
    label: 'Level',
    data_type: 'string',
    created_at: app.clock.now(),
    updated_at: app.clock.now(),
  })}`

const note = (name: string) => files.flatMap(({ changes = [] }) => changes).find((change) => change.name === name)?.note

for (const [name, change] of Object.entries(sides))
  test(`${change.since} ${name}: ${note(name)}`, async () => {
    const at = files.findIndex((file) => file.name === change.since)
    assert.ok(at > 0, `${change.since} is not a version with one before it`)
    const seen = (file: number) => change.see(app.client({ version: files[file]!.name }), scene)
    assert.deepEqual(await seen(at - 1), change.before, `before: ${files[at - 1]!.name}`)
    assert.deepEqual(await seen(at), change.after, `after: ${change.since}`)
  })

/** A value other than this one, of the same kind. */
function another(value: unknown): unknown {
  if (typeof value === 'string') return `${value} or not`
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return value === null ? 'something' : null
}

const withAnother = (value: any, name: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => withAnother(one, name))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, child]) => [key, withAnother(child, name)] as const)
  return Object.fromEntries(entries.map(([key, child]) => [key, key === name ? another(child) : child]))
}

/** A client whose answers have another value for a property, wherever it stands. */
const mistaken = (client: Client, name: string): Client =>
  Object.fromEntries(
    Object.entries(client).map(([method, send]: [string, Client['post']]) => [
      method,
      async (path: string, body?: unknown): Promise<Reply> => {
        const reply = await send(path, body)
        return { ...reply, body: withAnother(reply.body, name) }
      },
    ]),
  ) as unknown as Client

/** Named models in the answers of operations; items of webhooks do not go by way of a client. */
const answered = new Set(
  operations.flatMap(({ reply }) =>
    [...JSON.stringify(reply).matchAll(/"x-model":"(\w+)"/g)].map(([, model]) => model),
  ),
)

for (const [at, { changes = [] }] of files.entries())
  for (const { name, model = '', was = {} } of changes)
    if (answered.has(model))
      for (const [property, schema] of Object.entries(was))
        if (schema !== null)
          test(`the sides of ${name} look at ${model}.${property}`, async () => {
            const { see, before } = sides[name]!
            const client = mistaken(app.client({ version: files[at - 1]!.name }), property)
            // A mistaken answer may keep it from coming to an end.
            const seen = await see(client, scene).catch((error: unknown) => error)
            assert.notDeepEqual(seen, before)
          })

test('each change stands in the file of the version that its sides name', () => {
  const told = Object.entries(sides).map(([name, { since }]) => `${since} ${name}`)
  const made = files.flatMap(({ name: version, changes = [] }) => changes.map(({ name }) => `${version} ${name}`))
  assert.deepEqual(made.toSorted(), told.toSorted(), 'a sides.ts tells each change, with its version')
})

test('refuses fields and operations that a version lacks, with the error of the API', async () => {
  for (const version of history.versions) {
    const client = app.client({ version: version.name })
    for (const { key, method, path } of operations.filter((operation) => !version.serves(operation.key))) {
      const send = client[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete']
      const { status, body } = await send(path.replaceAll(/\{\w+\}/g, '1'))
      assert.deepEqual(
        [status, body.errors],
        [
          400,
          [
            {
              code: 'intercom_version_invalid',
              message: 'Requested resource is not available in current API version',
            },
          ],
        ],
        `${version.name} ${key}`,
      )
    }
  }
})
