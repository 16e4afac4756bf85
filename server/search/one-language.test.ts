/**
 * One condition language: a condition gives the same answer as a list (a search), as a check of one row, and as the
 * stored filter of a segment, whichever way the segment is asked for.
 */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { act } from '../queue/act.ts'
import { matching } from '../resources/banners/audience.ts'
import { testConversation } from '../resources/conversations/conditions.ts'
import type { BannersRow } from '../db/types/banners.ts'
import { testApp, type TestApp } from '../test/app.ts'
import { randomFrom, type Random } from '../test/random.ts'

const ROWS = 100
const CONDITIONS = 500
const NAMES = ['Ada Lovelace', 'Grace Hopper', 'Anna Müller', "Joan O'Hara", 'Li 100%', null]
const PLANS = ['free', 'pro', 'Pro', null]

type Values = Record<string, (random: Random) => unknown>

const OPERATORS = ['=', '!=', 'IN', 'NIN', '>', '<', '~', '!~', '^', '$']

function conditionOver(values: Values, random: Random, depth = 0): object {
  if (depth < 2 && random.below(3) === 0) {
    const items = Array.from({ length: 1 + random.below(3) }, () => conditionOver(values, random, depth + 1))
    return { operator: random.of(['AND', 'OR']), value: items }
  }
  const field = random.of(Object.keys(values))
  const operator = random.of(OPERATORS)
  const value = () => values[field]!(random)
  return { field, operator, value: operator.endsWith('IN') ? [value(), value()] : value() }
}

/** Every id that a search finds, or undefined where it refuses the condition. */
async function listed(client: ReturnType<TestApp['client']>, path: string, query: object) {
  const ids: string[] = []
  for (let starting_after: string | undefined; ;) {
    const pagination = { per_page: 150, ...(starting_after && { starting_after }) }
    const { status, body } = await client.post(path, { query, pagination })
    if (status === 400) return undefined
    assert.equal(status, 200, JSON.stringify(query))
    for (const { id } of body.data ?? body.conversations) ids.push(id)
    starting_after = body.pages.next?.starting_after
    if (starting_after === undefined) return ids.toSorted()
  }
}

