import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plansOf } from '../../../test/plans.ts'
import { siteScene } from './test-scene.ts'

const { collect, db, get, write } = await siteScene(['en', 'de'], { own: true })
const COPIES = 3000

/** Puts copies of an article, and of its texts in the index, into another collection. */
async function copy(article: number, collection: number): Promise<void> {
  await db`
    insert into articles select (jsonb_populate_record(a, jsonb_build_object('id', a.id + 1000000 + n))).*
    from articles a, generate_series(1, ${COPIES}::int) n where a.id = ${article}`
  await db`
    insert into article_collections
    select (jsonb_populate_record(a, jsonb_build_object(
      'article_id', a.article_id + 1000000 + n, 'collection_id', ${collection}::bigint))).*
    from article_collections a, generate_series(1, ${COPIES}::int) n where a.article_id = ${article}`
  const columns = await db<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_name = 'content_index' and is_generated = 'NEVER' order by ordinal_position`
  const names = columns.map(({ name }) => name)
  const values = names.map((name) => (name === 'item_id' ? 'item_id + 1000000 + n' : name))
  await db.unsafe(
    `insert into content_index (${names.join()}) select ${values.join()} from content_index, generate_series(1, $1::int) n
     where kind = 'article' and item_id = $2`,
    [COPIES, article],
  )
  for (const table of ['articles', 'article_collections', 'content_index']) await db.unsafe(`analyze ${table}`)
}

test('related articles are read one by one, beside a collection that has most articles', async () => {
  const other = Number((await collect({ name: 'Other' })).id)
  const [one, two] = [await write({ title: 'Alpha grinder' }), await write({ title: 'Beta grinder' })]
  await copy(Number(one.id), other)
  const plans = await plansOf(db, /similarity\(near/, async () =>
    assert.match((await get(two.url)).body, /Alpha grinder/),
  )
  for (const { mode, reads } of plans) {
    const rows = reads.filter(({ table }) => table === 'content_index').map(({ rows = 0, wasted }) => rows + wasted)
    assert.ok(Math.max(...rows) < 20, `${mode}: ${rows} texts`)
  }
})
