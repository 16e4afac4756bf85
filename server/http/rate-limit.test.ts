import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError } from './errors.ts'
import { createRateLimiter, type RateLimiter } from './rate-limit.ts'

const PER_TOKEN = 1667
const PER_WORKSPACE = 4167
const start = Date.UTC(2026, 0, 15, 12)
const at = (ms: number) => new Date(start + ms)

/** Sends so many requests of a token, and gives back how many more the last one was told of. */
function send(limiter: RateLimiter, count: number, token = 1, workspace = 1, time = at(0)): number {
  let headers: Record<string, string> = {}
  for (let n = 0; n < count; n++) headers = limiter.take(token, workspace, time)
  return Number(headers['x-ratelimit-remaining'])
}

function refusal(limiter: RateLimiter, token = 1, workspace = 1, time = at(0)): ApiError {
  try {
    limiter.take(token, workspace, time)
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error))
    return error
  }
  return assert.fail('the request was answered')
}

test('an answer tells the limit of ten seconds, what remains of it, and when they end', () => {
  assert.deepEqual(createRateLimiter('intercom').take(1, 1, at(3500)), {
    'x-ratelimit-limit': String(PER_TOKEN),
    'x-ratelimit-remaining': String(PER_TOKEN - 1),
    'x-ratelimit-reset': String(start / 1000 + 10),
  })
})

test('a token gets 1,667 answers in ten seconds, and then a refusal', () => {
  const limiter = createRateLimiter('intercom')
  assert.equal(send(limiter, PER_TOKEN), 0)
  const { status, code, message, field, headers } = refusal(limiter)
  assert.deepEqual(
    [status, code, message, field],
    [429, 'rate_limit_exceeded', `Exceeded rate limit of ${PER_TOKEN} in 10_seconds`, undefined],
  )
  assert.deepEqual(headers, {
    'x-ratelimit-limit': String(PER_TOKEN),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(start / 1000 + 10),
  })
})

test('the count begins anew with the next ten seconds, and not before', () => {
  const limiter = createRateLimiter('intercom')
  send(limiter, PER_TOKEN)
  assert.equal(refusal(limiter, 1, 1, at(9999)).status, 429)
  assert.equal(send(limiter, 1, 1, 1, at(10_000)), PER_TOKEN - 1)
  assert.equal(limiter.take(1, 1, at(10_000))['x-ratelimit-reset'], String(start / 1000 + 20))
})

test('each token has its own count, within that of the workspace', () => {
  const limiter = createRateLimiter('intercom')
  assert.equal(send(limiter, PER_TOKEN, 1), 0)
  assert.equal(send(limiter, PER_TOKEN, 2), 0)
  const left = PER_WORKSPACE - 2 * PER_TOKEN
  assert.equal(send(limiter, 1, 3), left - 1)
  assert.equal(send(limiter, left - 1, 3), 0)
  const { status, headers } = refusal(limiter, 3)
  assert.deepEqual([status, headers['x-ratelimit-remaining']], [429, '0'])
})

test('a workspace whose limit is reached leaves others their own', () => {
  const limiter = createRateLimiter('intercom')
  for (const token of [1, 2]) send(limiter, PER_TOKEN, token)
  send(limiter, PER_WORKSPACE - 2 * PER_TOKEN, 3)
  assert.equal(refusal(limiter, 4).status, 429)
  assert.equal(send(limiter, 1, 5, 2), PER_TOKEN - 1)
})

test('a token and a workspace of the same number are counted apart', () => {
  const limiter = createRateLimiter('intercom')
  send(limiter, PER_TOKEN, 1, 7)
  assert.equal(send(limiter, 1, 7, 1), PER_TOKEN - 1)
})

test('an answer that counts for nobody shows a window that nothing was taken of', () => {
  const limiter = createRateLimiter('intercom')
  limiter.take(1, 1, at(0))
  assert.deepEqual(limiter.whole(at(10_000)), {
    'x-ratelimit-limit': String(PER_TOKEN),
    'x-ratelimit-remaining': String(PER_TOKEN),
    'x-ratelimit-reset': String(start / 1000 + 20),
  })
  assert.equal(send(limiter, 1), PER_TOKEN - 2)
})

test('without limits nobody is refused, and the headers still count', () => {
  const limiter = createRateLimiter('off')
  assert.deepEqual(limiter.take(1, 1, at(0)), {
    'x-ratelimit-limit': '1000000',
    'x-ratelimit-remaining': '999999',
    'x-ratelimit-reset': String(start / 1000 + 10),
  })
  assert.equal(send(limiter, 1_000_000), 0)
  assert.equal(send(limiter, 1), 0)
})
