/** CONTRIBUTING names every file that a new operation needs, and every command that writes a kept file. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const contributing = read('CONTRIBUTING.md')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const WRITES = /(write|record|generate-types)\.ts$|--test-update-snapshots/

test('each command that writes a kept file is named', () => {
  const writers = Object.keys(scripts).filter((name) => WRITES.test(scripts[name]!))
  assert.ok(writers.length > 5)
  assert.deepEqual(
    writers.filter((name) => !new RegExp(`npm run ${name}(?![\\w:])`).test(contributing)),
    [],
  )
})

test('each file of a noun that tests over all operations load is named', () => {
  const loaded = globSync('server/test/**/*.ts', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/loadBeside<[^(]*>\('([\w.-]+)'\)/g)].map(([, file]) => file!),
  )
  assert.ok(loaded.length > 3)
  for (const file of [...loaded, 'fixtures.ts', 'topics.ts', 'queries.ts'])
    assert.ok(contributing.includes(`\`${file}\``), file)
})
