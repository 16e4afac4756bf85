/** Each nullable field of each update: set, then null, and the thing is as one of which it was never said. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../http/operation.ts'
import { runBulkJobs } from '../../tasks.ts'
import { testApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene } from '../fixtures/scene.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { fillerOf, fixturesOf, give, prepare, send, type Request } from '../requests/request.ts'
import { watchWrites } from '../watched-writes.ts'
import { BARE, BESIDE, GOES_ALONG, NO_FIELDS, NOT_CLEARED, UPSERTS } from './cleared-values.ts'
import { holdClearing, valuesOf } from './clearing.ts'
import { nullableFieldsOf, withField } from './nullable-fields.ts'

const app = await testApp({ own: true })
await watchWrites(app.db)
const scene = createScene(app)

const updates = allOperations.filter(
  ({ method, key, body }) => body && (['PUT', 'PATCH'].includes(method) || UPSERTS.has(key)),
)

/** An update of a thing of its own that says nothing yet but what it must. */
async function startUpdate(operation: Operation, field: string): Promise<{ request: Request; thing: Made }> {
  const sample = sampleOf(operation.key)
  const bare = BARE[operation.key]
  const param = Object.keys(operation.params.properties).at(-1)
  const name = bare?.name ?? (param ? fillerOf(sample, param)[0] : fixturesOf(operation, sample)[0])
  const given = await give(scene, operation, sample, name ? [name] : [])
  if (bare) given[bare.name] = await bare.make(scene, field)
  const thing = name ? given[name] : {}
  const request = await prepare(scene, operation, sample, given)
  const required = (operation.body as { required?: string[] }).required ?? []
  const beside = [`${operation.key} *`, `${operation.key} ${field}`].map((at) => BESIDE[at]?.(scene, thing))
  const must = Object.fromEntries(required.map((one) => [one, request.body![one]]))
  return { request: { ...request, body: Object.assign(must, ...beside) }, thing }
}

test('a field that was set and then cleared leaves nothing behind', async (t) => {
  for (const operation of updates)
    for (const field of nullableFieldsOf(operation)) {
      const name = field.path.join('.')
      const at = `${operation.key} ${name}`
      if (Object.hasOwn(NO_FIELDS, at)) continue
      await t.test(at, async () => {
        const values = await valuesOf(scene, operation, field)
        const { request } = await startUpdate(operation, name)
        const body = (what: unknown) => ({
          ...withField(request.body, field.path, what),
          ...(what === values[0] && GOES_ALONG[at]),
        })
        await holdClearing(scene, {
          values,
          keeps: Object.hasOwn(NOT_CLEARED, at),
          update: (what) => send(scene, { ...request, body: body(what) }),
        })
      })
    }
})

test('so does one that a bulk job set and cleared', async (t) => {
  for (const [key, bulk, list] of [
    ['PUT /contacts/{}', 'PUT /contacts/bulk', 'contacts'],
    ['PUT /companies/{}', 'PUT /companies/bulk', 'companies'],
  ] as const) {
    const operation = allOperations.find((one) => one.key === key)!
    for (const field of nullableFieldsOf(operation)) {
      const name = field.path.join('.')
      const at = `${bulk} ${list}.${name}`
      if (Object.hasOwn(NO_FIELDS, at)) continue
      await t.test(at, async () => {
        const values = await valuesOf(scene, operation, field)
        const { id } = await BARE[key]!.make(scene, name)
        await holdClearing(scene, {
          values,
          keeps: Object.hasOwn(NOT_CLEARED, at),
          async update(what) {
            const job = await scene.client.put(`/${list}/bulk`, { [list]: [{ id, [name]: what }] })
            const job_id = Number(/\d+$/.exec(job.body.id)![0])
            await runBulkJobs.run(app, { workspace_id: app.workspace.id, job_id })
            const { body } = await scene.client.get(new URL(job.body.url).pathname)
            assert.equal(body.state, 'completed', JSON.stringify(body))
            return scene.client.get(`/${list}/${id}`)
          },
        })
      })
    }
  }
})
