import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0

const newSnippet = async (details: object = {}) =>
  (await client.post('/content_snippets', { title: `Snippet ${++made}`, ...details })).body
const refusal = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors[0].code,
  body.errors[0].message,
]

for (const version of ['2.16', '2.18', 'Preview'])
  test(`a snippet is created, read, changed, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const json_blocks = [{ type: 'paragraph', text: 'Navigate to Settings > Security > Reset password.' }]
    const created = await speaker.post('/content_snippets', {
      title: 'How to reset your password',
      json_blocks,
      ai_chatbot_availability: true,
    })
    assert.equal(created.status, 201)
    const now = app.clock.now().getTime() / 1000
    assert.deepEqual(created.body, {
      type: 'content_snippet',
      id: created.body.id,
      title: 'How to reset your password',
      locale: 'en',
      json_blocks,
      body_markdown: '# How to reset your password\n\nNavigate to Settings > Security > Reset password.\n',
      chatbot_availability: 1,
      copilot_availability: 0,
      ai_chatbot_availability: true,
      ai_copilot_availability: false,
      ai_sales_agent_availability: false,
      created_at: now,
      updated_at: now,
      audience_ids: [],
    })
    app.clock.advance(10)
    const path = `/content_snippets/${created.body.id}`
    const { body: changed } = await speaker.put(path, { ai_copilot_availability: true, locale: 'pt-br' })
    assert.deepEqual(changed, {
      ...created.body,
      ai_copilot_availability: true,
      copilot_availability: 1,
      locale: 'pt-BR',
      updated_at: now + 10,
    })
    assert.deepEqual((await speaker.get(path)).body, changed)
    const { body: list } = await speaker.get('/content_snippets')
    assert.deepEqual(Object.keys(list), ['type', 'data', 'total_count', 'page', 'per_page', 'total_pages'])
    assert.deepEqual(list.data[0], changed)
    const gone = await speaker.delete(path)
    assert.deepEqual([gone.status, gone.text], [204, ''])
    assert.equal((await speaker.get(path)).status, 404)
  })

test('Markdown that is sent back as it was read changes nothing', async () => {
  const before = await newSnippet({ title: 'Keys *and* locks', body_markdown: 'Turn it **twice**.\n\n- left\n- right' })
  assert.match(before.body_markdown, /^# Keys /)
  const path = `/content_snippets/${before.id}`
  for (let n = 0; n < 3; n++) {
    const { body_markdown, title } = (await client.get(path)).body
    await client.put(path, { body_markdown, title })
  }
  assert.deepEqual((await client.get(path)).body, before)
  const renamed = (await client.put(path, { title: 'Keys', body_markdown: before.body_markdown })).body
  assert.deepEqual(renamed.json_blocks, before.json_blocks)
  assert.match(renamed.body_markdown, /^# Keys\n\nTurn/)
})

test('blocks that are sent back as they were read change nothing', async () => {
  const before = await newSnippet({ body_markdown: '## Steps\n\n1. Open\n2. Close\n\n`code`' })
  const path = `/content_snippets/${before.id}`
  const after = (await client.put(path, { json_blocks: before.json_blocks })).body
  assert.deepEqual(after, before)
})

test('words in two forms, unknown blocks and blank titles are refused', async () => {
  const refused = async (details: object) =>
    refusal(await client.post('/content_snippets', { title: 'Refused', ...details }))
  assert.deepEqual(await refused({ json_blocks: [], body_markdown: 'a' }), [
    422,
    'validation_error',
    'body_markdown and json_blocks are mutually exclusive',
  ])
  assert.deepEqual((await refused({ json_blocks: [{ type: 'nothing' }] })).slice(0, 2), [422, 'validation_error'])
  assert.deepEqual((await refused({ title: ' ' })).slice(0, 2), [422, 'validation_error'])
  assert.deepEqual((await refused({ locale: 'not a locale' })).slice(0, 2), [422, 'validation_error'])
})

test('scripts in blocks and Markdown are not kept', async () => {
  const { json_blocks } = await newSnippet({ json_blocks: [{ type: 'paragraph', text: '<img src=x onerror=a()>Hi' }] })
  assert.ok(!JSON.stringify(json_blocks).includes('onerror'))
  const { body_markdown } = await newSnippet({ body_markdown: '[x](javascript:alert(1)) <script>alert(1)</script>' })
  assert.ok(!/script/.test(body_markdown))
})

test('a snippet is tagged, and meant for audiences', async () => {
  const { id: audience } = (await client.post('/audiences', { name: 'Readers' })).body
  const { id: tag } = (await client.post('/tags', { name: 'Passwords' })).body
  const { id: other } = (await client.post('/audiences', { name: 'Writers' })).body
  const { id, audience_ids } = await newSnippet({ audience_ids: [audience, other] })
  assert.deepEqual(audience_ids, [Number(audience), Number(other)])
  const path = `/content_snippets/${id}/tags`
  const { body: applied } = await client.post(path, { id: tag })
  assert.deepEqual(applied.applied_by, { type: 'admin', id: String(app.workspace.adminId) })
  assert.deepEqual((await client.delete(`${path}/${tag}`)).body, { ...applied, applied_at: null, applied_by: null })
  await client.delete(`/audiences/${audience}`)
  assert.deepEqual((await client.get(`/content_snippets/${id}`)).body.audience_ids, [Number(other)])
  const refused = await client.delete(`/audiences/${other}`)
  assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'conflict'])
})

test('webhooks are told of snippets', async () => {
  const snippet = await newSnippet()
  const { body: changed } = await client.put(`/content_snippets/${snippet.id}`, { title: 'Changed' })
  await client.delete(`/content_snippets/${snippet.id}`)
  const events = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${app.workspace.id} and topic like 'content_snippet.%'
      and item->>'id' = ${snippet.id} order by id`
  assert.deepEqual(
    events.map(({ topic, item }) => [topic, item]),
    [
      ['content_snippet.created', snippet],
      ['content_snippet.updated', changed],
      ['content_snippet.deleted', { type: 'content_snippet', id: snippet.id, deleted: true }],
    ],
  )
})
