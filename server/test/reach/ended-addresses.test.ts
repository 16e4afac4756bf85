/**
 * Addresses that are their own token end with the thing that they belong to: in each of its removed states, and once
 * their time is over.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import type { Fixture, Made } from '../fixtures/fixture.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'
import { fixtures, type FixtureName } from '../fixtures/vocabulary.ts'
import { removeInto } from '../removed/trials.ts'
import { OPEN } from './open.ts'
import { OPEN_FEEDS } from './open-feeds.ts'
import { OPEN_SITE } from './open-site.ts'

interface Address {
  /** The things that one can belong to. */
  of: FixtureName[]
  /** Makes a thing with its address. */
  make(scene: Scene, of: FixtureName): Promise<{ thing: Made; url: string }>
  /** Removed states in which it is open all the same, each with the reason. */
  stays?: Partial<Record<FixtureName, string>>
  /** The time for which it holds; for good where it is not given. */
  seconds?: number
}

const mayWrite = 'an archived contact goes on writing and reading: its next message brings it back'

const ADDRESSES: Record<string, Address> = {
  '/streams/:channel': {
    of: ['a contact', 'a lead'],
    async make(scene, of) {
      const thing = await scene.another(of)
      const { links, stream } = await scene.send('POST', '/conversations/stream_tokens', {
        intercom_user_id: thing['id'],
      })
      return { thing, url: `${links.self.href}?token=${stream.token}` }
    },
    stays: { 'an archived contact': mayWrite, 'an archived lead': mayWrite },
    seconds: 3600,
  },
  '/event-stream': {
    of: ['a conversation'],
    async make(scene) {
      const { id, sse_subscription_url: url } = await scene.another('a session of Fin')
      return { thing: { id, path: `/conversations/${id}` }, url }
    },
    seconds: 180,
  },
  '/files/:app_id/:file_id/:secret/*': {
    of: ['a conversation'],
    async make(scene) {
      const thing = await scene.another('a conversation with an attachment')
      return { thing, url: thing['conversation_parts'].conversation_parts.at(-1).attachments[0].url }
    },
  },
}

const app = await testApp({ own: true })
const scene = createScene(app)
const pathOf = (url: string) => url.slice(new URL(url).origin.length)
const statusOf = async (url: string) => (await app.app.inject({ url: pathOf(url) })).statusCode

test('each open address that a secret guards has a row', () => {
  const forAnyone = ['/docs/:name', '/openapi/:name']
  const guarded = Object.entries(OPEN)
    .filter(([url, { notAt }]) => notAt && !(url in OPEN_SITE) && !(url in OPEN_FEEDS) && !forAnyone.includes(url))
    .map(([url]) => url)
  assert.deepEqual(Object.keys(ADDRESSES).toSorted(), guarded.toSorted())
})

for (const [route, { of, make, stays = {}, seconds }] of Object.entries(ADDRESSES)) {
  for (const live of of)
    for (const [state, { removed }] of Object.entries(fixtures) as [FixtureName, Fixture][])
      if (removed === live)
        test(`${route} of ${live} that becomes ${state} is ${stays[state] ? 'open' : 'closed'}`, async () => {
          const { thing, url } = await make(scene, live)
          assert.equal(await statusOf(url), 200)
          await removeInto(scene, state, thing)
          assert.equal(await statusOf(url), stays[state] ? 200 : 404)
        })
  if (seconds !== undefined)
    test(`${route} holds for ${seconds} seconds`, async () => {
      const { url } = await make(scene, of[0]!)
      app.clock.advance(seconds - 1)
      assert.equal(await statusOf(url), 200)
      app.clock.advance(1)
      assert.equal(await statusOf(url), 404)
    })
}
