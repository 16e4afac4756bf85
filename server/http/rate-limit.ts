/**
 * The API's rate limit, for those who ask for it (`PARLEY_LIMITS=intercom`): 10,000 requests a
 * minute and access token, 25,000 a workspace, counted in windows of ten seconds. Kept in memory, by process.
 */
import { ApiError } from './errors.ts'

const WINDOW_MS = 10_000
const PER_TOKEN = Math.round(10_000 / 6)
const PER_WORKSPACE = Math.round(25_000 / 6)

export interface RateLimiter {
  /** @returns the headers of the answer. @throws 429 rate_limit_exceeded */
  take(tokenId: number, workspaceId: number, now: Date): Record<string, string>
}

export function createRateLimiter(): RateLimiter {
  let window = 0
  const used = new Map<string, number>()
  const count = (key: string): number => {
    const n = (used.get(key) ?? 0) + 1
    used.set(key, n)
    return n
  }
  return {
    take(tokenId, workspaceId, now) {
      const current = Math.floor(now.getTime() / WINDOW_MS)
      if (current !== window) {
        window = current
        used.clear()
      }
      const left = PER_TOKEN - count(`token ${tokenId}`)
      const workspaceLeft = PER_WORKSPACE - count(`workspace ${workspaceId}`)
      const headers = {
        'X-RateLimit-Limit': String(PER_TOKEN),
        'X-RateLimit-Remaining': String(Math.max(0, Math.min(left, workspaceLeft))),
        'X-RateLimit-Reset': String(((window + 1) * WINDOW_MS) / 1000),
      }
      if (left >= 0 && workspaceLeft >= 0) return headers
      throw new ApiError(
        429,
        'rate_limit_exceeded',
        `Exceeded rate limit of ${PER_TOKEN} in 10_seconds`,
        undefined,
        headers,
      )
    },
  }
}
