/**
 * Operations of autumn 2026, which no description has: each is served in exactly the versions that the list at hand
 * names. Without the list this says that it was skipped; `undescribed.ts` holds them everywhere.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { operations } from '../../operations.ts'
import { history } from '../../versions/index.ts'
import { shared } from '../contract/at-hand.ts'

interface Listed {
  method: string
  path: string
  versions: string[]
}

const file = `${shared}/reference/autumn-operations.json`

if (existsSync(file)) {
  const built = new Set(operations.map(({ key }) => key))
  for (const { method, path, versions } of JSON.parse(readFileSync(file, 'utf8')) as Listed[]) {
    const key = `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`
    test(`${key} is served ${versions.length > 0 ? `from ${versions[0]} on` : 'in no version'}`, () => {
      const serving = history.versions.filter((version) => built.has(key) && version.serves(key))
      assert.deepEqual(
        serving.map(({ name }) => name),
        versions,
      )
    })
  }
} else {
  test('operations of autumn 2026 are held against the list of them', { skip: 'the list is not at hand' }, () => {})
}
