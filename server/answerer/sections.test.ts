import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../test/app.ts'
import { contentAnswerer } from './from-content.ts'
import { isOneLetterOff } from './weigh.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const publish = async (title: string, body: string) => {
  const { status, text } = await client.post('/articles', {
    title,
    body,
    author_id: app.workspace.adminId,
    state: 'published',
  })
  assert.equal(status, 200, text)
}
const table =
  '<table><thead><tr><th>Covered</th><th>Not covered</th></tr></thead>' +
  '<tbody><tr><td>pump</td><td>vinegar</td></tr></tbody></table>'
const steps = Array.from({ length: 30 }, (_, n) => `<li>Step ${n + 1}: turn the lever once more, then wait a bit.</li>`)
await publish(
  'Warranty',
  `<p>Two years.</p><h2>Cover of the warranty</h2><p>See here.</p>${table}<h2>Claims</h2><p>Write a letter.</p>`,
)
await publish(
  'Calibrating',
  `<p>Before.</p><h2>Lever</h2><ol>${steps.join('')}</ol><p>${'After that. '.repeat(60)}</p>`,
)
await publish('Wartung', '<p>Die Zentrifuge wird jährlich geschmiert.</p>')

const ask = (text: string, more: object = {}) =>
  contentAnswerer.answer({
    db: app.db,
    workspaceId: app.workspace.id,
    text,
    history: [],
    user: { name: null, locale: null },
    reader: { states: ['published'], audiences: [] },
    asEmail: false,
    handsOver: true,
    articleUrl: async () => null,
    ...more,
  })

suite('sections', () => {
  test('a table is shown whole, with its heading, and nothing of the sections beside it', async () => {
    const { text } = await ask('What does the warranty cover?')
    assert.match(text, /^<h2>Cover of the warranty<\/h2><p>See here.<\/p><table>.*<th>Not covered<\/th>.*<\/table>/)
    assert.doesNotMatch(text, /Two years|Claims/)
    assert.match(text, /<p>Read on: Warranty<\/p>$/)
  })

  test('a list that is longer than there is room for is whole, and the text after it is left out', async () => {
    const { text } = await ask('Calibrating with the lever')
    assert.match(
      text,
      /<ol><li><p>Step 1:.*<li><p>Step 30: turn the lever once more, then wait a bit.<\/p><\/li><\/ol>/,
    )
    assert.doesNotMatch(text, /After that/)
  })

  test('an article with a public page is named by a link', async () => {
    const { text } = await ask('What does the warranty cover?', { articleUrl: async () => 'https://help.example/a&b' })
    assert.match(text, /<p>Read on: <a href="https:\/\/help.example\/a&amp;b">Warranty<\/a><\/p>$/)
  })
})

suite('questions', () => {
  test('a word that no text has weighs most, unless it is misspelt by a letter', async () => {
    assert.equal((await ask('Does the warranty cover earthquakes?')).outcome, 'unanswered')
    for (const text of [
      'What does the waranty cover?',
      'What does the warrnaty cover?',
      'What does the warrantty cover?',
    ])
      assert.equal((await ask(text)).sources[0]?.title, 'Warranty', text)
  })

  test('one letter is missing, too many, another, or exchanged; not the first, and not two', () => {
    for (const word of ['chnage', 'chang', 'channge', 'charge']) assert.ok(isOneLetterOff(word, 'change'), word)
    for (const word of ['range', 'bhange', 'chrage', 'chngea', 'changing'])
      assert.ok(!isOneLetterOff(word, 'change'), word)
  })
})

suite('languages', () => {
  for (const [question, words] of [
    ['Which gearbox oil do I need?', /could not find an answer to this. A teammate will answer you here/],
    ['Welches Getriebeöl brauche ich für den Mähdrescher?', /keine Antwort gefunden. Jemand aus unserem Team/],
    ['Quelle huile faut-il pour la moissonneuse ?', /pas trouvé de réponse. Un membre de notre équipe/],
    ['¿Qué aceite necesito para la cosechadora?', /No he encontrado una respuesta. Una persona/],
    ['ما هو زيت الحصادة؟', /لم أجد إجابة/],
  ] as const)
    test(`words of the agent are in the language of the customer: ${question}`, async () => {
      assert.match((await ask(question)).text, words)
    })

  test('the language of the contact decides where the words tell none', async () => {
    assert.match((await ask('???', { user: { name: null, locale: 'de-AT' } })).text, /keine Antwort/)
    assert.match((await ask('???', { user: { name: null, locale: 'ja' } })).text, /could not find/)
  })

  test('words where nobody takes over promise no teammate', async () => {
    const escalated = await ask('Can I talk to a human?', { handsOver: false })
    assert.deepEqual([escalated.outcome, /take over|will answer/.test(escalated.text)], ['escalated', false])
    assert.match(escalated.text, /contact our team directly/)
    assert.doesNotMatch((await ask('Which gearbox oil?', { handsOver: false })).text, /teammate/)
  })

  for (const words of [
    'Ich möchte mit einem Menschen sprechen',
    'Bitte verbinden Sie mich mit einem Mitarbeiter',
    'Mitarbeiter, bitte',
    'Je voudrais parler à un conseiller',
    'Puis-je parler à quelqu’un ?',
    'Quiero hablar con una persona',
    'agente, por favor',
    'أريد التحدث إلى موظف',
  ])
    test(`a wish for a human is understood: ${words}`, async () => {
      assert.equal((await ask(words)).outcome, 'escalated')
    })

  for (const words of ['Vielen Dank!', 'Merci beaucoup', 'Muchas gracias', 'شكراً جزيلاً'])
    test(`a customer without more questions is understood: ${words}`, async () => {
      assert.equal((await ask(words)).outcome, 'resolved')
    })
})
