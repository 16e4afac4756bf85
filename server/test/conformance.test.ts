/**
 * Every operation answers as the published description of each version says: the tour over all of
 * them is walked in every version. Besides, every reply that any test sees is checked (contract.ts).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { history } from '../versions/index.ts'
import { testApp } from './app.ts'
import { check } from './contract.ts'
import { runTour, tour } from './tour.ts'

const app = await testApp()

test('the tour goes to every operation, and to nothing else', () => {
  const visited = new Set(tour.map(({ key }) => key))
  assert.deepEqual([...visited].toSorted(), operations.map(({ key }) => key).toSorted())
})

for (const version of history.versions)
  test(`every operation that ${version.name} has succeeds, and conforms to it`, async () => {
    const replies = await runTour(app, version)
    const succeeded = new Set(replies.filter(({ reply }) => reply.status < 300).map(({ key }) => key))
    const served = operations.map(({ key }) => key).filter((key) => version.serves(key))
    assert.deepEqual([...succeeded].toSorted(), served.toSorted())
    const problems = replies.flatMap(({ key, reply }) =>
      check({ version: version.name, ...exchangeOf(key), status: reply.status, body: reply.body }),
    )
    assert.deepEqual(problems, [])
  })

/** A path of the operation: the descriptions look at its shape only. */
function exchangeOf(key: string) {
  const [method, path] = key.split(' ') as [string, string]
  return { method, path: path.replaceAll('{}', '1') }
}
