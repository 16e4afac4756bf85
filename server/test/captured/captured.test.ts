/**
 * Each captured answer and delivery of the real API whose group is served: in the same situation,
 * ours has the same keys, types and forms, in that version. Without the captures at hand this says
 * that it was skipped.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { webhookScene } from '../../webhooks/test-scene.ts'
import { FILES, REPORTS } from './columns.ts'
import { DELIBERATE, deliberate } from './differences.ts'
import { compareForms, compareHeaders } from './forms.ts'
import { NOT_STANDING } from './groups.ts'
import { recorded } from './recorded.ts'
import { situations } from './situations/index.ts'
import { createStage, isReply } from './stage.ts'

const notStanding = NOT_STANDING.flatMap(({ ids }) => ids)

if (recorded) {
  const scene = await webhookScene()
  const met = new Set<object>()

  test('each captured payload has its situation here, or the reason why it has none', () => {
    const known = [...Object.keys({ ...situations, ...REPORTS, ...FILES }), ...notStanding]
    assert.deepEqual(known.toSorted(), recorded!.map(({ id }) => id).toSorted())
  })

  for (const { id, delivery, response, headers } of recorded.filter(({ id }) => Object.hasOwn(situations, id)))
    test(`${id} has the form that was captured`, async () => {
      const { version, act } = situations[id]!
      const ours = await act(await createStage(scene, version))
      const payload = isReply(ours) ? ours.body : ours
      const differences = [
        ...compareForms(delivery ?? response, payload),
        ...(headers && isReply(ours) ? compareHeaders(headers, ours.headers) : []),
      ]
      const found = differences.map((one) => ({ ...one, meant: deliberate(id, one) }))
      for (const { meant } of found) if (meant) met.add(meant)
      assert.deepEqual(
        found.filter(({ meant }) => !meant).map(({ at, detail }) => `${at}: ${detail}`),
        [],
      )
    })

  test('each deliberate difference is met', () => {
    assert.deepEqual(
      DELIBERATE.filter((one) => !met.has(one)),
      [],
    )
  })
} else {
  test('answers and deliveries are held against captured ones', { skip: 'the captures are not at hand' }, () => {})
}

test('each deliberate difference stands in docs/deviations.md', () => {
  const page = readFileSync(new URL('../../../docs/deviations.md', import.meta.url), 'utf8')
  const rows = new Set(page.split('\n').map((line) => line.split('|')[1]?.trim()))
  for (const { row } of DELIBERATE) if (row !== undefined) assert.ok(rows.has(row), row)
})
