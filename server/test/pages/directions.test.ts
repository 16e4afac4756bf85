/** Where a request chooses the direction of a list, one is the other's exact reverse, page by page; and a long list ends once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOperations } from '../../operations.ts'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { sampleOf } from '../requests/index.ts'
import { give, newestOf, prepare, send } from '../requests/request.ts'
import { paged } from './paged.ts'
import { walkPages } from './walk.ts'

const app = await testApp()

const directed = allOperations.filter(({ query }) => Object.hasOwn(query.properties, 'order'))

/** The first item of each list where no order is asked for. */
const USUAL: Record<string, 'asc' | 'desc'> = {
  'GET /companies': 'desc',
  'POST /companies/list': 'desc',
  'GET /companies/{}/notes': 'desc',
  'GET /conversations/deleted': 'desc',
  'GET /contacts/{}/granted_companies': 'desc',
  'GET /contacts/{}/merge_history': 'desc',
}

test('every operation that takes a direction is told, with its usual one', () => {
  assert.deepEqual(Object.keys(USUAL).toSorted(), directed.map(({ key }) => key).toSorted())
})

for (const operation of directed)
  test(`${operation.key} is in the direction that is asked for`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const sample = sampleOf(operation.key)
    const told = paged[operation.key]
    if (told === undefined || typeof told === 'string') throw new Error('it is not paged')
    await give(scene, operation, sample)
    for (let at = 0; at < 3; at++) await told.row(scene)
    const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
    if (request.body) request.body = {}
    const idOf = told.idOf ?? (({ id }: { id: string }) => id)
    const idsIn = async (query: Record<string, string>) => {
      const pages = await walkPages({ ...request, query }, 2, (asked) => send(scene, asked, newestOf(operation)))
      return pages.flatMap(({ rows }) => rows.map(idOf))
    }
    const [ascending, descending] = [await idsIn({ order: 'asc' }), await idsIn({ order: 'desc' })]
    assert.ok(ascending.length >= 3)
    assert.deepEqual(descending, ascending.toReversed())
    assert.deepEqual(await idsIn({}), USUAL[operation.key] === 'asc' ? ascending : descending)
  })

test('a summary of events tells a thousand names at once, and has a next page only beyond them', async () => {
  const scene = createScene(app, { workspace: await app.createWorkspace() })
  const { id } = await scene.given('a contact')
  const address = `/events?type=user&intercom_user_id=${id}&summary=true`
  const add = (from: number, to: number) => app.db`
    insert into data_event_summaries (workspace_id, contact_id, event_name, first_at, last_at, count)
    select ${scene.workspace.id}::int, ${id}, 'event ' || number, now(), now(), 1
    from generate_series(${from}::int, ${to}::int) as number`
  await add(1, 1000)
  const full = await scene.send('GET', address)
  assert.deepEqual([full['events'].length, full['pages']], [1000, {}])
  await add(1001, 1001)
  const first = await scene.send('GET', address)
  const next = new URL(first['pages'].next)
  const second = await scene.send('GET', next.pathname + next.search)
  const names = [...first['events'], ...second['events']].map(({ name }: { name: string }) => name)
  assert.deepEqual([first['events'].length, new Set(names).size, second['pages']], [1000, 1001, {}])
})
