import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { ANYBODY, findContent, type Reader } from './find.ts'
import { highlight, summariesFor } from './highlight.ts'

const app = await testApp()
const client = app.client()
const workspaceId = app.workspace.id

interface Query {
  n: number
  locale: string
  kind: string
  query: string
  first?: string
  top3?: string[]
  none?: boolean
  never?: string[]
  hard?: boolean
}
const { articles, queries } = JSON.parse(readFileSync(join(import.meta.dirname, '../samples/search.json'), 'utf8'))

const audienceId = Number((await client.post('/audiences', { name: 'Few' })).body.id)
const newSource = async (audience_ids: number[]) =>
  (await client.post('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://example.com', audience_ids }))
    .body.id
const sources = { open: await newSource([]), few: await newSource([audienceId]) }

/** The same texts as articles and as external pages. */
const ids = { article: new Map<number, string>(), external_page: new Map<number, string>() }
for (const { id, locale, title, body, state, audience } of articles) {
  const text = { title, body: `<p>${body}</p>`, state, audience_ids: audience ? [audienceId] : null }
  // The default language has a title of its own that no search finds.
  const other = locale === 'en' ? text : { title: 'zzz', translated_content: { [locale]: text } }
  const made = await client.post('/articles', { author_id: app.workspace.adminId, ...other })
  ids.article.set(Number(made.body.id), id)
  if (state === 'draft') continue
  const page = await client.post('/ai/external_pages', {
    source_id: audience ? sources.few : sources.open,
    external_id: id,
    title,
    html: `<p>${body}</p>`,
    locale,
    ai_agent_availability: true,
  })
  ids.external_page.set(Number(page.body.id), id)
}

type Indexed = keyof typeof ids
const READERS: Record<Indexed, Reader> = { article: ANYBODY, external_page: { ...ANYBODY, assistant: 'ai_agent' } }
const KINDS = Object.keys(ids) as Indexed[]

const find = async (text: string, locale?: string, kind: Indexed = 'article') =>
  (await findContent(app.db, workspaceId, { kind, text, locale, reader: READERS[kind] })).map(({ item_id }) =>
    ids[kind].get(item_id),
  )

/** @returns the fault of the answer, if it has one */
function wrong({ first, top3, none, never = [] }: Query, found: (string | undefined)[]): string | undefined {
  if (none && found.length > 0) return `finds ${found.join(' ')}`
  if (first && found[0] !== first) return `finds ${found.join(' ') || 'nothing'} before ${first}`
  if (top3?.some((id) => !found.slice(0, 3).includes(id))) return `finds ${found.slice(0, 3).join(' ')}`
  return never.some((id) => found.includes(id)) ? 'finds what nobody may see' : undefined
}

const all: Query[] = queries
for (const kind of KINDS) {
  for (const query of all.filter(({ hard }) => !hard))
    test(`${kind}: ${query.locale}: ${query.kind}: ${query.query.slice(0, 60)}`, async () => {
      assert.equal(wrong(query, await find(query.query, query.locale, kind)), undefined)
    })

  test(`${kind}: six of the hard searches hold at least`, async () => {
    const hard = all.filter((query) => query.hard)
    const failed: string[] = []
    for (const query of hard) {
      const fault = wrong(query, await find(query.query, query.locale, kind))
      if (fault) failed.push(`${query.query}: ${fault}`)
    }
    assert.ok(hard.length - failed.length >= 6, failed.join('\n'))
  })
}

test('no search fails, whatever its signs', async () => {
  for (const text of ['', "'", ':*', 'a & b', '!(', '\\', '"mode dark"', '%', '_', '<b>', '💡', ' - ', "o'hara:*"])
    assert.equal(
      (await client.get(`/articles/search?phrase=${encodeURIComponent(text)}&highlight=true`)).status,
      200,
      text,
    )
})

test('admins find drafts by their state, readers never do', async () => {
  const titles = async (query: string) =>
    ((await client.get(`/articles/search?${query}`)).body.data.articles ?? []).map(({ title }: any) => title)
  assert.deepEqual(await titles('phrase=hedgehog&state=draft'), ['Launch plan of the Hedgehog robot'])
  assert.deepEqual(await titles('phrase=hedgehog&state=published'), [])
  assert.deepEqual(await find('hedgehog'), [])
})

test('a change, a draft and a deletion are found at once', async () => {
  const fields = { title: 'Zephyrine', author_id: app.workspace.adminId, state: 'published' }
  const { id } = (await client.post('/articles', fields)).body
  const found = async (text: string) => (await client.get(`/articles/search?phrase=${text}`)).body.total_count
  assert.equal(await found('zephyrine'), 1)
  await client.put(`/articles/${id}/draft`, { title: 'Kumquats' })
  assert.deepEqual([await found('kumquats'), (await find('kumquats')).length], [1, 0])
  await client.post(`/articles/${id}/draft/publish`)
  assert.deepEqual([await found('kumquats'), await found('zephyrine')], [1, 0])
  await client.delete(`/articles/${id}`)
  assert.equal(await found('kumquats'), 0)
})

