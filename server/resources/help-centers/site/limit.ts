/**
 * Bounds the writes of a network, and so the rows that strangers put into a workspace; and its searches, which cost more
 * than other pages. Kept in memory, by process.
 */
import { LRUCache } from 'lru-cache'
import { networkOf } from '../../../http/token-lookup.ts'

export interface Limit {
  /** @returns false where the network has had its share */
  take(address: string): boolean
  /** The seconds until it has another. */
  secondsLeft(address: string): number
}

const NETWORKS = 10_000

export function createLimit({ most, windowMs }: { most: number; windowMs: number }): Limit {
  const taken = new LRUCache<string, number>({ max: NETWORKS, ttl: windowMs, noUpdateTTL: true })
  return {
    take(address) {
      const network = networkOf(address)
      const times = (taken.get(network) ?? 0) + 1
      taken.set(network, times)
      return times <= most
    },
    secondsLeft: (address) => Math.max(1, Math.ceil(taken.getRemainingTTL(networkOf(address)) / 1000)),
  }
}
