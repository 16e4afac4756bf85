import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { pruneCatalogUploads } from './prune-uploads.task.ts'
import { catalogScene, product } from './test-scene.ts'

const app = await testApp()
const ids = (products: { id: string }[]) => products.map(({ id }) => id)
const beyond = (most: string) => [422, 'payload_too_large', `An upload takes at most ${most}`]
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].code]

suite('the whole catalog at once', () => {
  test('products are those of the file, whatever they were before', async () => {
    const { upload, settle, products, connector } = await catalogScene(app)
    const { status, body } = await upload({ catalog: [product('a'), product('b')] })
    assert.deepEqual(
      [status, Object.keys(body), body.status, body.message],
      [202, ['import_job_id', 'status', 'message'], 'processing', 'Catalog received. Sync has started.'],
    )
    assert.match(body.import_job_id, /^job_\d+$/)
    assert.deepEqual(ids(await products()), [])
    await settle()
    assert.deepEqual(ids(await products()), ['a', 'b'])
    await upload({ catalog: [product('c'), product('b', { title: 'New' })] })
    await settle()
    assert.deepEqual(
      (await products()).map(({ id, title }) => [id, title]),
      [
        ['b', 'New'],
        ['c', 'Coffee c'],
      ],
    )
    const [shown] = await products()
    assert.deepEqual(Object.keys(shown).slice(0, 5), ['type', 'id', 'title', 'url', 'description'])
    const { last_upload, product_count } = await connector()
    assert.deepEqual([last_upload.state, last_upload.item_count, product_count], ['completed', 2, 2])
  })

  test('an empty catalog is refused where it would remove every product', async () => {
    const { upload, settle, products } = await catalogScene(app)
    assert.equal((await upload({ catalog: [] })).status, 202)
    await settle()
    await upload({ catalog: [product('a')] })
    await settle()
    assert.deepEqual(refusal(await upload({ catalog: [] })), [422, 'invalid_catalog_format'])
    const { import_job_id } = (await upload({ catalog: [], finalize: false })).body
    assert.deepEqual(refusal(await upload({ finalize: true, import_job_id })), [422, 'invalid_catalog_format'])
    assert.deepEqual(ids(await products()), ['a'])
    assert.equal((await upload({ finalize: true, import_job_id, catalog: [product('b')], part_number: 2 })).status, 202)
    await settle()
    assert.deepEqual(ids(await products()), ['b'])
  })

  test('a catalog none of whose products is taken removes none, and fails', async () => {
    const { upload, settle, products, connector } = await catalogScene(app)
    await upload({ catalog: [product('a')] })
    await settle()
    await upload({ catalog: [{ sku: 'a' }, { sku: 'b' }] })
    await settle()
    assert.deepEqual(ids(await products()), ['a'])
    const { state, failure, refused_count } = (await connector()).last_upload
    assert.deepEqual(
      [state, failure, refused_count],
      ['failed', 'The catalog names no product that was taken, so that none was removed', 2],
    )
    assert.equal((await upload({ catalog: [product('b')] })).status, 202)
  })

  test('a catalog whose products are all refused removes none, whether they were there before or not', async () => {
    const { upload, settle, products, connector } = await catalogScene(app)
    await upload({ catalog: [product('a'), product('b')] })
    await settle()
    await upload({ catalog: [product('a', { title: '' })] })
    await settle()
    assert.deepEqual(ids(await products()), ['a', 'b'])
    const { state, refused_count } = (await connector()).last_upload
    assert.deepEqual([state, refused_count], ['failed', 1])
  })

  test('a product is refused by itself, with the reason; it stays as it was where it was there', async () => {
    const { upload, settle, products, connector } = await catalogScene(app)
    await upload({ catalog: [product('a'), product('gone')] })
    await settle()
    await upload({
      catalog: [
        { id: 'a' },
        product('b', { url: 'http://beans.example/b' }),
        product('c', { price_min: 'x' }),
        product('d'),
      ],
    })
    await settle()
    assert.deepEqual(ids(await products()), ['a', 'd'])
    const { last_upload } = await connector()
    assert.deepEqual(last_upload.refusals, [
      '"a": title is a required parameter',
      '"b": url must be an address that begins with https://',
      '"c": price_min must be a number',
    ])
    assert.equal(last_upload.refused_count, 3)
  })

  test('details follow from the variants where the product does not say them', async () => {
    const { upload, settle, products } = await catalogScene(app)
    const variants = [
      { id: '1', title: 'Small', price: 9.5, in_stock: false },
      { id: '2', price: 20, in_stock: true, image_url: 'https://beans.example/2.png', url: 'https://beans.example/2' },
    ]
    await upload({
      catalog: [
        product('a', {
          description: 'plain',
          description_html: '<p>Fine<script>alert(1)</script></p>',
          image_urls: ['javascript:alert(1)', 'https://beans.example/a.png'],
          category_path: 'Coffee > Beans',
          variants,
        }),
      ],
    })
    await settle()
    const [made] = await products()
    assert.deepEqual(
      [made.description, made.featured_image_url, made.image_urls, made.price_min, made.price_max, made.currency],
      ['<p>Fine</p>', 'https://beans.example/a.png', ['https://beans.example/a.png'], 9.5, 20, 'USD'],
    )
    assert.deepEqual([made.in_stock, made.category_path], [true, ['Coffee', 'Beans']])
    assert.deepEqual(
      made.variants.map((one: any) => [one.title, one.in_stock, one.image_url, one.url]),
      [
        ['Small', false, 'https://beans.example/a.png', 'https://beans.example/a?variant=1'],
        [null, true, 'https://beans.example/2.png', 'https://beans.example/2'],
      ],
    )
  })
})

