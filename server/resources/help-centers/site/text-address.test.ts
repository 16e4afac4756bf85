import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteScene } from './test-scene.ts'

const { client, get, set, write } = await siteScene(['en', 'de'])
const article = await write({
  title: 'Cleaning',
  translated_content: {
    de: { title: 'Reinigen', state: 'published' },
    fr: { title: 'Nettoyer', state: 'published' },
  },
})

test('a text has an address in languages of its help center alone', async () => {
  const of = async () => (await client.get(`/articles/${article.id}`)).body.translated_content
  const { en, de, fr } = await of()
  assert.match(en.url, /\/en\/articles\//)
  assert.match(de.url, /\/de\/articles\//)
  assert.equal(fr.url, null)
  await set({ locales: ['en', 'de', 'fr'] })
  const { url } = (await of()).fr
  assert.equal((await get(url)).statusCode, 200)
})
