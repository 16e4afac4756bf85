import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { ANYBODY, findContent } from './find.ts'
import { lockWords } from './lock-words.ts'
import { pruneWords } from './prune-words.task.ts'

const app = await testApp({ own: true })
const client = app.client({ version: 'Preview' })
const author_id = app.workspace.adminId
const newArticle = async (title: string, more: object = {}) =>
  (await client.post('/articles', { title, body: 'Words', author_id, state: 'published', ...more })).body
const prune = () => pruneWords.run({ db: app.db, clock: app.clock }, {})
const known = async (part: string) =>
  Object.fromEntries(
    (
      await app.db<{ word: string; is_open: boolean }[]>`
        select word, is_open from content_words
        where workspace_id = ${app.workspace.id} and word like ${`${part}%`} order by word`
    ).map(({ word, is_open }) => [word, is_open]),
  )
const titles = async (text: string) =>
  (await findContent(app.db, app.workspace.id, { text, reader: ANYBODY })).map(({ title }) => title)

test('words of deleted and of changed texts are forgotten, and words of other texts are not', async () => {
  const gone = await newArticle('Ophicleide cornett')
  const changed = await newArticle('Serpentone racket')
  await newArticle('Cornett mutes', {
    translated_content: { de: { title: 'Krummhörner stimmen', body: '<p>x</p>', state: 'published' } },
  })
  await client.delete(`/articles/${gone.id}`)
  await client.put(`/articles/${changed.id}`, { title: 'Racket reeds' })
  await prune()
  assert.deepEqual(await known('ophic'), {})
  assert.deepEqual(await known('serpen'), {})
  for (const word of ['cornett', 'racket', 'krummhorner', 'stimmen'])
    assert.deepEqual(await known(word), { [word]: true })
})

test('a word that is left in hidden texts alone steers no search of a visitor', async () => {
  await newArticle('Clavichord')
  const hidden = await newArticle('Clavichorf')
  await newArticle('Internal', { state: 'draft', body: 'Clavichorp' })
  assert.deepEqual(await known('clavich'), { clavichord: true, clavichorf: true, clavichorp: false })
  await client.put(`/articles/${hidden.id}`, { state: 'draft' })
  await prune()
  assert.deepEqual(await known('clavich'), { clavichord: true, clavichorf: false, clavichorp: false })
  assert.deepEqual(await titles('clavichorf strings'), ['Clavichord'])
})

test('a word becomes known to visitors when a text that has it is for everybody again', async () => {
  const { id } = (await client.post('/internal_articles', { title: 'Hurdygurdy', author_id, owner_id: author_id })).body
  await newArticle('Dulcimer')
  await app.db`update content_words set is_open = false where workspace_id = ${app.workspace.id} and word = 'dulcimer'`
  await prune()
  assert.deepEqual(await known('dulcimer'), { dulcimer: true })
  assert.deepEqual(await known('hurdy'), { hurdygurdy: false })
  await client.delete(`/internal_articles/${id}`)
  await prune()
  assert.deepEqual(await known('hurdy'), {})
})

test('a misspelt word is looked for in all languages that have the word it stands for', async () => {
  const languages = async () => {
    const [row] = await app.db<{ languages: string[] | null }[]>`
      select languages from content_words where workspace_id = ${app.workspace.id} and word = 'sousaphon'`
    return row!.languages
  }
  const inGerman = { translated_content: { de: { title: 'Sousaphon', body: '<p>x</p>', state: 'published' } } }
  const english = await newArticle('Sousaphon')
  assert.deepEqual(await languages(), ['english'])
  await newArticle('Brass', inGerman)
  assert.deepEqual(await languages(), ['english', 'german'])
  assert.deepEqual((await titles('suosaphon')).toSorted(), ['Sousaphon', 'Sousaphon'])
  await client.delete(`/articles/${english.id}`)
  await prune()
  assert.deepEqual(await languages(), ['german'])
  assert.deepEqual(await titles('suosaphon'), ['Sousaphon'])
  // As words were stored before their languages were.
  await app.db`update content_words set languages = null where workspace_id = ${app.workspace.id}`
  assert.deepEqual(await titles('suosaphon'), ['Sousaphon'])
  await newArticle('Sousaphon')
  assert.equal(await languages(), null)
  await prune()
  assert.deepEqual(await languages(), ['english', 'german'])
})

test('more words than a batch are looked through, in each workspace by itself', async () => {
  const many = Array.from({ length: 1200 }, (_, n) => `zz${String.fromCharCode(97 + (n % 26))}${n}word`)
  const other = await app.createWorkspace()
  for (const workspace_id of [app.workspace.id, other.id])
    await app.db`
      insert into content_words (workspace_id, word, is_open)
      select ${workspace_id}, word, true from unnest(${many}::text[]) u (word)`
  await app.client({ token: other.token }).post('/articles', {
    title: 'zza0word',
    author_id: other.adminId,
    state: 'published',
  })
  await prune()
  assert.deepEqual(await known('zz'), {})
  const left = await app.db`select word from content_words where workspace_id = ${other.id} and word like 'zz%'`
  assert.deepEqual(
    left.map(({ word }) => word),
    ['zza0word'],
  )
})

test('pruning waits for a write that found its words known', async () => {
  await app.db`insert into content_words (workspace_id, word, is_open) values (${app.workspace.id}, 'theorbo', true)`
  let pruning: Promise<void> | undefined
  await app.db.begin(async (tx) => {
    await lockWords(tx, app.workspace.id)
    pruning = prune()
    const waiting = () => app.db`select from pg_locks where locktype = 'advisory' and not granted`
    while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.deepEqual(await known('theorbo'), { theorbo: true })
  })
  await pruning
  assert.deepEqual(await known('theorbo'), {})
})
