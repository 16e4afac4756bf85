/** Bytes that leave on other ways than the answer to a request for a thing: pages after a cursor, webhooks, files, the log. */
import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { pino } from 'pino'
import type { TestWorkspace } from '../app.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { allOperations } from '../../operations.ts'

import { topics } from '../../webhooks/topics.ts'
import { webhookScene } from '../../webhooks/test-scene.ts'
import { askPage, cursorIn, cursorPlaceOf } from './cursors.ts'
import { anyMarkerOf, plantMarkers } from './markers.ts'

let logged = ''
const lines = new Writable({
  write(chunk, _encoding, done) {
    logged += String(chunk)
    done()
  },
})
const app = await webhookScene({ log: pino({ level: 'trace' }, lines) })
await plantMarkers(app.db)

async function filled(path: string): Promise<Scene> {
  const workspace = await app.createWorkspace()
  const scene = createScene(app, { workspace, mark: 'twin' })
  await app.listen(path, topics, {}, scene.client)
  // Two of everything, so that there is a second page.
  for (const name of Object.keys(fixtures) as FixtureName[]) {
    await scene.given(name)
    await scene.another(name)
  }
  const company = await scene.given('a company')
  for (let n = 0; n < 2; n++) {
    const { id } = await scene.another('a contact')
    await scene.send('POST', `/contacts/${id}/companies`, { id: company['id'] })
  }
  return scene
}
const [one, other] = [await filled('/one'), await filled('/other')]
const both = [
  [one, other],
  [other, one],
] as const

const isOf = ({ id, app_id }: TestWorkspace, text: string) => anyMarkerOf(id).test(text) || text.includes(app_id)

test('a cursor of another workspace shows nothing of it', async (t) => {
  for (const operation of allOperations.filter(cursorPlaceOf))
    await t.test(operation.key, async () => {
      for (const [mine, theirs] of both) {
        const first = await askPage(theirs, operation)
        assert.equal(first.status, 200, first.text)
        const cursor = cursorIn(first)
        assert.ok(cursor, `no next page in ${first.text.slice(0, 500)}`)
        const reply = await askPage(mine, operation, cursor)
        assert.ok(reply.status < 500 && !isOf(theirs.workspace, reply.text), reply.text)
        if ('scroll_param' in cursor) assert.equal(reply.status, 404)
        const own = await askPage(theirs, operation, cursor)
        assert.equal(own.status, 200, own.text)
      }
    })
})

test('a webhook is told what is of its workspace only', async () => {
  for (let left = 1; left > 0;) left = (await app.tell()).length
  for (const [path, mine, theirs] of [
    ['/one', one, other],
    ['/other', other, one],
  ] as const) {
    const told = app.receiver.at(path)
    assert.ok(told.length > 20)
    for (const { raw, headers, body } of told) {
      // Events of the AI agent have no envelope.
      if (body.event_name === undefined) assert.equal(body.app_id, mine.workspace.app_id)
      assert.ok(!isOf(theirs.workspace, raw + JSON.stringify(headers)), raw)
    }
    assert.ok(told.some(({ raw }) => anyMarkerOf(mine.workspace.id).test(raw)))
  }
})

async function fileOf(scene: Scene): Promise<URL> {
  const conversation = await scene.given('a conversation with an attachment')
  return new URL(conversation['conversation_parts'].conversation_parts.at(-1).attachments[0].url)
}

test('a file is found at the address of its own workspace only', async () => {
  const get = (url: string) => app.app.inject({ method: 'GET', url })
  for (const [mine, theirs] of both) {
    const { pathname } = await fileOf(mine)
    assert.equal((await get(pathname)).statusCode, 200)
    const [, , appId, , secret] = pathname.split('/')
    const stranger = (await fileOf(theirs)).pathname.replace(/(?<=\/files\/\w+\/\d+\/)[^/]+/, secret!)
    for (const url of [pathname.replace(appId!, theirs.workspace.app_id), stranger])
      assert.equal((await get(url)).statusCode, 404, url)
  }
})

test('the log tells of requests and failures, and nothing that a workspace holds', async () => {
  const body = { name: 'twin of the tag that cannot be stored' }
  await app.db`alter table tags rename to tags_away`
  const failed = await one.client.post('/tags', body)
  await app.db`alter table tags_away rename to tags`
  assert.equal(failed.status, 500)
  assert.match(logged, /"method":"POST","path":"\/tags","status":500/)
  assert.match(logged, new RegExp(String(failed.headers['x-request-id'])))
  // A request's line names its workspace, and nothing in it.
  for (const { workspace } of [one, other])
    assert.ok(!anyMarkerOf(workspace.id).test(logged) && !logged.includes(workspace.token))
  assert.doesNotMatch(logged, /twin/)
})
