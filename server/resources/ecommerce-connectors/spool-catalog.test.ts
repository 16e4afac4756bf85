/** Catalogs are read and checked before their transaction begins. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { testApp } from '../../test/app.ts'
import { catalogScene, product } from './test-scene.ts'

const app = await testApp({ own: true })
/** So many that a quiet machine, too, is looked at while it reads. */
const PRODUCTS = 10_000

test('no transaction is open while a catalog is read', async () => {
  const { upload } = await catalogScene(app)
  const words = 'roasted '.repeat(40)
  const many = Array.from({ length: PRODUCTS }, (_, at) => product(`p${at}`, { description: words }))
  let [looks, open] = [0, 0]
  const done = new AbortController()
  const looking = (async () => {
    for (; !done.signal.aborted; await sleep(2)) {
      const found = await app.db`
        select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and backend_type = 'client backend' and xact_start is not null`
      looks++
      if (found.length > 0) open++
    }
  })()
  const { status, body } = await upload({ catalog: [...many, 'no object'] })
  done.abort()
  await looking
  assert.deepEqual([status, body.errors[0].code], [422, 'invalid_catalog_format'])
  assert.match(body.errors[0].message, new RegExp(`catalog\\.${PRODUCTS} is not`))
  assert.ok(looks > 10, `${looks} looks`)
  // The one in which the request is refused.
  assert.ok(open <= 1, `${open} of ${looks} looks found a transaction`)
})

test('a product keeps every character that the database can keep', async () => {
  const { upload, settle, products } = await catalogScene(app)
  const title = 'A\u2028B\u2029C\r\nD\\u2028 "E"'
  await upload({ catalog: [product('a', { title })] })
  await settle()
  assert.deepEqual(
    (await products()).map((one) => one.title),
    [title],
  )
})

/** A product with a value as it is written in JSON. */
const written = (id: string, name: string, json: string) =>
  JSON.stringify(product(id, { [name]: 'here' })).replace('"here"', json)

test('a product in which something has the name that no value can have is refused by itself', async () => {
  const { upload, settle, connector, products } = await catalogScene(app)
  const named = ['{"__proto__":{"x":1}}', '{"a":[{"__proto__":1}]}', '{"__pro\\u0000to__":1}']
  const bad = named.map((additional, at) => written(`p${at}`, 'additional_data', additional))
  bad.push(JSON.stringify(product('p3')).replace('{', '{"__proto__":{},'))
  assert.equal((await upload({ catalog: `[${bad.join()},${JSON.stringify(product('good'))}]` })).status, 202)
  await settle()
  assert.deepEqual(
    (await products()).map(({ id }) => id),
    ['good'],
  )
  assert.deepEqual(
    (await connector()).last_upload.refusals,
    ['p0', 'p1', 'p2', 'p3'].map((id) => `"${id}": Nothing in a product can be named __proto__`),
  )
})

test('an integer that would lose digits, and a number that is too large, is kept as its text', async () => {
  const { upload, settle, connector, products } = await catalogScene(app)
  const additional =
    '{"big":12345678901234567890,"low":-9007199254740993,"far":1e400,"exact":9007199254740991,"part":1.5}'
  const catalog = [written('a', 'additional_data', additional), written('b', 'price_min', '12345678901234567890')]
  await upload({ catalog: `[${catalog.join()}]` })
  await settle()
  const [kept] = await products()
  assert.deepEqual(kept.additional_data, {
    big: '12345678901234567890',
    low: '-9007199254740993',
    far: '1e400',
    exact: 9007199254740991,
    part: 1.5,
  })
  assert.deepEqual((await connector()).last_upload.refusals, ['"b": price_min must be a number'])
})

test('the faults of a request are told before those of its file', async () => {
  const { upload, client } = await catalogScene(app)
  const broken = '[{"id":'
  const form = new FormData()
  form.set('catalog', new File([broken], 'catalog.json'))
  const nowhere = await client.post('/ecommerce/connectors/nowhere/catalog', form)
  assert.deepEqual([nowhere.status, nowhere.body.errors[0].code], [404, 'import_source_not_found'])
  const session = await upload({ catalog: broken, import_job_id: 'job_1', part_number: 1 })
  assert.deepEqual([session.status, session.body.errors[0].code], [404, 'upload_session_not_found'])
  const { import_job_id } = (await upload({ catalog: [product('a')], finalize: false })).body
  const again = await upload({ catalog: broken, finalize: false })
  assert.deepEqual([again.status, again.body.errors[0].code], [409, 'sync_in_progress'])
  const last = await upload({ catalog: broken, finalize: true, import_job_id, part_number: 2 })
  assert.deepEqual([last.status, last.body.errors[0].code], [422, 'invalid_catalog_format'])
  assert.equal((await upload({ finalize: true, import_job_id })).status, 202)
})
