import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sample } from '../test-samples.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const body = sample('11-entities-emoji.html')
await client.post('/articles', { title: 'Signs', body, author_id: app.workspace.adminId, state: 'published' })

for (const word of ['Zwölf', 'Zwo\u0308lf', 'zero', 'softhyphen', 'ABC', 'wordjoiner'])
  test(`the search for ${word} finds it however it is composed, parted or wide`, async () => {
    const { body: found } = await client.get(`/articles/search?phrase=${encodeURIComponent(word)}&state=published`)
    assert.deepEqual(
      found.data.articles?.map(({ title }: { title: string }) => title),
      ['Signs'],
    )
  })
