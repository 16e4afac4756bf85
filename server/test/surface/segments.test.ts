/** A segment has the same members in every version, however they are asked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOperations } from '../../operations.ts'
import { history } from '../../versions/index.ts'
import { testApp } from '../app.ts'
import { companies, nested, people, segments, SHOW_NO_MEMBERS, ways, type Member, type SegmentOf } from './segments.ts'

const app = await testApp({ own: true }) // days ago are counted by a clock that nobody else moves
const newest = app.client({ version: history.newest.name })

async function makeAll(path: string, bodies: object[]): Promise<Member[]> {
  const made: Member[] = []
  for (const body of bodies) {
    const reply = await newest.post(path, body)
    assert.equal(reply.status, 200, reply.text)
    made.push(reply.body)
  }
  return made
}

const contacts = await makeAll('/contacts', people(app.clock.now().getTime() / 1000))
const allCompanies = await makeAll('/companies', companies)
// Companies stand in lists once somebody belongs to them.
for (const { id } of allCompanies) await newest.post(`/contacts/${contacts[2]!.id}/companies`, { id })

const made: { segment: SegmentOf; name: string; members: string[] }[] = []
async function make(
  name: string,
  { members, ...definition }: { person_type: string; filter: object; members: string[] },
) {
  const [segment] = await makeAll('/parley/segments', [{ name, ...definition }])
  made.push({ segment: segment as unknown as SegmentOf, name, members })
  return segment!.id
}
const ids = new Map<string, string>()
for (const [name, definition] of Object.entries(segments)) ids.set(name, await make(name, definition))
await make('a segment within', nested(ids.get('after noon')!))

for (const version of history.versions)
  test(`the members of a segment in ${version.name}`, async () => {
    const client = app.client({ version: version.name })
    for (const { operation, of, members } of ways)
      for (const { segment, name, members: expected } of made) {
        const ofCompanies = segment.person_type === 'company'
        if (of !== 'all' && (of === 'companies') !== ofCompanies) continue
        const found = await members(client, segment, ofCompanies ? allCompanies : contacts)
        const wanted = Array.isArray(found) ? expected.toSorted() : expected.length
        assert.deepEqual(Array.isArray(found) ? found.toSorted() : found, wanted, `${name}: ${operation}`)
      }
  })

test('each operation that takes a segment or shows some is in the table of ways', () => {
  const asked = new Set([...ways.map(({ operation }) => operation), ...Object.keys(SHOW_NO_MEMBERS)])
  const naming = allOperations.filter(
    ({ key, query, body }) => key.includes('segment') || JSON.stringify([query, body ?? null]).includes('segment_id'),
  )
  assert.deepEqual(
    naming.map(({ key }) => key).filter((key) => !asked.has(key)),
    [],
    'server/test/surface/segments.ts tells how each shows members',
  )
})
