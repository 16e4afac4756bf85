/**
 * Pages and totals equal those of a plain scan: random queries over thousands of rows, page by page,
 * with limits so small that each of the ways to find a page is taken.
 */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { fragment } from '../db/pool.ts'
import { hexId } from '../ids.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { testApp, type TestApp } from '../test/app.ts'
import type { TestPool } from '../test/database.ts'
import { compileQuery } from './compile.ts'
import type { SearchContext } from './fields.ts'
import { keyset } from './keyset.ts'
import { MODELS } from './test-models.ts'
import { parseQuery, type Query } from './parse.ts'
import { orderBy, type Direction, type Order } from './sort.ts'
import { findPage, type Found, type Limits, type Search } from './find-page.ts'
import { randomFrom, type Random } from '../test/random.ts'

const ROWS = 3000
const FIRST = ['Ada', 'Grace', 'Anna', 'Hannah', 'Joan', 'Ünal', 'Ōta', 'Li', "O'Hara"]
const LAST = ['Lovelace', 'Hopper', 'Clarke', 'Curie', 'ann', 'Müller', '%_\\']
const DOMAINS = ['example.com', 'example.com', 'example.com', 'acme.test', 'globex.test', 'rare.test']
const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 15, 12)

const RECENT: Query = { kind: 'field', field: 'last_seen_at', operator: '>', value: { days_ago: 100 } }

