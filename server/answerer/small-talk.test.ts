import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksSomething, smallTalk } from './small-talk.ts'

const ASKS = {
  en: 'I am happy to help. What is your question about?',
  de: 'Ich helfe Ihnen gern. Worum geht es bei Ihrer Frage?',
  fr: 'Je vous aide volontiers. Sur quoi porte votre question ?',
  es: 'Con gusto le ayudo. ¿Sobre qué trata su pregunta?',
  it: 'Sono qui per aiutarla. Di cosa si tratta?',
  pt: 'Terei todo o gosto em ajudar. Qual é o assunto da sua pergunta?',
  nl: 'Ik help u graag. Waar gaat uw vraag over?',
  ar: 'يسعدني أن أساعدك. ما موضوع سؤالك؟',
  he: 'אשמח לעזור. במה עוסקת השאלה שלך?',
  ja: 'お手伝いいたします。どのようなご質問でしょうか。',
}

for (const [language, messages] of Object.entries({
  en: ['hello', 'Good morning!', 'hi', 'ok', 'help', 'Hey there', 'Yes', 'no', 'thanks, hello'],
  de: ['Hallo', 'Guten Tag', 'Grüß Gott', 'Hilfe, bitte', 'Nein'],
  fr: ['Bonjour', 'Bonsoir à tous', 'oui merci', 'S’il vous plaît'],
  es: ['Hola', '¡Buenos días!', 'por favor, ayuda'],
  it: ['Ciao', 'Buona sera', 'grazie mille'],
  pt: ['Olá', 'Bom dia', 'não, obrigado'],
  nl: ['Goedemorgen', 'hoi', 'dank je wel'],
  ar: ['مرحباً', 'السلام عليكم', 'نعم'],
  he: ['שלום', 'בוקר טוב', 'כן'],
  ja: ['こんにちは', 'おはようございます', 'はい'],
}))
  test(`small talk is answered in its language: ${language}`, () =>
    assert.deepEqual(
      messages.map((text) => [text, smallTalk(text, null)?.asks]),
      messages.map((text) => [text, ASKS[language as keyof typeof ASKS]]),
    ))

test('short words, and words of several languages, are answered in the language of the user', () => {
  for (const [text, locale, language] of [
    ['no', 'de-AT', 'de'],
    ['no', 'es', 'es'],
    ['hi', 'fr', 'fr'],
    ['ok', 'ja', 'ja'],
    ['Hallo', 'nl', 'nl'],
    ['Hallo', 'en', 'de'],
    ['hello', 'sv', 'en'],
    ['hi', 'sv', 'en'],
  ] as const)
    assert.equal(smallTalk(text, locale)?.asks, ASKS[language], `${text} of ${locale}`)
})

test('a message that names a subject, or has no words, is no small talk', () => {
  for (const text of [
    'Hello, my grinder rattles',
    'yes it leaks',
    'hello danke',
    'refund',
    '',
    '???',
    'ok '.repeat(50),
  ])
    assert.equal(smallTalk(text, 'en'), undefined, text)
})

test('a yes or no, and words of any question, are told from greetings', () => {
  for (const [text, kind] of [
    ['Yes, ok', 'answer'],
    ['nein', 'answer'],
    ['good day', 'greeting'],
    ['Can you help me?', 'filler'],
    ['Ich habe eine Frage', 'filler'],
  ])
    assert.equal(smallTalk(text!, null)?.kind, kind, text)
})

test('the question for the subject is none that a yes or no answers', () => {
  assert.equal(asksSomething({ author: 'fin', text: ASKS.en }), false)
  assert.equal(asksSomething({ author: 'agent', text: 'Is it new?' }), true)
  assert.equal(asksSomething({ author: 'user', text: 'Is it new?' }), false)
  assert.equal(asksSomething({ author: 'agent', text: 'It is new.' }), false)
})
