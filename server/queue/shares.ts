/**
 * Shares of the jobs of a process that wait for other servers, so that those that do not answer delay nobody else's: a
 * webhook, a workspace and an address (host and port) each have a few at a time. While most are busy, each has one. Jobs
 * bear flags for them, and the worker takes no job with a flag whose share is used up.
 */
import { setTimeout as sleep } from 'node:timers/promises'

/** Such jobs of a process at a time. They mostly wait. */
export const DELIVERIES = 32
/** Kept for whoever has none under way. */
const RESERVED = 8
const MOST = { webhook: 4, workspace: 8, address: 8 }
/** For how long a job is put off whose share is used up. */
export const PUT_OFF_MS = 1000
/** Time that a job which was taken at the same moment as others waits for its share before it is put off. */
const PATIENCE_MS = 200
const LOOK_MS = 20

export interface Shares {
  /** @returns a function that gives the share back; undefined where it is used up */
  take(flags: string[]): Promise<(() => void) | undefined>
  /** Flags of jobs that are not to be taken now. */
  forbidden(): string[]
}

/** @param url the address that the job asks, where it is known beforehand */
export const flagsOf = (workspaceId: number, url?: string): string[] => [
  `workspace ${workspaceId}`,
  ...(url === undefined ? [] : [`address ${URL.parse(url)?.host ?? ''}`]),
]

export function createShares(): Shares {
  const used = new Map<string, number>()
  let all = 0

  const mostOf = (flag: string): number =>
    all >= DELIVERIES - RESERVED ? 1 : MOST[flag.slice(0, flag.indexOf(' ')) as keyof typeof MOST]
  const isUsedUp = (flag: string) => (used.get(flag) ?? 0) >= mostOf(flag)

  function add(flags: string[], by: 1 | -1): void {
    all += by
    for (const flag of flags) {
      const now = (used.get(flag) ?? 0) + by
      if (now > 0) used.set(flag, now)
      else used.delete(flag)
    }
  }

  return {
    async take(flags) {
      const until = performance.now() + PATIENCE_MS
      while (flags.some(isUsedUp)) {
        if (performance.now() > until) return undefined
        await sleep(LOOK_MS)
      }
      add(flags, 1)
      return () => add(flags, -1)
    },
    forbidden: () => [...used.keys()].filter(isUsedUp),
  }
}
