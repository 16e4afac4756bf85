/** Access tokens of OAuth: fetched once for all that need one, and anew where they are refused. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { tokenScene } from './test-scene.ts'

const { asked, connect, giving, granted, received, run, taken } = await tokenScene()

suite('a token of OAuth', () => {
  test('is fetched with the client credentials, kept for its lifetime, and shown nowhere', async () => {
    const id = await connect([await granted({ scope: 'orders', audience: 'depot.example' })])
    const { body, text: words } = await run(id)
    const [first] = asked.slice(-1)
    assert.deepEqual(
      [first!.url, first!.type, JSON.parse(first!.body)],
      [
        '/token',
        'application/json',
        {
          grant_type: 'client_credentials',
          client_id: 'depot',
          client_secret: 'hush-secret',
          scope: 'orders',
          audience: 'depot.example',
        },
      ],
    )
    const token = `granted-${asked.length}`
    assert.deepEqual([body.success, received.at(-1)!.authorization], [true, `Bearer ${token}`])
    assert.ok(!/granted|hush/.test(words), words)
    await run(id)
    assert.equal(received.at(-1)!.authorization, `Bearer ${token}`)
  })

  test('is asked for by a form where the token says so, and anew once it has expired', async () => {
    giving.expires = 1
    const id = await connect([await granted({ request_format: 'form_encoded' })])
    const before = asked.length
    await run(id)
    await run(id)
    giving.expires = 3600
    const { type, body } = asked.at(-1)!
    assert.deepEqual([asked.length - before, type], [2, 'application/x-www-form-urlencoded'])
    assert.equal(body, 'grant_type=client_credentials&client_id=depot&client_secret=hush-secret')
  })

  test('is nobody else’s, though the client is the same', async () => {
    const [one, two] = [await granted(), await granted()]
    const before = asked.length
    for (const token of [one, two]) await run(await connect([token]))
    assert.equal(asked.length, before + 2)
  })

  test('that is refused with 401 is fetched anew once', async () => {
    const id = await connect([await granted()])
    await run(id)
    const fresh = `granted-${asked.length + 1}`
    taken.add(`Bearer ${fresh}`)
    const { body, text: words } = await run(id)
    assert.deepEqual([body.success, body.http_status, received.at(-1)!.authorization], [true, 200, `Bearer ${fresh}`])
    assert.ok(!words.includes('granted'), words)
    taken.clear()
  })

  test('that is refused again after it was renewed is not fetched again within a minute', async (t) => {
    const id = await connect([await granted()])
    await run(id)
    taken.add('none')
    const counted = async () => {
      const [calls, fetches] = [received.length, asked.length]
      const { http_status, error_type, error_message } = (await run(id)).body
      return [received.length - calls, asked.length - fetches, http_status, error_type, error_message]
    }
    const refused = [401, '3rd_party_error', 'The answer has the status 401']
    assert.deepEqual(await counted(), [2, 1, ...refused])
    const why = 'The token Depot could not be fetched: it was refused again within a minute after it was renewed'
    assert.deepEqual(await counted(), [1, 0, 401, 'token_refresh_error', why])
    const now = performance.now.bind(performance)
    t.mock.method(performance, 'now', () => now() + 61_000)
    assert.deepEqual(await counted(), [2, 1, ...refused])
    taken.clear()
  })

  test('that is refused, and whose renewal fails, is not fetched again within a minute', async (t) => {
    const id = await connect([await granted()])
    await run(id)
    taken.add('none')
    giving.refusal = { status: 503, body: '' }
    const fetches = asked.length
    const why = 'The token Depot could not be fetched: the answer has the status 503'
    const failed = async () => {
      const { http_status, error_type, error_message } = (await run(id)).body
      assert.deepEqual([http_status, error_type, error_message], [401, 'token_refresh_error', why])
    }
    for (let time = 0; time < 5; time++) await failed()
    assert.equal(asked.length - fetches, 1)
    const now = performance.now.bind(performance)
    t.mock.method(performance, 'now', () => now() + 61_000)
    await failed()
    assert.equal(asked.length - fetches, 2)
    giving.refusal = undefined
    taken.clear()
    // The other system takes the token that is kept again.
    assert.equal((await run(id)).body.success, true)
    assert.equal(asked.length - fetches, 2)
  })

  test('that could not be fetched is asked for again after a few seconds', async (t) => {
    const id = await connect([await granted()])
    giving.refusal = { status: 503, body: '' }
    const fetches = asked.length
    const messages = new Set<string>()
    for (let time = 0; time < 5; time++) messages.add((await run(id)).body.error_message)
    assert.deepEqual([...messages], ['The token Depot could not be fetched: the answer has the status 503'])
    assert.equal(asked.length - fetches, 1)
    giving.refusal = undefined
    assert.equal((await run(id)).body.success, false)
    const now = performance.now.bind(performance)
    t.mock.method(performance, 'now', () => now() + 6000)
    assert.equal((await run(id)).body.success, true)
    assert.equal(asked.length - fetches, 2)
  })

  test('that is refused, and comes again as it was, is not sent again', async () => {
    const id = await connect([await granted()])
    giving.token = 'granted-for-ever'
    await run(id)
    taken.add('none')
    const before = received.length
    const { http_status, error_message } = (await run(id)).body
    giving.token = undefined
    taken.clear()
    const why = 'The token Depot could not be fetched: the token that was refused came again'
    assert.deepEqual([http_status, error_message, received.length - before], [401, why, 1])
  })

  test('is fetched once for runs that have none yet, or find it expired, at the same time', async (t) => {
    const id = await connect([await granted()])
    const fetchesOfFive = async () => {
      const fetches = asked.length
      const replies = await Promise.all(Array.from({ length: 5 }, () => run(id)))
      assert.ok(replies.every(({ body }) => body.success))
      return asked.length - fetches
    }
    assert.equal(await fetchesOfFive(), 1)
    const now = performance.now.bind(performance)
    t.mock.method(performance, 'now', () => now() + 3_571_000)
    assert.equal(await fetchesOfFive(), 1)
  })

  test('is renewed once for runs that are refused at the same time', async () => {
    const ids = [await granted()]
    const connectors = [await connect(ids), await connect(ids)]
    await run(connectors[0]!)
    const fetches = asked.length
    taken.add(`Bearer granted-${fetches + 1}`)
    const replies = await Promise.all([...connectors, ...connectors].map(run))
    taken.clear()
    assert.ok(replies.every(({ body }) => body.success))
    assert.equal(asked.length - fetches, 1)
  })

  for (const [why, answer, message] of [
    ['a refusal', { status: 400, body: '{"error":"hush-secret"}' }, 'the answer has the status 400'],
    ['a redirect', { status: 307, body: '' }, 'the answer has the status 307'],
    ['no token', { status: 200, body: '{"token":"granted"}' }, 'the answer holds no access_token'],
    ['no JSON', { status: 200, body: 'granted' }, 'the answer holds no access_token'],
    ['null', { status: 200, body: 'null' }, 'the answer holds no access_token'],
    [
      'a token of two lines',
      { status: 200, body: '{"access_token":"a\\r\\nX-A: b"}' },
      'the answer holds no access_token',
    ],
  ] as const)
    test(`that cannot be had, for ${why}, keeps the request back`, async () => {
      const id = await connect([await granted()])
      const before = received.length
      giving.refusal = answer
      const { body } = await run(id)
      giving.refusal = undefined
      assert.deepEqual(
        [body.error_type, body.error_message, body.request_url, body.http_status],
        ['token_refresh_error', `The token Depot could not be fetched: ${message}`, null, null],
      )
      assert.equal(received.length, before)
    })

  test('is asked for by the same way out: an address that is not public is not reached', async () => {
    const id = await connect([await granted({ token_url: 'https://169.254.169.254/token' })])
    const { error_type, error_message } = (await run(id)).body
    assert.deepEqual(
      [error_type, error_message],
      ['token_refresh_error', 'The token Depot could not be fetched: the address is not public'],
    )
  })
})
