/**
 * Members that are stored while an audience is watched are those that a search for the same conditions finds, when the
 * watch begins and after contacts have changed.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { randomFrom, type Random } from '../../../test/random.ts'
import { listAudiencesOf } from '../membership.ts'
import { act } from '../../../queue/act.ts'
import { createMemberWatch } from './watch.ts'

const ROWS = 100
const AUDIENCES = 500

const app = await testApp({ own: true })
const client = app.client({ version: 'Preview', observed: false })
const random = randomFrom(25)
const now = Math.floor(app.clock.now().getTime() / 1000)
const day = () => now - random.below(60) * 86_400

const NAMES = ['Ada Lovelace', 'Grace Hopper', 'Anna Müller', "Joan O'Hara", 'Li 100%']
const PLANS = ['free', 'pro', 'Pro']

interface Kind {
  type: string
  comparisons: string[]
  value(random: Random): unknown
}

const TEXT = ['eq', 'ne', 'contains', 'not_contains', 'starts_with', 'ends_with', 'known', 'unknown']
const NUMBER = ['eq', 'ne', 'gt', 'lt', 'known', 'unknown']

const KINDS: Record<string, Kind> = {
  name: { type: 'string', comparisons: TEXT, value: () => random.of([...NAMES, 'an', 'A', '%']) },
  email: {
    type: 'string',
    comparisons: TEXT,
    value: () => random.of(['u1', '.test', `u${random.below(9)}@acme.test`]),
  },
  external_id: { type: 'string', comparisons: TEXT, value: () => random.of([`code-${random.below(ROWS)}`, 'code-1']) },
  created_at: { type: 'date', comparisons: ['gt', 'lt'], value: day },
  last_seen_at: { type: 'date', comparisons: ['gt', 'lt', 'known', 'unknown'], value: day },
  role: { type: 'role', comparisons: ['eq', 'ne'], value: () => random.of(['user', 'lead']) },
  'custom_attributes.plan': { type: 'string', comparisons: TEXT, value: () => random.of(PLANS) },
  'custom_attributes.seats': { type: 'integer', comparisons: NUMBER, value: () => random.below(20) },
  'custom_attributes.vip': { type: 'boolean', comparisons: ['eq', 'ne'], value: () => random.of([true, false]) },
}

const OPERATORS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  lt: '<',
  contains: '~',
  not_contains: '!~',
  starts_with: '^',
  ends_with: '$',
  known: '!=',
  unknown: '=',
}

/** A predicate, and the condition of a search that means the same. */
function condition(): { predicate: object; query: object } {
  const attribute = random.of(Object.keys(KINDS))
  const { type, comparisons, value: draw } = KINDS[attribute]!
  const comparison = random.of(comparisons)
  const value = comparison.endsWith('known') ? null : draw(random)
  return {
    predicate: { attribute, type, comparison, ...(value !== null && { value }) },
    query: { field: attribute, operator: OPERATORS[comparison], value },
  }
}

const details = (at: number) => ({
  role: random.below(4) === 0 ? 'lead' : 'user',
  external_id: `code-${at}`,
  ...changing(at),
})

const changing = (at: number) => ({
  ...(random.below(5) > 0 && { email: `u${at}@${random.of(['example.com', 'acme.test'])}` }),
  ...(random.below(5) > 0 && { name: random.of(NAMES) }),
  ...(random.below(3) > 0 && { last_seen_at: day() }),
  custom_attributes: {
    ...(random.below(4) > 0 && { plan: random.of(PLANS) }),
    ...(random.below(3) > 0 && { seats: random.below(20) }),
    ...(random.below(3) > 0 && { vip: random.below(2) > 0 }),
  },
})

async function ok(reply: Promise<{ status: number; text: string; body: any }>): Promise<any> {
  const { status, text, body } = await reply
  assert.ok(status < 300, text)
  return body
}

async function found(query: object): Promise<string[]> {
  const ids: string[] = []
  for (let starting_after: string | undefined; ;) {
    const pagination = { per_page: 150, ...(starting_after && { starting_after }) }
    const body = await ok(client.post('/contacts/search', { query, pagination }))
    ids.push(...body.data.map(({ id }: { id: string }) => id))
    starting_after = body.pages.next?.starting_after
    if (starting_after === undefined) return ids.toSorted()
  }
}

async function membersByAudience(): Promise<Map<string, string[]>> {
  const rows = await app.db<{ audience_id: number; contact_id: string }[]>`
    select audience_id, contact_id from audience_members where workspace_id = ${app.workspace.id} order by contact_id`
  const grouped = Map.groupBy(rows, ({ audience_id }) => String(audience_id))
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ contact_id }) => contact_id)]))
}

test(`the members of ${AUDIENCES} audiences over ${ROWS} contacts are those that searches find`, async () => {
  for (const [name, data_type] of Object.entries({ plan: 'string', seats: 'integer', vip: 'boolean' }))
    await ok(client.post('/data_attributes', { model: 'contact', name, data_type }))
  const contacts: string[] = []
  for (let at = 0; at < ROWS; at++) contacts.push((await ok(client.post('/contacts', details(at)))).id)
  const audiences: { id: string; query: object }[] = []
  for (let at = 0; at < AUDIENCES; at++) {
    const all = Array.from({ length: 1 + random.below(3) }, condition)
    const predicates = all.map(({ predicate }) => predicate)
    const { id } = await ok(client.post('/audiences', { name: `Audience ${at}`, predicates }))
    audiences.push({ id, query: { operator: 'AND', value: all.map(({ query }) => query) } })
  }
  const topics = ['audience.member_added', 'audience.member_removed']
  await ok(client.post('/parley/webhooks', { url: 'https://example.com/hook', topics }))
  const read = createMemberWatch(app)

  async function compare(): Promise<Map<string, string[]>> {
    await read()
    const members = await membersByAudience()
    for (const { id, query } of audiences)
      assert.deepEqual(members.get(id) ?? [], await found(query), JSON.stringify(query))
    return members
  }

  const before = await compare()
  assert.ok(new Set([...before.values()].map((ids) => ids.join())).size > AUDIENCES / 3)
  for (const [at, id] of contacts.entries()) if (at % 4 === 0) await ok(client.put(`/contacts/${id}`, changing(at)))
  for (const id of contacts.slice(0, 10)) await ok(client.post(`/contacts/${id}/archive`))
  const after = await compare()
  const changed = audiences.filter(({ id }) => String(before.get(id)) !== String(after.get(id)))
  assert.ok(changed.length > AUDIENCES / 3)

  // The audiences of one contact, as the reader of content is asked for them.
  await act({ db: app.db, clock: app.clock }, app.workspace.id, async (ctx) => {
    for (const contact of contacts.filter((_, at) => at % 10 === 0)) {
      const mine = new Set(await listAudiencesOf(ctx, contact))
      for (const { id } of audiences)
        assert.equal(mine.has(Number(id)), (after.get(id) ?? []).includes(contact), `${contact} in ${id}`)
    }
  })
})
