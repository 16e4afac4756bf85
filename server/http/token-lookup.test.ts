/** Wrong tokens: slowed by the address that they come from, without a good one behind it being slowed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { testApp } from '../test/app.ts'
import { networkOf } from './token-lookup.ts'

/** @returns the number of statements that look for tokens while it runs, and its duration in ms */
async function watch(app: Awaited<ReturnType<typeof testApp>>, run: () => Promise<unknown>) {
  let asked = 0
  app.db.options.debug = (_, text) => void (asked += /from tokens t/.test(text) ? 1 : 0)
  const began = performance.now()
  await run()
  app.db.options.debug = false
  return { asked, ms: performance.now() - began }
}

const sender =
  (app: Awaited<ReturnType<typeof testApp>>, remoteAddress: string, headers: Record<string, string> = {}) =>
  async (token: string) => {
    const began = performance.now()
    const authorization = `Bearer ${token}`
    const { statusCode } = await app.app.inject({ url: '/me', remoteAddress, headers: { authorization, ...headers } })
    return { status: statusCode, ms: performance.now() - began }
  }

type Send = ReturnType<typeof sender>
let number = 0
/**
 * One after the other, by so many clients at once.
 * @returns the duration of each, in ms
 */
async function guess(send: Send, { clients, each }: { clients: number; each: number }): Promise<number[]> {
  const times: number[] = []
  const one = async () => {
    for (let time = 0; time < each; time++) {
      const { status, ms } = await send(`wrong-${++number}`)
      assert.equal(status, 401)
      times.push(ms)
    }
  }
  await Promise.all(Array.from({ length: clients }, one))
  return times
}

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!
/** Half of the ms that a wrong token of an address that guesses waits at least for the others. */
const WAITED = 50

test('an address that guesses tokens has them looked up together', { timeout: 90_000 }, async () => {
  const app = await testApp({ own: true })
  const send = sender(app, '192.0.2.1')
  // The first hundred are under way before the first is known to be wrong.
  const { asked } = await watch(app, () => guess(send, { clients: 100, each: 10 }))
  assert.ok(asked < 300, `${asked} statements for 1,000 tokens`)
})

test('a good token behind that address is not slowed, and a new one is answered', { timeout: 90_000 }, async () => {
  const app = await testApp({ own: true })
  const send = sender(app, '192.0.2.1')
  assert.equal((await send(app.workspace.token)).status, 200)
  await guess(send, { clients: 1, each: 60 })
  const guessing = guess(send, { clients: 20, each: 10 })
  const times: number[] = []
  for (let time = 0; time < 30; time++) {
    // Access that changes makes the server ask again for all tokens.
    if (time % 10 === 0) await app.db`notify parley_access`
    const { status, ms } = await send(app.workspace.token)
    assert.equal(status, 200)
    times.push(ms)
  }
  const { token } = await createToken(app.db, app.workspace.id, { name: 'new', now: app.clock.now() })
  assert.equal((await send(token)).status, 200)
  const wrong = await guessing
  assert.ok(middle(times) < middle(wrong) - WAITED, `${times.map(Math.round)}; guesses: ${middle(wrong)}`)
})

test('another address is not slowed', async () => {
  const app = await testApp({ own: true })
  await guess(sender(app, '192.0.2.1'), { clients: 1, each: 60 })
  const slowed = await watch(app, () => guess(sender(app, '192.0.2.1'), { clients: 1, each: 3 }))
  const other = await watch(app, () => guess(sender(app, '192.0.2.2'), { clients: 1, each: 3 }))
  assert.ok(slowed.ms > 290, `${slowed.ms}`)
  assert.ok(other.ms < slowed.ms - 3 * WAITED, `${other.ms}, slowed: ${slowed.ms}`)
})

for (const [title, trustedProxies, isSlowed] of [
  ['a trusted proxy tells the address', ['10.0.0.0/8'], false],
  ['what anybody else tells is not believed', [], true],
] as const)
  test(`behind a proxy: ${title}`, async () => {
    const app = await testApp({ config: { trustedProxies: [...trustedProxies] } })
    const from = (address: string) => sender(app, '10.0.0.1', { 'x-forwarded-for': address })
    await guess(from('192.0.2.1'), { clients: 1, each: 60 })
    const { ms } = await watch(app, () => guess(from('192.0.2.2'), { clients: 1, each: 3 }))
    assert.equal(ms > 290, isSlowed, `${ms} ms`)
  })

for (const [address, network] of [
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
] as const)
  test(`${address} counts as ${network}`, () => assert.equal(networkOf(address), network))