describe('random searches', () => {
  let app: TestApp
  let db: TestPool
  let workspaceId: number
  let context: SearchContext

  before(async () => {
    app = await testApp({ own: true })
    db = app.db
    workspaceId = app.workspace.id
    await db`insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at)
      select ${workspaceId}, 'contact', name, name, type, now(), now()
      from (values ('plan', 'string'), ('code', 'string'), ('seats', 'integer'), ('score', 'float'), ('vip', 'boolean'), ('renews', 'date')) as given (name, type)`
    await db`insert into admins (workspace_id, id, name, email, created_at) values (${workspaceId}, 77, 'B', 'b@example.com', now())`
    await db`insert into tags (workspace_id, id, name, created_at)
      values (${workspaceId}, 1, 'one', now()), (${workspaceId}, 2, 'two', now())`
    const random = randomFrom(1)
    await insertContacts(random, 0, ROWS)
    await changeContacts(random, 200)
    await db`analyze contacts, contact_numbers`
    const attributes = await db<{ name: string; data_type: string }[]>`
      select name, data_type from data_attributes where workspace_id = ${workspaceId} and model = 'contact'`
    context = {
      workspaceId,
      timeZone: 'America/New_York',
      now: new Date(NOW),
      has: () => false,
      attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])),
      segments: new Map([['recent', RECENT]]),
    }
  })

  async function insertContacts(random: Random, from: number, count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, at) => contactAt(random, from + at))
    for (let at = 0; at < rows.length; at += 200) await db`insert into contacts ${db(rows.slice(at, at + 200))}`
    await db`insert into contact_tags (workspace_id, contact_id, tag_id, applied_at)
      select workspace_id, id, unnest(tag_ids), now() from contacts where workspace_id = ${workspaceId}
      on conflict do nothing`
  }

  function contactAt(random: Random, number: number): Record<string, unknown> {
    const when = () => new Date(NOW - random.below(900 * DAY))
    const name = `${random.of(FIRST)} ${random.of(LAST)}`
    return {
      workspace_id: workspaceId,
      id: hexId(new Date(NOW - number * 1000)),
      role: random.below(5) === 0 ? 'lead' : 'user',
      external_id: `code-${number}`,
      email: random.below(6) === 0 ? null : `u${number}@${random.of(DOMAINS)}`,
      name: random.below(8) === 0 ? null : name,
      os: random.of(['macOS', 'Windows', 'linux', null]),
      owner_id: random.of([77, null]),
      has_hard_bounced: random.below(10) === 0,
      created_at: when(),
      updated_at: when(),
      last_seen_at: random.below(3) === 0 ? null : when(),
      tag_ids: random.below(4) === 0 ? [1, 2] : [],
      custom_attributes: {
        ...(random.below(3) > 0 && { plan: random.of(['free', 'pro', 'Pro']) }),
        ...(random.below(2) > 0 && { code: `C${number % 900}` }),
        ...(random.below(2) > 0 && { seats: random.below(50) }),
        score: random.below(1000) / 8,
        vip: random.below(2) > 0,
        renews: Math.floor(NOW / 1000) + random.below(DAY),
      },
    }
  }

  async function changeContacts(random: Random, count: number): Promise<void> {
    const ids = await db<{ id: string }[]>`select id from contacts where workspace_id = ${workspaceId} order by id`
    for (let at = 0; at < count; at++) {
      const { id } = random.of(ids)
      const change =
        at % 5 === 0
          ? fragment`state = 'archived'`
          : fragment`name = ${random.of(FIRST)}, last_seen_at = null, custom_attributes = '{"plan": "pro"}'`
      // The server's clock, and so a cursor, knows milliseconds.
      await db`
        update contacts set ${change}, updated_at = date_trunc('milliseconds', now()) where workspace_id = ${workspaceId} and id = ${id}`
    }
  }

  const OPERATORS = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$']

  /** Most generated values are refused by the field and skipped. */
  function randomField(random: Random): unknown {
    const day = () => Math.floor((NOW - random.below(950 * DAY)) / 1000)
    const text = () =>
      random.of(['an', 'Ann', 'ADA', 'a', '@', '.test', 'e.c', 'u1', 'u29', 'zz', 'lovelace', '%', 'ü', 'H'])
    const values: Record<string, () => unknown> = {
      role: () => random.of(['user', 'lead', 'visitor']),
      name: () => random.of([`${random.of(FIRST)} ${random.of(LAST)}`, text(), null]),
      email: () => random.of([`U${random.below(ROWS)}@example.com`, text(), null]),
      email_domain: () => random.of([...DOMAINS, 'none.test']),
      external_id: () => random.of([`code-${random.below(ROWS + 500)}`, 'code-1', '99']),
      os: () => random.of(['macos', 'LINUX', 'win', null]),
      owner_id: () => random.of([77, 78, null]),
      has_hard_bounced: () => random.of([true, false]),
      created_at: day,
      last_seen_at: () => random.of([day(), null]),
      tag_id: () => random.of(['1', '3', null]),
      segment_id: () => random.of(['recent', 'nowhere']),
      'custom_attributes.plan': () => random.of(['free', 'pro', 'o', null]),
      'custom_attributes.code': () => random.of([`C${random.below(900)}`, 'C1', '77', null]),
      'custom_attributes.seats': () => random.of([random.below(60), -1, null]),
      'custom_attributes.score': () => random.below(1000) / 8,
      'custom_attributes.vip': () => random.of([true, false]),
      'custom_attributes.renews': () => Math.floor(NOW / 1000) + random.below(DAY),
    }
    const field = random.of(Object.keys(values))
    const operator = random.of(OPERATORS)
    const value = values[field]!
    return { field, operator, value: operator.endsWith('IN') ? [value(), value()] : value() }
  }

  function randomQuery(random: Random, depth = 0): unknown {
    if (random.below(8) === 0) return randomRange(random)
    if (random.below(8) === 0) return randomEqualities(random)
    if (depth === 2 || random.below(3) > 0) return randomField(random)
    const items = Array.from({ length: 1 + random.below(3) }, () => randomQuery(random, depth + 1))
    return { operator: random.of(['AND', 'OR']), value: items }
  }

  /** Ranges over one field; in some the bounds are swapped. */
  function randomRange(random: Random): unknown {
    const field = random.of(['created_at', 'last_seen_at', 'custom_attributes.seats', 'custom_attributes.score'])
    const limit = () => {
      if (field.endsWith('_at')) return Math.floor((NOW - random.below(950 * DAY)) / 1000)
      return field.endsWith('seats') ? random.below(60) : random.below(1000) / 8
    }
    const [low, high] = [limit(), limit()]
    return {
      operator: 'AND',
      value: [
        { field, operator: random.of(['>', '<=']), value: low },
        { field: 'role', operator: '=', value: 'user' },
        { field, operator: random.of(['<', '>=']), value: high },
        { field, operator: '>', value: Math.min(low, high) - random.below(10) },
      ],
    }
  }

  function randomEqualities(random: Random): unknown {
    const values: Record<string, () => unknown> = {
      email: () => `u${random.below(ROWS)}@${random.of(DOMAINS)}`,
      external_id: () => `code-${random.below(ROWS)}`,
      tag_id: () => random.of(['1', '2', '3']),
      last_seen_at: () => Math.floor((NOW - random.below(900 * DAY)) / 1000),
      'custom_attributes.code': () => `C${random.below(900)}`,
      'custom_attributes.seats': () => random.below(60),
    }
    const fields = [random.of(Object.keys(values)), random.of(Object.keys(values))]
    const items = Array.from({ length: 5 }, () => {
      const field = random.of(fields)
      return { field, operator: '=', value: random.below(9) === 0 ? null : values[field]!() }
    })
    return { operator: 'OR', value: items }
  }

  /** The query, where every field of it takes its operator and value. */
  function readQuery(raw: unknown): Query | undefined {
    try {
      const query = parseQuery(raw)
      compileQuery(query, contactSearch, context)
      return query
    } catch {
      return undefined
    }
  }

  const scan = (query: Query, order: Order) => {
    const { orderBy } = keyset(order, contactSearch.id, undefined)
    return db<{ id: string }[]>`
      select id from contacts
      where workspace_id = ${workspaceId} and listed and ${compileQuery(query, contactSearch, context)} order by ${orderBy}`
  }

  const LIMITS: (Limits | undefined)[] = [
    undefined,
    { few: 5, walk: 40 },
    { few: 0, walk: 2000 },
    { few: 300, walk: 1 },
  ]
  const SORTS = ['created_at', 'updated_at', 'last_seen_at', 'name', 'owner_id', 'role']

  test('find the rows of a plain scan in its order, and their number, page by page', async () => {
    const random = randomFrom(7)
    let compared = 0
    for (let at = 0; at < 250; at++) {
      const raw = randomQuery(random)
      const query = readQuery(raw)
      if (!query) continue
      const order = orderBy(random.of(SORTS), random.of<Direction>(['ascending', 'descending']), contactSearch)
      const perPage = random.of([1, 7, 50])
      const limits = random.of(LIMITS)
      const expected = (await scan(query, order)).map(({ id }) => id)
      let cursor: string | undefined
      for (let page = 0; page < 3; page++) {
        const search: Search = {
          model: MODELS.contact,
          query,
          context,
          page: { keyset: keyset(order, contactSearch.id, cursor), perPage },
          ...(limits && { limits }),
        }
        const { rows, next, total }: Found<string> = await findPage(db, workspaceId, search, async (ids) => ids)
        const shown = `${JSON.stringify(raw)} by ${order.field} ${order.direction}, page ${page + 1} of ${perPage}, ${JSON.stringify(limits)}`
        assert.deepEqual(rows, expected.slice(page * perPage, (page + 1) * perPage), shown)
        assert.equal(total, expected.length, shown)
        assert.equal(next === undefined, expected.length <= (page + 1) * perPage, shown)
        compared++
        cursor = next
        if (cursor === undefined) break
      }
    }
    assert.ok(compared > 100, `only ${compared} pages were compared`)
  })

  test('find every row once where many have the same sort key', async () => {
    const moment = new Date(NOW - 400 * DAY)
    await db`update contacts set created_at = ${moment} where workspace_id = ${workspaceId} and email like '%@globex.test'`
    const query = parseQuery({ field: 'role', operator: '=', value: 'user' })
    for (const direction of ['ascending', 'descending'] as const) {
      const order = orderBy('created_at', direction, contactSearch)
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = { keyset: keyset(order, contactSearch.id, cursor), perPage: 50 }
        const search = { model: MODELS.contact, query, context, page, limits: { few: 100, walk: 500 } }
        const { rows, next } = await findPage(db, workspaceId, search, async (ids) => ids)
        found.push(...rows)
        cursor = next
      } while (cursor !== undefined)
      assert.deepEqual(
        found,
        (await scan(query, order)).map(({ id }) => id),
      )
    }
  })

  test('count with the first page, and carry the total in the cursor', async () => {
    const query = parseQuery({ field: 'role', operator: '=', value: 'user' })
    const order = orderBy('created_at', 'ascending', contactSearch)
    const pageAfter = (cursor: string | undefined) => {
      const page = { keyset: keyset(order, contactSearch.id, cursor), perPage: 5 }
      const search = { model: MODELS.contact, query, context, page, limits: { few: 100, walk: 500 } }
      return findPage(db, workspaceId, search, async (ids) => ids)
    }
    const first = await pageAfter(undefined)
    await db`update contacts set role = 'lead' where workspace_id = ${workspaceId} and id = ${first.rows[0]!}`
    assert.equal((await pageAfter(first.next)).total, first.total)
    assert.equal((await pageAfter(undefined)).total, first.total - 1)
    const [, ...uncounted] = JSON.parse(Buffer.from(first.next!, 'base64').toString()).toReversed()
    const withoutTotal = Buffer.from(JSON.stringify(uncounted.toReversed())).toString('base64')
    assert.equal((await pageAfter(withoutTotal)).total, first.total - 1, 'a cursor without a total')
  })

  test('the numbers aside are those of the listed rows', async () => {
    const expected = await db`
      select id, key as attribute, entry::numeric as value from contacts, jsonb_each(custom_attributes) as given (key, entry)
      where workspace_id = ${workspaceId} and listed and jsonb_typeof(entry) = 'number' order by 1, 2, 3`
    const aside = await db`
      select id, attribute, value from contact_numbers where workspace_id = ${workspaceId} order by 1, 2, 3`
    assert.deepEqual([...aside], [...expected])
    assert.ok(aside.length > ROWS)
  })
})
