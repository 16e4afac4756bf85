/**
 * `X-RateLimit-Remaining` equals how many more requests are answered: for each mix of earlier requests
 * the header's number is read, and then used up.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { ApiError } from './errors.ts'
import { createRateLimiter } from './rate-limit.ts'

/** 10,000 a minute of a token, 25,000 of a workspace, in windows of ten seconds. */
const OF_TOKEN = 1667
const OF_WORKSPACE = 4167
const start = Date.UTC(2026, 0, 15, 12, 0, 3)
const WINDOW_ENDS = Date.UTC(2026, 0, 15, 12, 0, 10) / 1000

type Use = [workspace: number, token: number, requests: number]

interface Mix {
  title: string
  before: Use[]
  /** The next request is of this token and workspace; how many more are answered after it. */
  next: [workspace: number, token: number]
  left: number
}

const MIXES: Mix[] = [
  { title: 'nothing', before: [], next: [1, 11], left: 1666 },
  { title: 'one of the same token', before: [[1, 11, 1]], next: [1, 11], left: 1665 },
  { title: 'all but one of the same token', before: [[1, 11, 1666]], next: [1, 11], left: 0 },
  { title: 'another token of the workspace, far from its limit', before: [[1, 12, 1000]], next: [1, 11], left: 1666 },
  {
    title: 'two other tokens, up to where both limits meet',
    before: [
      [1, 12, 1250],
      [1, 13, 1250],
    ],
    next: [1, 11],
    left: 1666,
  },
  {
    title: 'two other tokens and one request more',
    before: [
      [1, 12, 1251],
      [1, 13, 1250],
    ],
    next: [1, 11],
    left: 1665,
  },
  {
    title: 'two other tokens at their limits',
    before: [
      [1, 12, 1667],
      [1, 13, 1667],
    ],
    next: [1, 11],
    left: 832,
  },
  {
    title: 'the workspace all but used up by three tokens',
    before: [
      [1, 12, 1500],
      [1, 13, 1500],
      [1, 14, 1166],
    ],
    next: [1, 11],
    left: 0,
  },
  {
    title: 'its own requests and those of others',
    before: [
      [1, 11, 700],
      [1, 12, 1600],
      [1, 13, 1600],
    ],
    next: [1, 11],
    left: 266,
  },
  {
    title: 'its own requests between those of others',
    before: [
      [1, 12, 1600],
      [1, 11, 1000],
      [1, 13, 600],
    ],
    next: [1, 11],
    left: 666,
  },
  {
    title: 'another workspace at its limit',
    before: [
      [2, 21, 1667],
      [2, 22, 1667],
      [2, 23, 833],
    ],
    next: [1, 11],
    left: 1666,
  },
  {
    title: 'both workspaces in turn',
    before: [
      [2, 21, 1600],
      [1, 12, 1600],
      [2, 22, 1600],
      [1, 13, 1600],
    ],
    next: [1, 11],
    left: 966,
  },
]

for (const { title, before, next, left } of MIXES)
  test(`after ${title}: ${left} more are answered, as the header says`, () => {
    const limiter = createRateLimiter('intercom')
    const take = (workspace: number, token: number, at = start) => limiter.take(token, workspace, new Date(at))
    for (const [workspace, token, requests] of before) for (let n = 0; n < requests; n++) take(workspace, token)
    const [workspace, token] = next
    const headers = take(workspace, token)
    assert.deepEqual(headers, {
      'x-ratelimit-limit': String(OF_TOKEN),
      'x-ratelimit-remaining': String(left),
      'x-ratelimit-reset': String(WINDOW_ENDS),
    })
    for (let n = left - 1; n >= 0; n--)
      assert.equal(take(workspace, token)['x-ratelimit-remaining'], String(n), `${n} left`)
    for (let n = 0; n < 3; n++)
      assert.throws(
        () => take(workspace, token),
        (error: ApiError) => {
          assert.deepEqual([error.status, error.code], [429, 'rate_limit_exceeded'])
          assert.equal(error.headers['x-ratelimit-remaining'], '0')
          assert.equal(error.headers['x-ratelimit-reset'], String(WINDOW_ENDS))
          return true
        },
      )
    assert.equal(take(9, 99)['x-ratelimit-remaining'], '1666', 'another workspace has its own')
    assert.throws(() => take(workspace, token, WINDOW_ENDS * 1000 - 1), 'the window lasts ten seconds')
    assert.equal(take(workspace, token, WINDOW_ENDS * 1000)['x-ratelimit-remaining'], '1666', 'the next one is new')
  })

test('a workspace answers 4,167 requests in a window, however its tokens share them', () => {
  for (const tokens of [3, 4, 10, 500]) {
    const limiter = createRateLimiter('intercom')
    let answered = 0
    for (let n = 0; n < 3 * OF_WORKSPACE; n++) {
      try {
        limiter.take(n % tokens, 1, new Date(start))
        answered++
      } catch (error) {
        assert.equal((error as ApiError).status, 429)
      }
    }
    assert.equal(answered, OF_WORKSPACE, `${tokens} tokens`)
  }
})

test('over HTTP: the header counts down to the refusal, for every operation and answer alike', async () => {
  const { app, db, clock, workspace, client } = await testApp({ limits: 'intercom', own: true })
  const now = clock.now()
  const other = await createToken(db, workspace.id, { adminId: workspace.adminId, name: 'other', settings: false, now })
  const paths = ['/me', '/contacts/none', '/tags/1', '/parley/tokens', '/contacts?per_page=none']
  for (const token of [workspace.token, other.token]) {
    const { get } = client({ token })
    for (const [n, path] of paths.entries()) {
      const { headers, status } = await get(path)
      assert.equal(headers['x-ratelimit-remaining'], String(OF_TOKEN - 1 - n), `${path} → ${status}`)
      assert.equal(headers['x-ratelimit-limit'], String(OF_TOKEN))
      assert.equal(headers['x-ratelimit-reset'], String(Math.floor(now.getTime() / 10_000) * 10 + 10))
    }
  }
  const { get } = client()
  let left = OF_TOKEN - paths.length
  const wave = async (size: number) => {
    const answers = await Promise.all(Array.from({ length: size }, () => get('/me')))
    return answers.map(({ status, headers }) => [status, Number(headers['x-ratelimit-remaining'])])
  }
  while (left > 3) {
    const size = Math.min(200, left - 3)
    await wave(size)
    left -= size
  }
  assert.deepEqual(await wave(5), [
    [200, 2],
    [200, 1],
    [200, 0],
    [429, 0],
    [429, 0],
  ])
  assert.equal((await client({ token: other.token }).get('/me')).status, 200)
  clock.advance(10)
  assert.equal((await get('/me')).status, 200)
  await app.close()
})