test('highlights are plain text in parts', () => {
  assert.deepEqual(highlight('Reset your <b> password', 'password reset'), [
    { type: 'highlight', text: 'Reset' },
    { type: 'plain', text: ' your <b> ' },
    { type: 'highlight', text: 'password' },
  ])
  assert.deepEqual(highlight('返品と返金について', '返金'), [
    { type: 'plain', text: '返品と' },
    { type: 'highlight', text: '返金' },
    { type: 'plain', text: 'について' },
  ])
  const [line] = summariesFor('needle')(`${'👩‍👩‍👧‍👦'.repeat(40)} needle`)
  assert.ok(line!.every(({ text }) => !text.startsWith('\u200d') && !text.endsWith('\u200d')))
})

test('a line of a summary is cut at words, and at its sign where a script writes no blanks', () => {
  const words = 'saddlebag '.repeat(40).trim()
  for (const body of [words, `needle ${words}`, `${words} needle ${words}`, `${words} needle`]) {
    const [line] = summariesFor('needle')(body)
    const text = line!.map((part) => part.text).join('')
    assert.match(text, /^(needle ?)?(saddlebag( |$))*(needle ?)?(saddlebag( |$))*$/)
    assert.ok(text.length <= 200 && text.length > 30, text)
  }
  const [unspaced] = summariesFor('金額')('返品と返金について'.repeat(40))
  assert.equal(unspaced![0]!.text.length, 200)
})

test('words of a title count before words that stand close together, and misspelt ones by their likeness to it', async () => {
  for (const [title, body] of [
    [
      'Quillback fish',
      'Found where the water is deep, and seldom seen in shallows by those who look for it near a marlinspike.',
    ],
    ['Knots', 'A quillback marlinspike opens them.'],
    ['Whipping a rope', 'Rope, and rope again.'],
    ['Splicing a rope', 'Rope.'],
  ])
    await client.post('/articles', { title, body, author_id: app.workspace.adminId, state: 'published' })
  const first = async (text: string) =>
    (await findContent(app.db, workspaceId, { kind: 'article', text, reader: ANYBODY }))[0]?.title
  assert.equal(await first('quillback marlinspike'), 'Quillback fish')
  assert.equal(await first('splcing rope'), 'Splicing a rope')
})

test('a title with all words but one counts before a long body that has them apart', async () => {
  for (const [title, body] of [
    [
      'All about boats',
      ['Varnishing', 'teakwood', 'tillers', 'gunwales'].join(' and much besides of other matters'.repeat(30) + ' '),
    ],
    ['Varnishing teakwood tillers', 'Two coats.'],
    ['A yard', 'We are varnishing teakwood gunwales all summer.'],
    ['Varnishing gunwales', 'One coat.'],
  ])
    await client.post('/articles', { title, body, author_id: app.workspace.adminId, state: 'published' })
  const titles = async (text: string) =>
    (await findContent(app.db, workspaceId, { kind: 'article', text, reader: ANYBODY })).map(({ title }) => title)
  assert.deepEqual(await titles('varnishing teakwood tillers gunwales'), [
    'Varnishing teakwood tillers',
    'All about boats',
  ])
  // A text where the words stand together is about them: no other is needed.
  assert.deepEqual(await titles('varnishing the teakwood gunwales'), ['A yard', 'All about boats'])
  assert.deepEqual(await titles('varnishing teakwood'), ['Varnishing teakwood tillers', 'A yard', 'All about boats'])
  assert.equal((await titles('varnishing teakwood tlilers'))[0], 'Varnishing teakwood tillers')
})

test('a title that is the question comes before bodies that have its words together, however often', async () => {
  const filler = Array.from({ length: 15 }, (_, at) => `filler${at}`).join(' ')
  const write = (title: string, body: string) =>
    client.post('/articles', { title, body, author_id: app.workspace.adminId, state: 'published' })
  await write('Splice your anchor rope', 'Begin with its end.')
  for (const times of [1, 3, 6, 60])
    await write(`Diary ${times}`, `We splice the anchor rope. ${filler} `.repeat(times))
  for (const text of ['splice anchor rope', 'splice your anchor rope']) {
    const found = await findContent(app.db, workspaceId, { kind: 'article', text, reader: ANYBODY })
    assert.equal(found[0]?.title, 'Splice your anchor rope', text)
  }
})

test('a code in two is a whole one, and no beginning of another', async () => {
  for (const title of ['Tiller Q100', 'Tiller model Q 1'])
    await client.post('/articles', { title, author_id: app.workspace.adminId, state: 'published' })
  const found = await findContent(app.db, workspaceId, { kind: 'article', text: 'tiller Q 1', reader: ANYBODY })
  assert.equal(found[0]?.title, 'Tiller model Q 1')
})

test('a short word with two letters out of place is read as the known one', async () => {
  for (const title of ['A sloop mast', 'A solid mast'])
    await client.post('/articles', { title, author_id: app.workspace.adminId, state: 'published' })
  const found = await findContent(app.db, workspaceId, { kind: 'article', text: 'slopo mast', reader: ANYBODY })
  const swapped = await findContent(app.db, workspaceId, { kind: 'article', text: 'solop mast', reader: ANYBODY })
  assert.deepEqual([found[0]?.title, swapped[0]?.title], ['A sloop mast', 'A sloop mast'])
})

test('a text of more words than an index row holds is stored and found', async () => {
  const body = `<p>${Array.from({ length: 100_000 }, (_, n) => `w${n}`).join(' ')} needleatend</p>`
  const made = await client.post('/articles', { title: 'Haystack', body, author_id: app.workspace.adminId })
  assert.equal(made.status, 200)
  assert.equal((await client.get('/articles/search?phrase=haystack')).body.total_count, 1)
})
