/**
 * Nothing that the published descriptions say changed between two versions is forgotten: it is built, which our own
 * schemas of the two versions show, or it is listed with its reason. Lines of resources that do not exist yet are
 * left out.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../../operations.ts'
import { createHistory } from '../../versions/history.ts'
import { files, history } from '../../versions/index.ts'
import { describe } from '../contract.ts'
import { isBuilt, modelsOf } from './built.ts'
import { DOCUMENTATION_ONLY, type Entry } from './documentation-only.ts'
import { changesBetween, type Line } from './lines.ts'
import type { Description } from './wire.ts'

const skip = !describe && 'the descriptions are not at hand'
const byKey = new Map(operations.map((operation) => [operation.key, operation]))
const served = new Set(byKey.keys())
const models = modelsOf(operations)
const used = new Set<Entry>()

/** A version without a description is skipped: its changes show in the next described version. */
const versions = describe ? history.versions.filter(({ name }) => describe!(name)) : []

for (const [at, after] of versions.entries()) {
  const before = versions[at - 1]
  if (!before) continue
  test(`every change from ${before.name} to ${after.name} is built, or listed with its reason`, { skip }, () => {
    const lines = changesBetween(described(before.name), described(after.name), served, models)
    const left = lines.filter((line) => !isBuilt(line, byKey.get(line.operation)!, before, after))
    const forgotten = new Map<string, string[]>()
    for (const line of left) {
      const entries = DOCUMENTATION_ONLY.filter((entry) => matches(entry, `${before.name} ${after.name}`, line))
      for (const entry of entries) used.add(entry)
      if (entries.length === 0) forgotten.set(line.text, [...(forgotten.get(line.text) ?? []), line.operation])
    }
    const told = [...forgotten].map(([text, where]) => `${text}   (${[...new Set(where)].join(', ')})`)
    assert.equal(told.length, 0, `neither built nor listed:\n${told.join('\n')}`)
  })
}

test('every reason on the list is still of something', { skip }, () => {
  assert.deepEqual(
    DOCUMENTATION_ONLY.filter((entry) => !used.has(entry)).map(({ line, reason }) => `${line}: ${reason}`),
    [],
  )
})

test('the changes that the list names are those of the step', { skip }, () => {
  for (const { step, change } of DOCUMENTATION_ONLY.filter((entry) => entry.change !== undefined)) {
    const at = versions.findIndex(({ has }) => has(change!))
    assert.match(`${versions[at - 1]?.name} ${versions[at]?.name}`, step, change)
  }
})

test('a version file that forgets its fields is found out', { skip }, () => {
  const forgetful = createHistory(files.map(({ name, adds }) => ({ name, adds: { ...adds, fields: {} } })))
  const [before, after] = [forgetful.find('2.9')!, forgetful.find('2.10')!]
  const lines = changesBetween(described(before.name), described(after.name), served, models)
  const left = lines.filter((line) => !isBuilt(line, byKey.get(line.operation)!, before, after))
  assert.ok(
    left.some(({ text, operation }) => / conversation\.linked_objects /.test(text) && operation.startsWith('GET')),
  )
})

const described = (version: string) => describe!(version) as Description

const matches = ({ step, line, place }: Entry, between: string, { text, operation, part, at }: Line) =>
  step.test(between) && line.test(text) && (place?.test(`${operation} ${part} ${at.join('/')}`) ?? true)
