import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0

const inline = (details: object = {}) => ({
  name: `Content ${++made}`,
  content_type: 'inline',
  default_locale: 'en',
  variations: [{ locale: 'en', text_content: 'Hello' }],
  ...details,
})
const newContent = async (details: object = {}) => (await client.post('/dynamic_contents', inline(details))).body
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors[0].code]

for (const version of ['2.17', '2.18', 'Preview'])
  test(`a dynamic content is created, read, changed, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const created = await speaker.post('/dynamic_contents', inline({ name: `Tom & Söhne ${version}` }))
    assert.equal(created.status, 201)
    const now = app.clock.now().getTime() / 1000
    const { id, variations, ...rest } = created.body
    assert.deepEqual(rest, {
      type: 'dynamic_content',
      name: `Tom &amp; Söhne ${version}`,
      key: `tom_sohne_${version.toLowerCase().replace('.', '_')}`,
      content_type: 'inline',
      default_locale: 'en',
      created_at: now,
      updated_at: now,
    })
    assert.deepEqual(variations, [
      {
        type: 'dynamic_content_variation',
        id: variations[0].id,
        locale: 'en',
        brand_id: null,
        text_content: 'Hello',
        json_blocks: null,
        intentionally_empty: false,
        created_at: now,
        updated_at: now,
      },
    ])
    app.clock.advance(10)
    const path = `/dynamic_contents/${id}`
    const { body: changed } = await speaker.put(path, { name: `Renamed ${version}` })
    assert.deepEqual(changed, { ...created.body, name: `Renamed ${version}`, updated_at: now + 10 })
    assert.deepEqual((await speaker.get(path)).body, changed)
    const { body: list } = await speaker.get('/dynamic_contents')
    assert.deepEqual(Object.keys(list), ['type', 'data', 'total_count', 'page', 'per_page', 'total_pages'])
    assert.deepEqual(list.data[0], changed)
    const gone = await speaker.delete(path)
    assert.deepEqual([gone.status, gone.text], [204, ''])
    assert.deepEqual(refusal(await speaker.get(path)), [404, 'not_found'])
    assert.equal((await speaker.post('/dynamic_contents', inline({ name: `Renamed ${version}` }))).status, 201)
  })

test('dynamic contents do not exist before 2.17', async () => {
  const reply = await app.client({ version: '2.16' }).get('/dynamic_contents')
  assert.deepEqual(refusal(reply), [400, 'intercom_version_invalid'])
})

test('the last changed is listed first', async () => {
  const [first, second] = [await newContent(), await newContent()]
  app.clock.advance(10)
  await client.put(`/dynamic_contents/${first.id}`, { default_locale: 'en' })
  const { data } = (await client.get('/dynamic_contents?per_page=2')).body
  assert.deepEqual(
    data.map(({ id }: { id: string }) => id),
    [first.id, second.id],
  )
})

test('variations are for a brand or for all, as blocks or as text, and replace the ones before', async () => {
  const brand = (await client.post('/parley/brands', { name: 'Second' })).body.id
  const blocks = [{ type: 'paragraph', text: 'From nine' }]
  const { id, variations } = await newContent({
    content_type: 'block',
    variations: [
      { locale: 'en', json_blocks: blocks },
      { locale: 'de', brand_id: brand, intentionally_empty: true },
      { locale: 'de', brand_id: app.workspace.app_id, json_blocks: blocks },
    ],
  })
  assert.deepEqual(
    variations.map((one: any) => [
      one.locale,
      one.brand_id,
      one.json_blocks,
      one.text_content,
      one.intentionally_empty,
    ]),
    [
      ['en', null, blocks, null, false],
      ['de', brand, [], null, true],
      ['de', app.workspace.app_id, blocks, null, false],
    ],
  )
  const path = `/dynamic_contents/${id}`
  const { body } = await client.put(path, {
    variations: [
      { locale: 'en', json_blocks: [] },
      { locale: 'fr', json_blocks: blocks },
    ],
  })
  assert.deepEqual(
    body.variations.map((one: any) => [one.locale, one.id === variations[0].id]),
    [
      ['en', true],
      ['fr', false],
    ],
  )
  assert.equal((await client.put(path, { default_locale: 'fr' })).body.default_locale, 'fr')
  await client.put(path, {
    variations: [
      { locale: 'fr', json_blocks: [] },
      { locale: 'de', brand_id: brand, json_blocks: [] },
    ],
  })
  await client.delete(`/parley/brands/${brand}`)
  assert.deepEqual(
    (await client.get(path)).body.variations.map((one: any) => one.locale),
    ['fr'],
  )
})

test('a key is made of the first name, and is unique', async () => {
  const first = await newContent({ name: 'Support hours' })
  await client.put(`/dynamic_contents/${first.id}`, { name: 'Hours of support' })
  const second = await newContent({ name: 'Support: hours!' })
  assert.deepEqual([first.key, second.key], ['support_hours', 'support_hours_2'])
  assert.equal((await newContent({ name: '!!!' })).key, 'content')
})

test('details that cannot be are refused', async () => {
  const taken = await newContent()
  const variation = { locale: 'en', text_content: 'Hello' }
  for (const details of [
    { name: ' ' },
    { name: taken.name.toUpperCase() },
    { default_locale: 'de' },
    { default_locale: 'not a locale' },
    { variations: [variation, variation] },
    { variations: [{ locale: 'en' }] },
    { variations: [{ locale: 'en', json_blocks: [] }] },
    { variations: [{ ...variation, brand_id: 'nobody' }, variation] },
    { content_type: 'block', variations: [{ locale: 'en', json_blocks: [{ type: 'nothing' }] }] },
  ])
    assert.deepEqual(refusal(await client.post('/dynamic_contents', inline(details))), [422, 'validation_error'])
  assert.deepEqual(refusal(await client.put(`/dynamic_contents/${taken.id}`, { default_locale: 'de' })), [
    422,
    'validation_error',
  ])
  for (const variations of [[], undefined])
    assert.equal((await client.post('/dynamic_contents', inline({ variations }))).status, 400)
})

test('dynamic contents of another workspace are not found', async () => {
  const { id } = await newContent()
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.deepEqual(refusal(await stranger.get(`/dynamic_contents/${id}`)), [404, 'not_found'])
})
