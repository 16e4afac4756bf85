/** Each nullable field of each update: set, then null, and the thing is as one of which it was never said. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../http/operation.ts'
import { testApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene } from '../fixtures/scene.ts'
import { allOperations, sampleOf } from '../requests/index.ts'
import { fillerOf, fixturesOf, give, prepare, send, type Request } from '../requests/request.ts'
import { ATTRIBUTES_OF, BARE, BESIDE, NO_FIELDS, NOT_CLEARED, UPSERTS, VALUES, VALUES_OF } from './cleared-values.ts'
import { nullableFieldsOf, someValue, withField, type NullableField } from './nullable-fields.ts'
import { difference, workspaceRows } from './workspace-rows.ts'

const app = await testApp()
const scene = createScene(app)
const rows = () => workspaceRows(app.db, app.workspace.id)

const updates = allOperations.filter(({ method, key, body }) => body && (method === 'PUT' || UPSERTS.has(key)))

/** An update of a thing of its own that says nothing yet but what it must. */
async function startUpdate(operation: Operation, field: string): Promise<{ request: Request; thing: Made }> {
  const sample = sampleOf(operation.key)
  const bare = BARE[operation.key]
  const [param] = Object.keys(operation.params.properties)
  const name = bare?.name ?? (param ? fillerOf(param)[0] : fixturesOf(operation, sample)[0])
  const given = await give(scene, operation, sample, name ? [name] : [])
  if (bare) given[bare.name] = await bare.make(scene, field)
  const thing = name ? given[name] : {}
  const request = await prepare(scene, operation, sample, given)
  const required = (operation.body as { required?: string[] }).required ?? []
  const beside = [`${operation.key} *`, `${operation.key} ${field}`].map((at) => BESIDE[at]?.(scene, thing))
  const must = Object.fromEntries(required.map((one) => [one, request.body![one]]))
  return { request: { ...request, body: Object.assign(must, ...beside) }, thing }
}

/** An answer without what tells that, when and how often the thing was changed. */
function withoutHistory({ updated_at: _, conversation_parts: __, statistics: ___, ...rest }: any) {
  return rest
}

async function valuesOf(operation: Operation, { path, schema }: NullableField): Promise<[unknown, unknown]> {
  const name = path.at(-1)!
  if (name === 'custom_attributes') {
    const model = ATTRIBUTES_OF[operation.key]!
    const attribute = scene.unique('attribute')
    const path = model === 'conversation' ? '/conversations/attributes' : '/data_attributes'
    await scene.send('POST', path, { name: attribute, model, data_type: 'string' })
    return [{ [attribute]: 'set' }, { [attribute]: null }]
  }
  const own = VALUES_OF[`${operation.key} ${path.join('.')}`] ?? VALUES[name]
  return [own ? await own(scene) : someValue(schema), null]
}

test('a field that was set and then cleared leaves nothing behind', async (t) => {
  for (const operation of updates)
    for (const field of nullableFieldsOf(operation)) {
      const name = field.path.join('.')
      const at = `${operation.key} ${name}`
      if (Object.hasOwn(NO_FIELDS, at)) continue
      await t.test(at, async () => {
        const [value, cleared] = await valuesOf(operation, field)
        const { request } = await startUpdate(operation, name)
        const update = (what: unknown) => send(scene, { ...request, body: withField(request.body, field.path, what) })
        const accepted = async (what: unknown) => {
          const reply = await update(what)
          assert.ok(reply.status < 300, `${JSON.stringify(what)} → ${reply.text}`)
          return { reply, rows: await rows() }
        }
        const before = await rows()
        if (Object.hasOwn(NOT_CLEARED, at)) {
          await update(value)
          const set = await rows()
          await update(cleared)
          return assert.deepEqual(difference(set, await rows()), {}, 'null was to change nothing')
        }
        const never = await accepted(cleared)
        assert.deepEqual(difference(before, never.rows), {}, 'it was set before: make a thing without it in BARE')
        const set = await accepted(value)
        assert.notDeepEqual(difference(before, set.rows), {}, 'nothing was stored: give another value in VALUES')
        const after = await accepted(cleared)
        assert.deepEqual(difference(before, after.rows), {})
        assert.deepEqual(withoutHistory(after.reply.body), withoutHistory(never.reply.body))
      })
    }
})
