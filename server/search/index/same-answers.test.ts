/**
 * An index finds what the table finds: hundreds of queries made at random, over rows that are partly
 * in a large segment, partly in small ones, and partly changed since.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { fragment, type Pool } from '../../db/pool.ts'
import { hexId } from '../../ids.ts'
import { contactSearch } from '../../resources/contacts/search-fields.ts'
import { searchContacts, countContacts } from '../../resources/contacts/list-queries.ts'
import { testApp, type TestApp } from '../../test/app.ts'
import { compileQuery } from '../compile.ts'
import type { SearchContext } from '../fields.ts'
import { keyset } from '../keyset.ts'
import { parseQuery, type Query } from '../parse.ts'
import { orderBy, type Direction } from '../sort.ts'
import { foldIndex, makeIndex } from './fold.ts'
import { forgetIndexes } from './known-indexes.ts'
import { MODELS } from './models.ts'
import { randomFrom, type Random } from '../../test/random.ts'

const ROWS = 3000
const FIRST = ['Ada', 'Grace', 'Anna', 'Hannah', 'Joan', 'Ünal', 'Ōta', 'Li', "O'Hara"]
const LAST = ['Lovelace', 'Hopper', 'Clarke', 'Curie', 'ann', 'Müller', '%_\\']
const DOMAINS = ['example.com', 'example.com', 'example.com', 'acme.test', 'globex.test', 'rare.test']
const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 15, 12)

const RECENT: Query = { kind: 'field', field: 'last_seen_at', operator: '>', value: { days_ago: 100 } }

describe('an index and its table', () => {
  let app: TestApp
  let db: Pool
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
    await makeIndex(db, workspaceId, MODELS.contact)
    for (const from of [ROWS, ROWS + 200]) {
      await insertContacts(random, from, 100)
      await changeContacts(random, 50)
      assert.ok((await foldIndex(db, workspaceId, MODELS.contact)) > 0)
    }
    await insertContacts(random, ROWS + 400, 60)
    await changeContacts(random, 60)
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
  after(() => forgetIndexes(db))

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
      await db`update contacts set ${change}, updated_at = now() where workspace_id = ${workspaceId} and id = ${id}`
    }
  }

  const OPERATORS = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$']

  /** Most of what it makes is refused by the field: those are left out. */
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

  /** Of one field, from here to there; some of them the wrong way around. */
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

  test('find the same rows, in the same order, and as many, page by page', async () => {
    const random = randomFrom(7)
    const sorts = ['created_at', 'updated_at', 'last_seen_at', 'name', 'owner_id', 'role']
    let compared = 0
    for (let at = 0; at < 200; at++) {
      const raw = randomQuery(random)
      const query = readQuery(raw)
      if (!query) continue
      const order = orderBy(random.of(sorts), random.of<Direction>(['ascending', 'descending']), contactSearch)
      const perPage = random.of([1, 7, 50])
      const condition = compileQuery(query, contactSearch, context)
      const asked = { query, context, condition }
      let cursor: string | undefined
      for (let page = 0; page < 3; page++) {
        const paged = { ...asked, page: { keyset: keyset(order, contactSearch.id, cursor), perPage } }
        const indexed = await searchContacts(db, workspaceId, paged)
        // A transaction has no snapshot to read an index in: it goes to the table.
        const plain = await db.begin((tx) => searchContacts(tx, workspaceId, paged))
        const what = `${JSON.stringify(raw)} by ${order.field} ${order.direction}, page ${page + 1} of ${perPage}`
        assert.equal(indexed.total, await countContacts(db, workspaceId, condition), what)
        assert.deepEqual(
          indexed.rows.map(({ id }) => id),
          plain.rows.map(({ id }) => id),
          what,
        )
        assert.equal(indexed.next, plain.next, what)
        compared++
        cursor = indexed.next
        if (cursor === undefined) break
      }
    }
    assert.ok(compared > 50, `only ${compared} pages were compared`)
  })

  test('find the same few rows by age, page by page, though segments overlap', async () => {
    for (let seats = 0; seats < 12; seats++)
      for (const direction of ['ascending', 'descending'] as const) {
        const query = parseQuery({ field: 'custom_attributes.seats', operator: '=', value: seats })
        const order = orderBy('created_at', direction, contactSearch)
        const asked = { query, context, condition: compileQuery(query, contactSearch, context) }
        let cursor: string | undefined
        do {
          const paged = { ...asked, page: { keyset: keyset(order, contactSearch.id, cursor), perPage: 3 } }
          const indexed = await searchContacts(db, workspaceId, paged)
          const plain = await db.begin((tx) => searchContacts(tx, workspaceId, paged))
          assert.deepEqual([indexed.next, ...idsOf(indexed)], [plain.next, ...idsOf(plain)])
          cursor = indexed.next
        } while (cursor !== undefined)
      }
  })

  test('find what changed since the same was asked', async () => {
    const query = parseQuery({ field: 'custom_attributes.plan', operator: 'IN', value: ['pro', 'free'] })
    const order = orderBy('created_at', 'ascending', contactSearch)
    const page = { keyset: keyset(order, contactSearch.id, undefined), perPage: 20 }
    const asked = { query, context, condition: compileQuery(query, contactSearch, context), page }
    assert.ok((await foldIndex(db, workspaceId, MODELS.contact)) > 0)
    const random = randomFrom(11)
    const totals = new Set<number>()
    for (let round = 0; round < 6; round++) {
      const found = await searchContacts(db, workspaceId, asked)
      const plain = await db.begin((tx) => searchContacts(tx, workspaceId, asked))
      assert.deepEqual([found.total, idsOf(found)], [plain.total, idsOf(plain)], `round ${round}`)
      totals.add(found.total)
      const ids = idsOf(found).filter(() => random.below(2) === 0)
      await db`update contacts set custom_attributes = '{"plan": "gold"}' where workspace_id = ${workspaceId} and id = any(${ids})`
      if (round % 3 === 2) await foldIndex(db, workspaceId, MODELS.contact)
    }
    assert.equal(totals.size, 6)
  })

  test('find every row once where many are alike in what they are sorted by', async () => {
    const moment = new Date(NOW - 400 * DAY)
    await db`update contacts set created_at = ${moment} where workspace_id = ${workspaceId} and email like '%@globex.test'`
    assert.ok((await foldIndex(db, workspaceId, MODELS.contact)) > 0)
    const query = parseQuery({ field: 'role', operator: '=', value: 'user' })
    const asked = { query, context, condition: compileQuery(query, contactSearch, context) }
    const [alike] = await db<{ count: number }[]>`
      select count(*) from contacts
      where workspace_id = ${workspaceId} and listed and created_at = ${moment} and ${asked.condition}`
    assert.ok(alike!.count > 300, `only ${alike!.count} are alike`)
    for (const direction of ['ascending', 'descending'] as const) {
      const order = orderBy('created_at', direction, contactSearch)
      const ids: string[] = []
      let cursor: string | undefined
      let total = 0
      do {
        const paged = { ...asked, page: { keyset: keyset(order, contactSearch.id, cursor), perPage: 50 } }
        const found = await searchContacts(db, workspaceId, paged)
        ids.push(...found.rows.map(({ id }) => id))
        cursor = found.next
        total = found.total
      } while (cursor !== undefined)
      assert.equal(ids.length, total)
      assert.equal(new Set(ids).size, total)
    }
  })

  for (const [what, raw] of [
    ['many', { field: 'custom_attributes.plan', operator: '!=', value: 'free' }],
    ['few', { field: 'custom_attributes.seats', operator: '=', value: 7 }],
  ] as const) {
    test(`find the same while it is folded, where ${what} match`, async () => {
      const query = parseQuery(raw)
      const order = orderBy('created_at', 'ascending', contactSearch)
      const page = { keyset: keyset(order, contactSearch.id, undefined), perPage: 50 }
      const asked = { query, context, condition: compileQuery(query, contactSearch, context), page }
      const { total, ...expected } = await db.begin((tx) => searchContacts(tx, workspaceId, asked))
      const ids = idsOf(expected)
      const random = randomFrom(3)
      const searches = new AbortController()
      const folding = (async () => {
        for (let round = 0; !searches.signal.aborted; round++) {
          // What they are found by stays as it is.
          await db`update contacts set name = ${`Round ${round}`} where workspace_id = ${workspaceId}
            and id = any(${ids.filter(() => random.below(2) === 0)})`
          await foldIndex(db, workspaceId, MODELS.contact)
        }
      })()
      for (let searched = 0; searched < 100; searched++) {
        const found = await searchContacts(db, workspaceId, asked)
        assert.deepEqual([found.total, idsOf(found)], [total, ids])
        assert.equal(found.next, expected.next)
      }
      searches.abort()
      await folding
      assert.ok(ids.length > 5)
    })
  }
})

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)