describe('one condition language', () => {
  let app: TestApp
  let client: ReturnType<TestApp['client']>
  let now: number
  const day = (random: Random) => now - random.below(60) * 86_400
  before(async () => {
    app = await testApp({ own: true })
    client = app.client({ observed: false })
    now = Math.floor(app.clock.now().getTime() / 1000)
    for (const [name, data_type] of [
      ['plan', 'string'],
      ['seats', 'integer'],
      ['vip', 'boolean'],
    ])
      await client.post('/data_attributes', { model: 'contact', name, data_type })
  })

  const ofContacts: Values = {
    role: (random) => random.of(['user', 'lead']),
    name: (random) => random.of([...NAMES, 'an', 'A', '%']),
    email: (random) => random.of([`u${random.below(ROWS)}@example.com`, 'u1', '.test', null]),
    external_id: (random) => random.of([`code-${random.below(ROWS)}`, 'code-1', null]),
    created_at: day,
    last_seen_at: (random) => random.of([day(random), null]),
    owner_id: () => app.workspace.adminId,
    'custom_attributes.plan': (random) => random.of(PLANS),
    'custom_attributes.seats': (random) => random.of([random.below(20), null]),
    'custom_attributes.vip': (random) => random.of([true, false]),
  }

  test(`${CONDITIONS} conditions over ${ROWS} contacts`, async () => {
    const random = randomFrom(11)
    for (let at = 0; at < ROWS; at++) {
      const plan = random.of(PLANS)
      const { status, text } = await client.post('/contacts', {
        role: random.below(4) === 0 ? 'lead' : 'user',
        external_id: `code-${at}`,
        ...(random.below(5) > 0 && { email: `u${at}@${random.of(['example.com', 'acme.test'])}` }),
        name: random.of(NAMES),
        ...(random.below(3) > 0 && { last_seen_at: day(random) }),
        ...(random.below(2) > 0 && { owner_id: app.workspace.adminId }),
        custom_attributes: {
          ...(plan && { plan }),
          ...(random.below(3) > 0 && { seats: random.below(20) }),
          ...(random.below(3) > 0 && { vip: random.below(2) > 0 }),
        },
      })
      assert.equal(status, 200, text)
    }
    const { id: workspaceId } = app.workspace
    const roles = new Map<string, string>()
    for (const { id, role } of await app.db<{ id: string; role: string }[]>`
      select id, role from contacts where workspace_id = ${workspaceId}`)
      roles.set(id, role)
    const ids = [...roles.keys()].toSorted()

    const conditions: { condition: object; found: string[]; segment: string }[] = []
    while (conditions.length < CONDITIONS) {
      const condition = conditionOver(ofContacts, random)
      const found = await listed(client, '/contacts/search', condition)
      if (!found) continue
      const name = `Condition ${conditions.length}`
      const made = await client.post('/parley/segments', { name, person_type: 'user', filter: condition })
      assert.equal(made.status, 200, `${JSON.stringify(condition)}: ${made.text}`)
      const segment = made.body.id as string
      const users = found.filter((id) => roles.get(id) === 'user')
      const shown = JSON.stringify(condition)
      assert.deepEqual(
        await listed(client, '/contacts/search', { field: 'segment_id', operator: '=', value: segment }),
        users,
        shown,
      )
      conditions.push({ condition, found, segment })
    }
    const answers = new Set(conditions.map(({ found }) => found.join()))
    assert.ok(answers.size > CONDITIONS / 5, `only ${answers.size} answers differ`)

    // As the audience of a banner is checked: all conditions for one contact.
    const banners = conditions.map(({ condition }, at) => ({ id: at, audience: condition }) as unknown as BannersRow)
    for (const id of ids.filter((_, at) => at % 4 === 0))
      await act({ db: app.db, clock: app.clock }, workspaceId, async (ctx) => {
        const matched = new Set((await matching(ctx, banners, id)).map(({ id }) => id))
        for (const [at, { condition, found }] of conditions.entries())
          assert.equal(matched.has(at), found.includes(id), `${JSON.stringify(condition)} for ${id}`)
      })

    // The segments that one contact is in.
    for (const id of ids.filter((_, at) => at % 10 === 0)) {
      const { body } = await client.get(`/contacts/${id}/segments`)
      const shown = new Set(body.data.map((segment: { id: string }) => segment.id))
      for (const { condition, found, segment } of conditions)
        assert.equal(shown.has(segment), found.includes(id) && roles.get(id) === 'user', JSON.stringify(condition))
    }
  })

  const ofConversations: Values = {
    id: (random) => String(random.below(100)),
    'source.body': (random) => random.of(['invoice', 'order', 'Hello invoice', 'zz']),
    'source.author.email': (random) => random.of([`writer-${random.below(9)}@example.com`, 'writer', null]),
    'source.author.type': (random) => random.of(['user', 'lead', 'admin']),
    state: (random) => random.of(['open', 'closed', 'snoozed']),
    open: (random) => random.of([true, false]),
    read: (random) => random.of([true, false]),
    priority: (random) => random.of(['priority', 'not_priority', 'urgent']),
    created_at: day,
    waiting_since: (random) => random.of([day(random), null]),
    admin_assignee_id: (random) => random.of([app.workspace.adminId, 0, null]),
    'statistics.count_reopens': (random) => random.below(3),
    'statistics.first_close_at': (random) => random.of([day(random), null]),
  }

  test('the conditions of rules and workflows over conversations', async () => {
    const random = randomFrom(12)
    const admin = { type: 'admin', admin_id: app.workspace.adminId }
    const ids: string[] = []
    for (let at = 0; at < 40; at++) {
      const writer = { role: 'user', email: `writer-${at % 9}@example.com`, external_id: `writer ${at}` }
      const { body: contact } = await client.post('/contacts', writer)
      const words = random.of(['Hello', 'My invoice', 'Hello invoice', 'An order'])
      const from = { type: 'user', id: contact.id }
      const { body } = await client.post('/conversations', { from, body: words, created_at: day(random) })
      const path = `/conversations/${body.conversation_id}`
      for (const message_type of ['close', 'open', 'close'].slice(0, random.below(4)))
        await client.post(`${path}/parts`, { ...admin, message_type })
      if (random.below(3) === 0)
        await client.post(`${path}/parts`, { ...admin, message_type: 'assignment', assignee_id: admin.admin_id })
      ids.push(body.conversation_id)
    }
    const conditions: object[] = []
    const found: string[][] = []
    const reader = app.client({ version: 'Preview', observed: false })
    while (conditions.length < 150) {
      const condition = conditionOver(ofConversations, random)
      const listedIds = await listed(reader, '/conversations/search', condition)
      if (!listedIds) continue
      conditions.push(condition)
      found.push(listedIds)
    }
    await act({ db: app.db, clock: app.clock }, app.workspace.id, async (ctx) => {
      for (const id of ids) {
        const matches = await testConversation(ctx, Number(id), conditions)
        for (const [at, condition] of conditions.entries())
          assert.equal(matches[at], found[at]!.includes(id), `${JSON.stringify(condition)} for ${id}`)
      }
    })
  })
})
