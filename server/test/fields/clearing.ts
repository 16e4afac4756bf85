/** A trial of one field of one thing: cleared, set, and cleared again. */
import assert from 'node:assert/strict'
import type { Operation } from '../../http/operation.ts'
import type { Reply } from '../app.ts'
import type { Scene } from '../fixtures/scene.ts'
import { ATTRIBUTES_OF, VALUES, VALUES_OF } from './cleared-values.ts'
import { someValue, type NullableField } from './nullable-fields.ts'
import { difference, workspaceRows } from './workspace-rows.ts'

/** @returns a value of the field, and what clears it */
export async function valuesOf(
  scene: Scene,
  operation: Operation,
  { path, schema }: NullableField,
): Promise<[unknown, unknown]> {
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

interface Trial {
  /** A value of the field, and what clears it. */
  values: [unknown, unknown]
  /** Null is to change nothing. */
  keeps: boolean
  /** Sets the field. @returns the thing */
  update(value: unknown): Promise<Reply>
}

export async function holdClearing({ app, workspace }: Scene, { values: [value, cleared], keeps, update }: Trial) {
  const rows = () => workspaceRows(app.db, workspace.id)
  const accepted = async (what: unknown) => {
    const reply = await update(what)
    assert.ok(reply.status < 300, `${JSON.stringify(what)} → ${reply.text}`)
    return { reply, rows: await rows() }
  }
  const before = await rows()
  if (keeps) {
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
}

/** An answer without what tells that, when and how often the thing was changed. */
function withoutHistory({ updated_at: _, conversation_parts: __, statistics: ___, ...rest }: any) {
  return rest
}
