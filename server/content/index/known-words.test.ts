import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { ANYBODY, findContent, type Reader } from './find.ts'
import { pruneWords } from './prune-words.task.ts'

const app = await testApp({ own: true })
const client = app.client({ version: 'Preview' })
const author_id = app.workspace.adminId
const audience_ids = [Number((await client.post('/audiences', { name: 'Few' })).body.id)]
const OFF = { ai_chatbot_availability: false, ai_copilot_availability: false, ai_sales_agent_availability: false }
const ON = { ai_chatbot_availability: true, ai_copilot_availability: true, ai_sales_agent_availability: true }

const source = { sync_behavior: 'api', url: 'https://example.com' }
const newSource = async () => (await client.post('/ai/content_import_sources', source)).body.id as string
const sources = { open: await newSource(), closed: await newSource() }
const article = (title: string, more: object = {}) =>
  client.post('/articles', { title, body: 'Words', author_id, state: 'published', ...ON, ...more })
const snippet = (title: string, more: object) =>
  client.post('/content_snippets', { title, body_markdown: 'Words', ...more })
const page = (title: string, more: object) =>
  client.post('/ai/external_pages', {
    source_id: sources.open,
    external_id: title,
    title,
    html: '<p>Words</p>',
    locale: 'en',
    ai_agent_availability: true,
    ...more,
  })

/** A word of its own for each kind of content, and the readers that know it: strangers, and the agent that answers them. */
const KINDS: Record<string, { make: () => Promise<{ status: number }>; open: boolean; agent: boolean }> = {
  article: { make: () => article('Gamelanarticle'), open: true, agent: true },
  'an article that the agent leaves out': { make: () => article('Gamelansilent', OFF), open: true, agent: false },
  draft: { make: () => article('Gamelandraft', { state: 'draft' }), open: false, agent: false },
  'an article for an audience': { make: () => article('Gamelanfew', { audience_ids }), open: false, agent: false },
  'an internal article': {
    make: () => client.post('/internal_articles', { title: 'Gamelaninternal', author_id, owner_id: author_id }),
    open: false,
    agent: false,
  },
  'a snippet of the agent': { make: () => snippet('Gamelansnippet', ON), open: false, agent: true },
  'a snippet of teammates': { make: () => snippet('Gamelannote', OFF), open: false, agent: false },
  'a snippet for an audience': {
    make: () => snippet('Gamelanpartly', { ...ON, audience_ids }),
    open: false,
    agent: false,
  },
  'an external page of the agent': { make: () => page('Gamelanpage', {}), open: false, agent: true },
  'an external page of nobody': {
    make: () => page('Gamelanunread', { ai_agent_availability: false }),
    open: false,
    agent: false,
  },
  'a page of a source that is turned off': {
    make: () => page('Gamelanclosed', { source_id: sources.closed }),
    open: false,
    agent: false,
  },
}
const words: Record<string, string> = {}
for (const [kind, { make }] of Object.entries(KINDS)) {
  const made = await make()
  assert.ok(made.status < 300, kind)
  words[kind] = (made as any).body.title.toLowerCase()
}
await client.put(`/ai/content_import_sources/${sources.closed}`, { ...source, status: 'deactivated' })
const prune = () => pruneWords.run({ db: app.db, clock: app.clock }, {})
await prune()

const AGENT: Reader = { ...ANYBODY, assistant: 'ai_agent' }
const titles = async (text: string, reader: Reader) =>
  (await findContent(app.db, app.workspace.id, { text, reader })).map(({ title }) => title)
const known = async (word: string) => {
  const rows = await app.db<{ is_open: boolean; for_agent: boolean }[]>`
    select is_open, for_agent from content_words where workspace_id = ${app.workspace.id} and word = ${word}`
  return rows[0] && { open: rows[0].is_open, agent: rows[0].for_agent }
}

for (const [kind, { open, agent }] of Object.entries(KINDS))
  test(`the word of ${kind} is known to the readers of it alone`, async () => {
    const word = words[kind]!
    assert.deepEqual(await known(word), { open, agent })
    // Letters that change places are spelt as the reader knows them; the first letters are those of all words here.
    const slipped = `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}`
    for (const [reader, may] of [
      [ANYBODY, open],
      [AGENT, agent],
    ] as const)
      assert.equal(
        (await titles(slipped, reader)).some((title) => title.toLowerCase() === word),
        may,
      )
  })

test('a word that only others may read leads a visitor to nothing', async () => {
  await article('Bandoneon')
  await snippet('Bandoneom', ON)
  await page('Bandoneol', {})
  // A known word stands as it was written, and the other words of the question find nothing.
  for (const word of ['bandoneom', 'bandoneol'])
    assert.deepEqual(await titles(`${word} bellows`, ANYBODY), ['Bandoneon'], word)
  await prune()
  for (const word of ['bandoneom', 'bandoneol'])
    assert.deepEqual(await titles(`${word} bellows`, ANYBODY), ['Bandoneon'], word)
})

test('a word is known from the moment that its text is stored', async () => {
  await article('Marimbaphone')
  await snippet('Vibraslap', ON)
  await snippet('Flexatone', OFF)
  assert.deepEqual(
    [await known('marimbaphone'), await known('vibraslap'), await known('flexatone')],
    [
      { open: true, agent: true },
      { open: false, agent: true },
      { open: false, agent: false },
    ],
  )
  await article('Flexatone')
  assert.deepEqual(await known('flexatone'), { open: true, agent: true })
})
