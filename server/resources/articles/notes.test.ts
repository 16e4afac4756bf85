/** Articles of other systems through the API: a header of the answer lists the parts that are not kept. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sample } from '../../content/test-samples.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId
const notesOf = ({ headers }: { headers: Record<string, unknown> }): string[] =>
  JSON.parse((headers['x-parley-notes'] as string | undefined) ?? '[]')

test('an article from Zendesk is kept, its losses are told, and saving it again tells and changes nothing more', async () => {
  const created = await client.post('/articles', {
    title: 'Raking',
    author_id,
    body: sample('31-zendesk-article.html'),
  })
  assert.equal(created.status, 200)
  const notes = notesOf(created)
  for (const what of [
    'en: the link to javascript:openWidget()',
    'en: the frame https://maps.garden.example/embed?x=1',
    'en: the placeholder {{dc.plan_name_pro}}, which stays as text',
  ])
    assert.ok(notes.includes(what), what)
  const { body } = created.body
  const saved = await client.put(`/articles/${created.body.id}`, { body })
  assert.equal(saved.body.body, body)
  assert.deepEqual(
    notesOf(saved).filter((what) => !what.includes('placeholder')),
    [],
  )
})

test('an article from Word is kept, and its losses are told in ASCII', async () => {
  const { status, body, headers } = await client.post('/articles', {
    title: 'Laub harken',
    author_id,
    body: sample('33-word-filtered-cp1252.html'),
  })
  assert.equal(status, 200)
  assert.match(body.body, /Laub harken – Anleitung für „Anfänger“/)
  assert.match(String(headers['x-parley-notes']), /^[ -~]+$/)
  assert.ok(notesOf({ headers }).includes('en: the picture Laubharken-Dateien/image002.png'))
})

test('notes name the language, and are cut where they are too long for a header', async () => {
  const body = Array.from({ length: 200 }, (_, at) => `<img src="/bild-ü-${at}.png">`).join('')
  const reply = await client.post('/articles', {
    title: 'Pictures',
    author_id,
    translated_content: { fr: { title: 'Images', body } },
  })
  assert.ok(String(reply.headers['x-parley-notes']).length <= 4000)
  const notes = notesOf(reply)
  assert.equal(notes[0], 'fr: the picture /bild-ü-0.png')
  assert.equal(Number(/^(\d+) more$/.exec(notes.at(-1)!)![1]) + notes.length - 1, 200)
})

test('an article without losses has no notes, and an internal article has its own', async () => {
  const plain = await client.post('/articles', { title: 'Plain', author_id, body: '<p>Text</p>' })
  assert.equal(plain.headers['x-parley-notes'], undefined)
  const internal = await client.post('/internal_articles', {
    title: 'Inside',
    author_id,
    owner_id: author_id,
    body: '<img src="x.png" alt="x">',
  })
  assert.deepEqual(notesOf(internal), ['the picture x.png'])
})
