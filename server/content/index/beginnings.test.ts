/** Beginnings of words, and parts of words of scripts without blanks. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { ANYBODY, findContent } from './find.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId

const publish = (title: string, body: string, locale = 'en') => {
  const text = { title, body: `<p>${body}</p>`, state: 'published' }
  const other = { title: 'zzz', translated_content: { [locale]: text } }
  return client.post('/articles', { author_id, ...(locale === 'en' ? text : other) })
}
const titles = async (text: string, isLoose = false) =>
  (await findContent(app.db, app.workspace.id, { text, reader: ANYBODY, isLoose })).map(({ title }) => title).toSorted()

test('a word of a title is found from its first letter to its last', async () => {
  await publish('Glockenspiel mallets', 'Felt')
  await publish('Élagage des haies', 'Outils', 'fr')
  await publish('Хранение инструментов', 'Полка', 'ru')
  for (const word of ['glockenspiel', 'élagage', 'хранение'])
    for (let length = 1; length <= word.length; length++)
      assert.equal((await titles(word.slice(0, length))).length, 1, word.slice(0, length))
})

test('the beginning of a word stands beside other words', async () => {
  await publish('Tuning a dulcimer', 'Strings')
  await publish('Cleaning a dulcimer', 'Cloth')
  assert.deepEqual(await titles('dulcimer tu'), ['Tuning a dulcimer'])
  assert.deepEqual(await titles('dulcimer'), ['Cleaning a dulcimer', 'Tuning a dulcimer'])
})

test('signs of prefixes are none of a word', async () => {
  await publish('Zymology', 'Yeast')
  for (const text of ['zym', 'zym*', 'zym:*', "zym'*", "'zym*"])
    assert.deepEqual(await titles(text), ['Zymology'], text)
})

test('a word without blanks is found where its letters stand together, and nowhere else', async () => {
  await publish('電源', '電源ボタンを長押しして、ランプを確認します。', 'ja')
  await publish('配線', '源ボタを外し、電源を切る。電ンを見る。', 'ja')
  await publish('ข้อความ', 'กดปุ่มเปิดเครื่องค้างไว้', 'th')
  assert.deepEqual(await titles('源ボタン'), ['電源'])
  assert.deepEqual(await titles('電源'), ['配線', '電源'])
  assert.deepEqual(await titles('源'), ['配線', '電源'])
  assert.deepEqual(await titles('ปุ่มเปิด'), ['ข้อความ'])
  assert.deepEqual(await titles('長押 源ボタン'), ['電源'])
  assert.deepEqual(await titles('源ボタン 外', true), ['配線', '電源'])
})

test('a word without blanks is found at the end of a text that is longer than the places PostgreSQL keeps', async () => {
  // Each pair of letters stands more than 256 times, and the end lies behind the last place that is counted.
  const letters = '返品交換'.repeat(300)
  await publish('長文', `${letters}、${Array.from({ length: 20 }, () => letters).join('。')}品返交`, 'ja')
  await publish('短文', '品返と返交', 'ja')
  assert.deepEqual(await titles('品返交'), ['長文'])
  // Short, and its first pair stands more often than PostgreSQL counts.
  await publish('反復', `${letters}、返品券`, 'ja')
  assert.deepEqual(await titles('返品券'), ['反復'])
})
