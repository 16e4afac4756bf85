/**
 * Every paged operation gives each row once and in one order, whatever the size of its pages, and nothing
 * after the last: N rows by pages of 1, N − 1, N, N + 1, most and more than most.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../../http/operation.ts'
import { history } from '../../versions/index.ts'
import { testApp } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { sampleOf } from '../requests/index.ts'
import { give, newestOf, prepare, send, type Request } from '../requests/request.ts'
import { paged, pagedOperations, type Paged } from './paged.ts'
import { walkPages } from './walk.ts'

const app = await testApp()
const MADE = 3

/** The oldest version, the one that most clients name, the newest but one and the newest. */
const LOOKED_AT = [history.versions[0]!.name, '2.11', history.versions.at(-2)!.name, history.versions.at(-1)!.name]

test('every paged operation is told, or why it is not walked', () => {
  assert.deepEqual(Object.keys(paged).toSorted(), pagedOperations.map(({ key }) => key).toSorted())
})

for (const operation of pagedOperations) {
  const told = paged[operation.key]
  if (told === undefined || typeof told === 'string') continue
  test(`${operation.key} gives each row once, by pages of every size, in old and new versions`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const sample = sampleOf(operation.key)
    await give(scene, operation, sample)
    for (let at = 0; at < MADE; at++) await told.row(scene)
    const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
    request.query = told.query ? await told.query(scene) : {}
    const { unless, ...newest } = told
    await holdSizes(scene, operation, newest, request, newestOf(operation))
    const versions = LOOKED_AT.filter((name) => history.find(name)!.serves(operation.key))
    for (const version of versions) {
      const isOlder = unless !== undefined && !history.find(version)!.has(unless.change)
      await holdSizes(scene, operation, isOlder ? { ...newest, ...unless } : newest, request, version, [1, MADE])
    }
    const last = unless && history.versions.findLast(({ has }) => !has(unless.change))
    if (last) await holdSizes(scene, operation, { ...newest, ...unless }, request, last.name)
  })
}

async function holdSizes(
  scene: Scene,
  operation: Operation,
  { most, beyond, idOf = ({ id }) => id }: Paged,
  request: Request,
  version: string,
  only?: number[],
) {
  const ask = (asked: Request) => send(scene, asked, version)
  const idsOf = async (perPage: number | undefined) => {
    const pages = await walkPages(request, perPage, ask)
    return { pages, ids: pages.flatMap(({ rows }) => rows.map(idOf)) }
  }
  const whole = await idsOf(most)
  const n = whole.ids.length
  assert.ok(n >= MADE, `${n} rows in ${version}`)
  assert.equal(new Set(whole.ids).size, n, 'each row is there once')
  if (most === undefined) return
  const sizes = only ? [1, n] : [1, n - 1, n, n + 1, most]
  for (const size of sizes) {
    const { pages, ids } = await idsOf(size)
    assert.deepEqual(ids, whole.ids, `${version}, by ${size}`)
    assert.equal(pages.length, Math.ceil(n / size), `${version}: pages of ${size}, of ${n} rows`)
    for (const [at, { reply }] of pages.entries()) holdNumbers(reply.body, at + 1, size, n)
  }
  if (only) return
  if (beyond === 'refused') await assert.rejects(idsOf(most + 1), /Per Page is too big/)
  else {
    const { pages } = await idsOf(most + 1)
    assert.deepEqual(pages[0]!.rows.map(idOf), whole.ids)
    assert.equal(pages[0]!.reply.body.pages?.per_page ?? most, most, `${operation.key}: more than the most is the most`)
  }
}

/** Checks `pages` and the totals, if the answer has them. */
function holdNumbers(body: any, page: number, size: number, total: number) {
  if (typeof body.total_count === 'number') assert.equal(body.total_count, total)
  if (body.has_more !== undefined) assert.equal(body.has_more, page < Math.ceil(total / size))
  const { per_page, total_pages } = body.pages ?? {}
  if (per_page !== undefined) assert.equal(per_page, size)
  if (total_pages !== undefined) assert.equal(total_pages, Math.ceil(total / size))
  if (body.pages?.page !== undefined) assert.equal(body.pages.page, page)
  if (typeof body.pages?.next === 'object' && body.pages.next?.page !== undefined)
    assert.equal(body.pages.next.page, page + 1)
}
