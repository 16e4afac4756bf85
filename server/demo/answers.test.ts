/** Questions as customers type them, asked of the AI agent in the demo workspace. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { contentAnswerer } from '../answerer/from-content.ts'
import { ANYBODY } from '../content/index/find.ts'
import { articleUrlAt } from '../resources/fin/article-url.ts'
import { ARTICLES } from './articles/list.ts'
import { findText } from './articles/read.ts'
import { filledDemo } from './test-demo.ts'

const questions: { locale: string; asked: string; misspelt?: boolean; first: string }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'questions.json'), 'utf8'),
)
const { db, workspace } = await filledDemo()

const ask = (text: string) =>
  contentAnswerer.answer({
    db,
    workspaceId: workspace.id,
    text,
    history: [],
    user: { name: null, locale: null },
    reader: ANYBODY,
    asEmail: false,
    handsOver: true,
    articleUrl: articleUrlAt(workspace.id, 'https://parley.example'),
  })

test('25 of the thirty questions are answered from the right article, misspelt ones among them', async () => {
  const faults: string[] = []
  for (const { locale, asked, first } of questions) {
    const { sources } = await ask(asked)
    const key = ARTICLES.find(
      ({ key }) => findText(sources[0]?.locale ?? locale, key)?.title === sources[0]?.title,
    )?.key
    if (key !== first) faults.push(`${asked}: ${key ?? 'nothing'}`)
  }
  assert.ok(faults.length <= 5, faults.join('\n'))
})

test('an article on the subject is the answer, and not the long one that has every word', async () => {
  const { sources } = await ask('How do I set up my new machine?')
  assert.equal(sources[0]?.title, 'Setting up your machine')
})

for (const question of [
  'My machine is on fire',
  'Do you sell bicycles?',
  'I hate your company',
  'Who is the CEO of Fernhill?',
  'Does the machine explode?',
  'Wo kann ich Tee kaufen?',
  'What are your opening hours?',
])
  test(`a question that no article answers is not answered: ${question}`, async () => {
    const { outcome, sources } = await ask(question)
    assert.deepEqual([outcome, sources.map(({ title }) => title)], ['unanswered', []])
  })

for (const words of ['hello', 'Good morning', 'yes', 'no', 'hi', 'ok', 'help', 'Hallo', 'Guten Tag', 'مرحبا'])
  test(`a message that names no subject is not answered with an article: ${words}`, async () => {
    const { outcome, sources } = await ask(words)
    assert.deepEqual([outcome, sources], ['asked', []])
  })

test('an answer leads to the public page of its article', async () => {
  const { text, sources } = await ask('How do I clean the grinder?')
  const url = sources[0]?.url ?? ''
  assert.match(url, /^https:\/\/.*\/en\/articles\/\d+-cleaning-the-grinder$/)
  assert.ok(text.includes(`<p>Read on: <a href="${url}">Cleaning the grinder</a></p>`), text)
})