suite('a catalog in parts', () => {
  test('it is taken part by part, and begun at its end', async () => {
    const { upload, settle, products } = await catalogScene(app)
    const begun = await upload({ catalog: [product('a')], finalize: false })
    const { import_job_id } = begun.body
    assert.deepEqual([begun.status, begun.body], [200, { import_job_id, next_part_number: 2 }])
    const second = { catalog: [product('b')], finalize: false, import_job_id, part_number: 2 }
    assert.deepEqual((await upload(second)).body, { import_job_id, next_part_number: 3 })
    await settle()
    assert.deepEqual(await products(), [])
    const ended = await upload({ finalize: true, import_job_id })
    assert.deepEqual([ended.status, ended.body.import_job_id], [202, import_job_id])
    await settle()
    assert.deepEqual(ids(await products()), ['a', 'b'])
  })

  test('a part that is sent again is taken once, the first without the id that its answer had', async () => {
    const { upload, settle, products, connector } = await catalogScene(app)
    const first = { catalog: [product('a')], finalize: false, part_number: 1 }
    const { import_job_id } = (await upload(first)).body
    assert.deepEqual((await upload(first)).body, { import_job_id, next_part_number: 2 })
    const second = { catalog: [product('b')], finalize: false, import_job_id, part_number: 2 }
    for (let time = 0; time < 3; time++)
      assert.deepEqual((await upload(second)).body, { import_job_id, next_part_number: 3 })
    assert.deepEqual(refusal(await upload({ ...first, catalog: [product('c')] })), [409, 'sync_in_progress'])
    await upload({ finalize: true, import_job_id })
    await settle()
    assert.deepEqual([ids(await products()), (await connector()).last_upload.item_count], [['a', 'b'], 2])
  })

  test('a part that is refused leaves the upload as it was', async () => {
    const { upload, settle, products } = await catalogScene(app)
    const { import_job_id } = (await upload({ catalog: [product('a')], finalize: false })).body
    const part = { finalize: false, import_job_id, part_number: 2 }
    assert.equal((await upload({ ...part, catalog: '[{"id": "b"}, 5]' })).status, 422)
    assert.equal((await upload({ ...part, catalog: [product('b')] })).body.next_part_number, 3)
    await upload({ finalize: true, import_job_id, catalog: [product('c')], part_number: 3 })
    await settle()
    assert.deepEqual(ids(await products()), ['a', 'b', 'c'])
  })

  test('an upload that nobody goes on with is given up after a day', async () => {
    const scene = await testApp({ own: true })
    const { upload } = await catalogScene(scene)
    await upload({ catalog: [product('a')], finalize: false })
    scene.clock.advance(86_300)
    await pruneCatalogUploads.run(scene, {})
    assert.equal((await upload({ catalog: [] })).status, 409)
    scene.clock.advance(200)
    await pruneCatalogUploads.run(scene, {})
    assert.equal((await upload({ catalog: [] })).status, 202)
  })

  test('an upload takes so many parts, products and bytes, and no more', async () => {
    const { id, upload, workspace } = await catalogScene(app)
    const { import_job_id } = (await upload({ catalog: [product('a')], finalize: false })).body
    const change = (fields: object) => app.db`
      update catalog_uploads set ${app.db(fields)} where workspace_id = ${workspace.id} and connector_id = ${id}`
    const send = (part_number: number) =>
      upload({ catalog: [product('b')], finalize: false, import_job_id, part_number })
    const messageOf = async (part_number: number) => {
      const { status, body } = await send(part_number)
      return [status, body.errors[0].code, body.errors[0].message]
    }
    await change({ byte_count: 999_999_990 })
    assert.deepEqual(await messageOf(2), beyond('1000 MB'))
    await change({ byte_count: 0, next_part_number: 101 })
    assert.deepEqual(await messageOf(101), beyond('100 parts'))
    await change({ next_part_number: 2 })
    const count = (n: number) => app.db`update bulk_tasks set item_count = ${n} where workspace_id = ${workspace.id}`
    await count(500_000)
    assert.deepEqual(await messageOf(2), beyond('500000 products'))
    await count(499_999)
    assert.equal((await send(2)).body.next_part_number, 3)
    const [kept] = await app.db`select byte_count from catalog_uploads where workspace_id = ${workspace.id}`
    assert.equal(kept!['byte_count'], JSON.stringify([product('b')]).length)
  })

  test('an upload whose end fails, or whose job was given up, is over, and another begins', async () => {
    const scene = await testApp({ own: true })
    const { connector, products, settle, upload, workspace } = await catalogScene(scene)
    await upload({ catalog: [product('a')] })
    await settle()
    await scene.db.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse before delete on products for each row execute function refuse()`)
    await upload({ catalog: [product('b')] })
    await assert.rejects(settle())
    const { state, failure } = (await connector()).last_upload
    assert.deepEqual([state, failure], ['failed', 'The products that the catalog does not name could not be removed'])
    await scene.db.unsafe('drop trigger refuse on products')
    assert.equal((await upload({ catalog: [product('c')] })).status, 202)
    await pruneCatalogUploads.run(scene, {})
    assert.equal((await connector()).last_upload.state, 'processing')
    await scene.db`
      update graphile_worker._private_jobs set attempts = max_attempts
      where (payload ->> 'workspace_id')::int = ${workspace.id}`
    await pruneCatalogUploads.run(scene, {})
    assert.equal((await connector()).last_upload.state, 'failed')
    await upload({ catalog: [product('d')] })
    await settle()
    assert.deepEqual([ids(await products()), (await connector()).last_upload.failure], [['d'], null])
  })

  test('two uploads that come together: one is taken, the other is told', async () => {
    const { upload } = await catalogScene(app)
    const statuses = await Promise.all([1, 2].map(async () => (await upload({ catalog: [product('a')] })).status))
    assert.deepEqual(statuses.toSorted(), [202, 409])
  })
})

suite('files that are none', () => {
  for (const [what, catalog] of [
    ['nothing', ''],
    ['no JSON', '[{"id": 1'],
    ['more after its end', '[] []'],
    ['another value', '"[]"'],
    ['bytes that are no UTF-8', null],
    ['an array in it', '[[]]'],
    ['a product of a megabyte', JSON.stringify([product('a', { description: 'x'.repeat(1_000_001) })])],
    ['a product nested very deep', `[{"a":${'['.repeat(100)}${']'.repeat(100)}}]`],
  ] as const)
    test(`${what} is refused, and nothing is begun`, async () => {
      const { client, path, upload } = await catalogScene(app)
      const form = new FormData()
      form.set('catalog', new File([Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])], 'catalog.json'))
      const reply = catalog === null ? await client.post(path, form) : await upload({ catalog })
      assert.deepEqual(refusal(reply), [422, 'invalid_catalog_format'])
      assert.equal((await upload({ catalog: [] })).status, 202)
    })

  test('an item that is no object is named by its place', async () => {
    const { upload } = await catalogScene(app)
    const { status, body } = await upload({ catalog: JSON.stringify([product('a'), 5]) })
    assert.deepEqual(
      [status, body.errors[0].message],
      [422, 'each item in the catalog array must be a JSON object, which catalog.1 is not'],
    )
  })

  test('JSON is no file, whatever its keys', async () => {
    const { client, path, upload } = await catalogScene(app)
    for (const catalog of [{ truncated: false, open: 'x' }, [product('a')], 'x'])
      for (const more of [{}, { finalize: false }]) {
        const { status, body } = await client.post(path, { catalog, ...more })
        const { code, message } = body.errors[0]
        assert.deepEqual([status, code, message], [400, 'parameter_not_found', 'catalog must be an uploaded file'])
      }
    assert.deepEqual(refusal(await client.post(path, {})), [400, 'parameter_not_found'])
    assert.equal((await upload({ catalog: [] })).status, 202)
  })

  test('a form that is cut off or has no boundary, and one for another operation, are refused', async () => {
    const { workspace, path } = await catalogScene(app)
    const send = (url: string, type: string, payload: string) =>
      app.app.inject({
        method: 'POST',
        url,
        payload,
        headers: { authorization: `Bearer ${workspace.token}`, 'intercom-version': 'Preview', 'content-type': type },
      })
    const cut = '--x\r\nContent-Disposition: form-data; name="catalog"; filename="a"\r\n\r\n[{"id'
    assert.equal((await send(path, 'multipart/form-data; boundary=x', cut)).statusCode, 400)
    assert.equal((await send(path, 'multipart/form-data', cut)).statusCode, 400)
    assert.equal((await send('/tags', 'multipart/form-data; boundary=x', cut)).statusCode, 415)
  })

  test('text that the database cannot keep is kept without it', async () => {
    const { upload, settle, products } = await catalogScene(app)
    await upload({ catalog: '[{"id":"a","title":"A\\u0000\\ud800","url":"https://a.example"}]' })
    await settle()
    assert.equal((await products())[0].title, 'A\ufffd')
  })

  test('a disk that takes no file is told as such', async () => {
    const { upload } = await catalogScene(app)
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = '/dev/null/nowhere'
    try {
      const { status, body } = await upload({ catalog: [] })
      assert.deepEqual([status, body.errors[0]], [503, { code: 'internal_error', message: 'Failed to store catalog' }])
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })
})

suite('settings', () => {
  test('an id is taken once; a connector goes with its products and its upload', async () => {
    const { client, id, settle, upload } = await catalogScene(app)
    const path = '/parley/ecommerce_connectors'
    assert.equal((await client.post(path, { id, name: 'Another' })).status, 409)
    await upload({ catalog: [product('a')] })
    await settle()
    await upload({ catalog: [product('b')] })
    assert.equal((await client.delete(`${path}/${id}`)).status, 200)
    await settle()
    assert.equal((await client.get(`${path}/${id}/products`)).status, 404)
    assert.equal((await client.post(path, { id, name: 'Again' })).body.product_count, 0)
  })

  test('products are paged in the order of their ids', async () => {
    const { client, id, settle, upload } = await catalogScene(app)
    await upload({ catalog: ['c', 'a', 'b'].map((name) => product(name)) })
    await settle()
    const path = `/parley/ecommerce_connectors/${id}/products?per_page=2`
    const { body } = await client.get(path)
    const next = encodeURIComponent(body.pages.next.starting_after)
    const rest = (await client.get(`${path}&starting_after=${next}`)).body
    assert.deepEqual([ids(body.data), ids(rest.data), rest.pages.next], [['a', 'b'], ['c'], null])
  })
})
