/** The order that is documented or asked for is that of the rows, and not that of their ids. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companySearch } from '../../resources/companies/search-fields.ts'
import { contactSearch } from '../../resources/contacts/search-fields.ts'
import { conversationSearch } from '../../resources/conversations/search-fields.ts'
import { testApp } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import type { FixtureName } from '../fixtures/vocabulary.ts'
import { pagedOperations } from '../pages/paged.ts'
import { walkPages } from '../pages/walk.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { give, prepare, send } from '../requests/request.ts'
import { asMade, byIds, ordered, rowOf, type Ordered } from './lists.ts'
import { byRank, clear, findColumn, shuffle } from './shuffled.ts'
import { neverMissing, notByColumn, renamed } from './sort-fields.ts'

const app = await testApp()

test('the order of every paged list is held here, or told where', () => {
  const lists = pagedOperations.map(({ key }) => key).filter((key) => !key.endsWith('/search'))
  const told = [...new Set([...ordered.map(({ key }) => key), ...Object.keys(byIds)])]
  assert.deepEqual(told.toSorted(), lists.toSorted().concat('GET /segments').toSorted())
})

for (const list of ordered)
  test(`${list.key} ${JSON.stringify(list.query ?? {})} is by ${list.column}`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const operation = allOperations.find(({ key }) => key === list.key)!
    const ids = (await rowsFor(scene, list)).toSorted((a, b) =>
      a.length === b.length ? (a < b ? -1 : 1) : a.length - b.length,
    )
    const column = (await findColumn(app, list.table, [list.column]))!
    await shuffle(app, scene.workspace.id, column, ids, list.rowKey)
    const sample = sampleOf(list.key)
    const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
    request.query = { ...list.query }
    if (request.body) request.body = {}
    const pages = await walkPages(request, list.of === 'segment' ? undefined : 2, async (asked) => {
      const reply = await send(scene, asked)
      return { ...reply, body: { ...reply.body, data: reply.body.data ?? reply.body.segments } }
    })
    const found = pages.flatMap(({ rows }) => rows.map((row: any) => row.source_contact_id ?? row.id))
    const wanted = list.descending ? byRank(ids).toReversed() : byRank(ids)
    assert.deepEqual(
      found.filter((id) => ids.includes(id)),
      wanted,
    )
  })

for (const { key, row, newestFirst } of asMade)
  test(`${key} is in the order in which its rows were made${newestFirst ? ', the newest first' : ''}`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const operation = allOperations.find((one) => one.key === key)!
    const ids: string[] = []
    for (let at = 0; at < 3; at++) ids.push(String((await scene.another(row))['id']))
    const sample = sampleOf(key)
    const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
    request.query = {}
    const pages = await walkPages(request, 2, (asked) => send(scene, asked))
    const found = pages.flatMap(({ rows }) => rows.map(({ id }: any) => String(id))).filter((id) => ids.includes(id))
    assert.deepEqual(found, newestFirst ? ids.toReversed() : ids)
  })

async function rowsFor(scene: Scene, { of }: Ordered): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < 3; at++) {
    const { id } = await scene.another(rowOf[of] ?? 'a contact')
    if (of === 'attached')
      await scene.send('POST', `/contacts/${id}/companies`, { id: (await scene.given('a company'))['id'] })
    ids.push(String(id))
  }
  return ids
}

for (const [path, table, row, { fields }] of [
  ['/contacts/search', 'contacts', 'a contact', contactSearch],
  ['/companies/search', 'companies', 'a company with a contact', companySearch],
  ['/conversations/search', 'threads', 'a rated conversation', conversationSearch],
] as [string, string, FixtureName, typeof contactSearch][])
  test(`POST ${path} sorts by every field that can be sorted by, both ways`, async (t) => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const ids: string[] = []
    for (let at = 0; at < 3; at++) ids.push((await scene.another(row))['id'])
    for (const [field, { sort }] of Object.entries(fields)) {
      if (!sort || Object.hasOwn(notByColumn, `${table} ${field}`)) continue
      await t.test(field, async () => {
        const column = await findColumn(app, table, [
          renamed[`${table} ${field}`] ?? field,
          field.replaceAll('.', '_'),
          field.split('.').at(-1)!,
        ])
        assert.ok(column, `tell sort-fields.ts the column of ${field}`)
        await shuffle(app, scene.workspace.id, column, ids)
        for (const order of ['ascending', 'descending']) {
          const wanted = order === 'ascending' ? byRank(ids) : byRank(ids).toReversed()
          assert.deepEqual(await sorted(field, order, 2), wanted, order)
        }
        // Rows without a value come last, wherever a page ends.
        if (Object.hasOwn(neverMissing, `${table} ${field}`)) return
        const [without, ...others] = byRank(ids).toReversed() as [string, ...string[]]
        if (!(await clear(app, scene.workspace.id, column, without))) return
        for (const order of ['ascending', 'descending']) {
          const wanted = [...(order === 'ascending' ? others.toReversed() : others), without]
          for (const perPage of [1, 2])
            assert.deepEqual(await sorted(field, order, perPage), wanted, `${order} ${perPage}`)
        }
      })
    }

    /** All pages, of the rows that this test shuffles. */
    async function sorted(field: string, order: string, per_page: number): Promise<string[]> {
      const found: string[] = []
      let pagination: object = { per_page }
      for (;;) {
        const query = { operator: 'AND', value: [{ field: 'created_at', operator: '>', value: 1 }] }
        const body = await scene.send('POST', path, { query, sort: { field, order }, pagination })
        found.push(...(body['data'] ?? body['conversations']).map(({ id }: { id: string }) => id))
        if (!body['pages'].next || found.length > 20) return found.filter((id) => ids.includes(id))
        pagination = { per_page, starting_after: body['pages'].next.starting_after }
      }
    }
  })
