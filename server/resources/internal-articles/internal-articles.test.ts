import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const admin = app.workspace.adminId
let made = 0

const newArticle = async (details: object = {}) =>
  (
    await client.post('/internal_articles', {
      title: `Article ${++made}`,
      author_id: admin,
      owner_id: admin,
      ...details,
    })
  ).body
const refusal = ({ status, body }: { status: number; body: any }) => [status, body.errors[0].code]
const found = async (query: string): Promise<string[]> =>
  (await client.get(`/internal_articles/search?${query}`)).body.internal_articles.map(({ id }: { id: string }) => id)

const NEWER = [
  'body_markdown',
  'audience_ids',
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
]

for (const version of ['2.13', '2.16', '2.18', 'Preview'])
  test(`an internal article is created, read, changed, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const { status, body: created } = await speaker.post('/internal_articles', {
      title: 'Thanks for everything',
      body: 'Body of the Article',
      owner_id: admin,
      author_id: admin,
      ai_copilot_availability: true,
    })
    assert.equal(status, 200)
    const now = app.clock.now().getTime() / 1000
    assert.deepEqual(created, {
      type: 'internal_article',
      id: created.id,
      title: 'Thanks for everything',
      body: '<p class="no-margin">Body of the Article</p>',
      owner_id: admin,
      author_id: admin,
      created_at: now,
      updated_at: now,
      locale: 'en',
      ...(version !== '2.13' && {
        body_markdown: 'Body of the Article\n',
        audience_ids: [],
        ai_chatbot_availability: false,
        ai_copilot_availability: true,
        ai_sales_agent_availability: false,
      }),
      ...(['2.18', 'Preview'].includes(version) && { folder_id: null }),
      ...(version === 'Preview' && { tags: { type: 'tag.list', tags: [] } }),
    })
    app.clock.advance(10)
    const path = `/internal_articles/${created.id}`
    const { body: changed } = await speaker.put(path, { title: 'Christmas is here!' })
    assert.deepEqual(changed, { ...created, title: 'Christmas is here!', updated_at: now + 10 })
    assert.deepEqual((await speaker.get(path)).body, changed)
    const { body: list } = await speaker.get('/internal_articles')
    assert.deepEqual([list.data[0], list.pages.per_page], [changed, 25])
    assert.deepEqual((await speaker.delete(path)).body, { id: created.id, object: 'internal_article', deleted: true })
    assert.deepEqual(refusal(await speaker.get(path)), [404, 'not_found'])
  })

test('fields that came with 2.16 are not read before', async () => {
  const { body } = await app.client({ version: '2.15' }).post('/internal_articles', {
    title: 'Old',
    author_id: admin,
    owner_id: admin,
    body_markdown: '# Hello',
    ai_chatbot_availability: true,
  })
  assert.deepEqual(
    NEWER.filter((name) => name in body),
    [],
  )
  const { body: now } = await client.get(`/internal_articles/${body.id}`)
  assert.deepEqual([now.body, now.body_markdown, now.ai_chatbot_availability], [null, null, false])
})

test('words are given as HTML, Markdown or blocks, but in one form', async () => {
  const { id, body } = await newArticle({ body_markdown: '**Bold** words' })
  assert.equal(body, '<p class="no-margin"><b>Bold</b> words</p>')
  const put = (details: object) => client.put(`/internal_articles/${id}`, details)
  const blocks = [{ type: 'paragraph', text: 'From <b>blocks</b>' }]
  assert.equal((await put({ json_blocks: blocks })).body.body_markdown, 'From **blocks**\n')
  assert.equal((await put({ body: '<p>Hi</p><script>alert(1)</script>' })).body.body, '<p class="no-margin">Hi</p>')
  assert.equal((await put({ title: 'Kept' })).body.body_markdown, 'Hi\n')
  assert.equal((await put({ body: null })).body.body, null)
  for (const refused of [
    { body: 'a', body_markdown: 'b' },
    { body_markdown: 'a', json_blocks: blocks },
    { json_blocks: [{ type: 'nothing' }] },
  ])
    assert.deepEqual(refusal(await put(refused)), [400, 'parameter_invalid'])
})

test('an article belongs to admins of the workspace', async () => {
  for (const details of [{ author_id: 999_999_999 }, { owner_id: 999_999_999 }]) {
    const refused = await client.post('/internal_articles', {
      title: 'Nobody',
      author_id: admin,
      owner_id: admin,
      ...details,
    })
    assert.deepEqual(refusal(refused), [404, 'admin_not_found'])
  }
  const { id } = await newArticle()
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.deepEqual(refusal(await stranger.get(`/internal_articles/${id}`)), [404, 'not_found'])
})

test('a search finds the articles of a folder and the folders below it', async () => {
  const folder = async (parent_folder_id: number | null) =>
    (await client.post('/folders', { folder: { name: `Folder ${++made}`, parent_folder_id } })).body.id as number
  const top = await folder(null)
  const below = await folder(top)
  const [one, two] = [await newArticle({ folder_id: top }), await newArticle({ folder_id: below })]
  await newArticle()
  assert.deepEqual(await found(`folder_id=${top}`), [two.id, one.id])
  assert.deepEqual(await found(`folder_id=${below}`), [two.id])
  await client.put(`/internal_articles/${two.id}`, { folder_id: null })
  assert.deepEqual(await found(`folder_id=${top}`), [one.id])
  for (const query of ['', 'folder_id=', 'folder_id=none', 'folder_id=999999999'])
    assert.deepEqual(await found(query), [])
})

test('a search finds words in titles and bodies, titles first', async () => {
  const inBody = await newArticle({ title: 'Machines', body: 'How to descale a kettle' })
  const inTitle = await newArticle({ title: 'Kettle' })
  assert.deepEqual(await found('phrase=kettle'), [inTitle.id, inBody.id])
  assert.deepEqual(await found('phrase=descale%20kettle'), [inBody.id])
  assert.deepEqual(await found('phrase=%22kettle%20descale%22'), [])
  await client.put(`/internal_articles/${inBody.id}`, { body: 'Nothing' })
  assert.deepEqual(await found('phrase=kettle'), [inTitle.id])
})

test('a search answers inside of data before 2.17', async () => {
  const { id } = await newArticle({ title: 'Ancient runes' })
  const { body } = await app.client({ version: '2.16' }).get('/internal_articles/search?phrase=runes')
  assert.deepEqual([body.total_count, body.data.internal_articles.map((one: { id: string }) => one.id)], [1, [id]])
  assert.deepEqual(
    [body.internal_articles, body.pages],
    [undefined, { type: 'pages', page: 1, per_page: 10, total_pages: 1 }],
  )
})

test('an article is tagged, and meant for audiences', async () => {
  const { id: audience } = (await client.post('/audiences', { name: 'Readers' })).body
  const { id: tag } = (await client.post('/tags', { name: 'Runes' })).body
  const article = await newArticle({ audience_ids: [Number(audience)] })
  assert.deepEqual(article.audience_ids, [Number(audience)])
  const path = `/internal_articles/${article.id}`
  const { body: applied } = await client.post(`${path}/tags`, { id: tag, admin_id: String(admin) })
  assert.deepEqual(applied.applied_by, { type: 'admin', id: String(admin) })
  assert.deepEqual((await app.client({ version: 'Preview' }).get(path)).body.tags.tags, [applied])
  assert.equal((await client.delete(`${path}/tags/${tag}`)).body.applied_at, null)
  assert.deepEqual((await client.put(path, { title: 'Same readers' })).body.audience_ids, [Number(audience)])
  assert.deepEqual((await client.put(path, { audience_ids: [] })).body.audience_ids, [])
})
