/** The language of the content that a question is answered with. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ANYBODY } from '../content/index/find.ts'
import { testApp } from '../test/app.ts'
import { contentAnswerer } from './from-content.ts'
import { findPassages, SHARES } from './passages.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })

const publish = async (texts: Record<string, [title: string, body: string]>) => {
  const author_id = app.workspace.adminId
  const translated_content = Object.fromEntries(
    Object.entries(texts).map(([locale, [title, body]]) => [
      locale,
      { title, body: `<p>${body}</p>`, author_id, state: 'published' },
    ]),
  )
  const { status, text } = await client.post('/articles', { title: 'zzz', author_id, translated_content })
  assert.equal(status, 200, text)
}
const centers = (await client.get('/parley/help_centers')).body.data
await client.put(`/parley/help_centers/${centers[0].id}`, { locales: ['en', 'de', 'fr'] })
await publish({
  de: ['Garantie', 'Die Garantie gilt zwei Jahre.'],
  fr: ['Autre chose', 'Autre chose. La garantie dure trois ans.'],
})
await publish({ de: ['Licht', 'Hell ist das Licht.'] })
await publish({ de: ['Zollpapiere', 'Zollpapiere liegen dem Paket bei.'] })

const ask = async (text: string, locale: string | null) => {
  const { sources } = await contentAnswerer.answer({
    db: app.db,
    workspaceId: app.workspace.id,
    text,
    history: [{ author: 'user', text: 'Hello' }],
    user: { name: null, locale },
    reader: ANYBODY,
    asEmail: false,
    handsOver: true,
    articleUrl: async () => null,
  })
  return sources.map((source) => [source.locale, source.title])
}

test('a word is not taken for a misspelt one of another language than that of the question', async () => {
  const find = (text: string) =>
    findPassages(app.db, app.workspace.id, text, {
      reader: ANYBODY,
      locale: null,
      articleUrl: async () => null,
      share: SHARES.answers,
    })
  assert.deepEqual(await find('hello'), [])
  assert.deepEqual(await ask('Is there light?', null), [])
  assert.deepEqual(await ask('Wo ist das Licth?', null), [['de', 'Licht']])
})

test('a word of several languages is answered in that of the question, else of the user', async () => {
  assert.deepEqual(await ask('garantie', 'fr-CA'), [['fr', 'Autre chose']])
  assert.deepEqual(await ask('garantie', 'de'), [['de', 'Garantie']])
  assert.deepEqual(await ask('Quelle est la garantie ?', 'de'), [['fr', 'Autre chose']])
})

test('a question is answered in another language where its words are the same, or it tells none', async () => {
  assert.deepEqual(await ask('Where are the Zollpapiere?', null), [['de', 'Zollpapiere']])
  assert.deepEqual(await ask('Zollpapier', 'en'), [['de', 'Zollpapiere']])
})
