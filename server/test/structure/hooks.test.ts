/**
 * Hooks stand in suites. One outside of a suite belongs to the whole process: `beforeEach` would run before each test
 * of every later file, and `after` once the last file has ended. A file closes what it opened by `atFileEnd`.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../..')
/** The one hook of the process. */
const OF_PROCESS = 'server/test/endings.ts'

const hooksOutside = (source: string): string[] => source.match(/^(before|after|beforeEach|afterEach)\(/gm) ?? []

test('no test file has a hook outside of a suite', () => {
  const files = globSync('{bench,cli,server}/**/*.ts', { cwd: root }).filter((file) => file !== OF_PROCESS)
  assert.ok(files.length > 1000)
  const found = files.filter((file) => hooksOutside(readFileSync(join(root, file), 'utf8')).length > 0)
  assert.deepEqual(found, [])
})

test('planted: a hook outside of a suite is found, and one in a suite is not', () => {
  assert.equal(hooksOutside("import { after } from 'node:test'\nafter(() => server.close())\n").length, 1)
  assert.equal(hooksOutside("suite('s', () => {\n  beforeEach(() => clear())\n})\n").length, 0)
})
