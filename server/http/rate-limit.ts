/**
 * The API's rate limit in windows of ten seconds, kept in memory by process. With
 * `PARLEY_LIMITS=intercom` 10,000 requests a minute and access token, 25,000 a workspace. Without it
 * nobody is refused; the headers still count, against limits that no client reaches, because clients
 * that miss them slow down (Airbyte sleeps a second a request).
 */
import { ApiError } from './errors.ts'

const WINDOW_MS = 10_000
/** Requests in a window. */
const LIMITS = {
  intercom: { token: Math.round(10_000 / 6), workspace: Math.round(25_000 / 6) },
  off: { token: 1_000_000, workspace: 1_000_000 },
}

const windowOf = (now: Date): number => Math.floor(now.getTime() / WINDOW_MS)

export interface RateLimiter {
  /** @returns the headers of the answer. @throws 429 rate_limit_exceeded */
  take(tokenId: number, workspaceId: number, now: Date): Record<string, string>
  /** The headers of an answer that counts for nobody: captured answers to a wrong token have them as well. */
  whole(now: Date): Record<string, string>
}

function count(by: Map<number, number>, id: number): number {
  const n = (by.get(id) ?? 0) + 1
  by.set(id, n)
  return n
}

export function createRateLimiter(limits: keyof typeof LIMITS): RateLimiter {
  const most = LIMITS[limits]
  const limit = String(most.token)
  let window = 0
  const used = { tokens: new Map<number, number>(), workspaces: new Map<number, number>() }
  const headersOf = (remaining: number, current: number) => ({
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(((current + 1) * WINDOW_MS) / 1000),
  })
  return {
    take(tokenId, workspaceId, now) {
      const current = windowOf(now)
      if (current !== window) {
        window = current
        used.tokens.clear()
        used.workspaces.clear()
      }
      const left = most.token - count(used.tokens, tokenId)
      const workspaceLeft = most.workspace - count(used.workspaces, workspaceId)
      const headers = headersOf(Math.max(0, Math.min(left, workspaceLeft)), window)
      if (limits === 'off' || (left >= 0 && workspaceLeft >= 0)) return headers
      throw new ApiError(
        429,
        'rate_limit_exceeded',
        `Exceeded rate limit of ${most.token} in 10_seconds`,
        undefined,
        headers,
      )
    },
    whole: (now) => headersOf(most.token, windowOf(now)),
  }
}
