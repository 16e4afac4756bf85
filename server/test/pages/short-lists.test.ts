/**
 * The first of what hangs on a thing, as the thing itself shows it: at one less than a short list has, as many and
 * one more, it shows as many as fit, tells all, and has more only where there are more.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../../operations.ts'
import { testApp } from '../app.ts'
import { byId } from '../fixtures/fixture.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'

const app = await testApp()
const MOST = 10

/** Hangs one more on the thing at that path. @returns its id */
type Hang = (scene: Scene, path: string) => Promise<string>

const hang =
  (name: 'a tag' | 'a company' | 'a subscription type', under: string, more: object = {}): Hang =>
  async ({ another, send }, path) => {
    const id = byId(await another(name))
    await send('POST', `${path}/${under}`, { id, ...more })
    return id
  }
const note: Hang = async ({ send, unique, adminId }, path) =>
  byId(await send('POST', `${path}/notes`, { body: unique('note'), admin_id: adminId }))

/** By the read and the property; `newest` first where that is the order. A text says why one cannot grow. */
const SHORT: Record<string, { hang: Hang; newestFirst?: true } | string> = {
  'GET /contacts/{} tags': { hang: hang('a tag', 'tags') },
  'GET /contacts/{} notes': { hang: note, newestFirst: true },
  'GET /contacts/{} companies': { hang: hang('a company', 'companies') },
  'GET /contacts/{} opted_out_subscription_types': {
    hang: hang('a subscription type', 'subscriptions', { consent_type: 'opt_out' }),
  },
  'GET /contacts/{} opted_in_subscription_types': {
    hang: hang('a subscription type', 'subscriptions', { consent_type: 'opt_in' }),
  },
  'GET /companies/{} notes': { hang: note, newestFirst: true },
  'GET /conversations/{} linked_objects': 'nothing is linked yet',
}

const declared = operations
  .filter(({ key }) => /^GET \/\w+\/\{\}$/.test(key))
  .flatMap(({ key, reply }) =>
    Object.entries((reply as { properties?: Record<string, any> }).properties ?? {})
      .filter(([, schema]) => schema.properties?.has_more)
      .map(([name]) => `${key} ${name}`),
  )

test('every short list is told here, with how to make it grow', () => {
  assert.deepEqual(Object.keys(SHORT).toSorted(), declared.toSorted())
})

const OWNERS: Record<string, 'a contact' | 'a company'> = { '/contacts/{}': 'a contact', '/companies/{}': 'a company' }

for (const [place, told] of Object.entries(SHORT)) {
  if (typeof told === 'string') continue
  const [, path, property] = place.split(' ') as [string, string, string]
  test(`${place} shows ${MOST}, and tells that there are more from ${MOST + 1} on`, async () => {
    const scene = createScene(app, { workspace: await app.createWorkspace() })
    const own = path.replace('{}', byId(await scene.another(OWNERS[path]!)))
    const hung: string[] = []
    for (let count = 0; count <= MOST + 1; count++) {
      if (count > 0) hung.push(await told.hang(scene, own))
      const expected: string[] = told.newestFirst ? hung.toReversed() : hung
      const { data, total_count, has_more } = (await scene.send('GET', own))[property]
      assert.deepEqual(
        { ids: data.map(({ id }: { id: string }) => id), total_count, has_more },
        { ids: expected.slice(0, MOST), total_count: count, has_more: count > MOST },
      )
    }
  })
}
