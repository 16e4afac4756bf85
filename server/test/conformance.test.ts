/**
 * Every operation answers as the published description of each version says: the tour over all of
 * them is walked in every version. Besides, every reply that any test sees is checked (contract.ts).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { Check } from 'typebox/schema'
import { operations } from '../operations.ts'
import type { Version } from '../versions/history.ts'
import { history } from '../versions/index.ts'
import { testApp } from './app.ts'
import { check } from './contract.ts'
import { describedVersions } from './contract/at-hand.ts'
import { runTour, tour, type Visit } from './tour.ts'
import { unused } from './waived/index.ts'
import { meetWaivers } from './waived/scenes.ts'

const app = await testApp()

test('the tour goes to every operation, and to nothing else', () => {
  const visited = new Set(tour.map(({ key }) => key))
  assert.deepEqual([...visited].toSorted(), operations.map(({ key }) => key).toSorted())
})

for (const version of history.versions)
  test(`every operation that ${version.name} has succeeds, and conforms to it`, async () => {
    const replies = await runTour(app, version, { observed: false })
    const succeeded = new Set(replies.filter(({ reply }) => reply.status < 400).map(({ key }) => key))
    const served = operations.map(({ key }) => key).filter((key) => version.serves(key))
    assert.deepEqual([...succeeded].toSorted(), served.toSorted())
    const problems = replies.flatMap(({ key, reply }) =>
      check({ version: version.name, ...exchangeOf(key), status: reply.status, body: reply.body }),
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      replies.filter(({ reply }) => reply.status < 400).flatMap((one) => againstOwn(version, one)),
      [],
    )
  })

// For the words of a breach: most answers pass, and nothing is compiled for them.
const ajv = new Ajv({
  strict: false,
  allowUnionTypes: true,
  allErrors: true,
  code: { optimize: false },
  formats: { binary: true },
})

/** An answer is held against what our own reference says of it, too: some versions nobody else described. */
function againstOwn(version: Version, { key, reply }: Visit): string[] {
  const { reply: schema } = operations.find((operation) => operation.key === key)!
  const plain = JSON.parse(JSON.stringify(version.replySchema(schema)))
  // An answer that is no JSON is its text.
  const body = reply.body ?? (reply.text || null)
  if (Check(plain, body)) return []
  const validate = ajv.compile(plain)
  if (validate(body)) return []
  return [`${version.name} ${key}: ${ajv.errorsText(validate.errors)}`]
}

test('an answer that is not what the reference says of it is found out', async () => {
  const version = history.newestStable
  const { body, ...rest } = await app.client({ version: version.name }).get('/contacts?per_page=1')
  const visit = (changed: object) => ({ key: 'GET /contacts', reply: { ...rest, body: { ...body, ...changed } } })
  assert.deepEqual(againstOwn(version, visit({})), [])
  assert.equal(againstOwn(version, visit({ total_count: 'one' })).length, 1)
})

const skip =
  !['2.11', 'Preview'].every((name) => describedVersions.includes(name)) && 'the descriptions are not at hand'

test('each waiver is needed by an answer of the tour, or of its scene', { skip }, async () => {
  await meetWaivers(app)
  assert.deepEqual(
    unused(describedVersions).map(({ reason }) => reason),
    [],
  )
})

/** A path of the operation: the descriptions look at its shape only. */
function exchangeOf(key: string) {
  const [method, path] = key.split(' ') as [string, string]
  return { method, path: path.replaceAll('{}', '1') }
}
