/** Work that a server is killed in the middle of. */
import type { Pool } from '../../server/db/pool.ts'

export interface Ground {
  /** The database of the server that runs now. */
  db: Pool
  send(method: string, path: string, body?: object): Promise<any>
  download(path: string): Promise<Buffer>
}

export interface Work {
  name: string
  /** Makes what every round needs. */
  prepare(ground: Ground): Promise<void>
  /** Begins a round: as much work as is killed once. */
  begin(ground: Ground, round: number): Promise<void>
  /** The part of the round that is done, from 0 to 1. */
  progress(ground: Ground): Promise<number>
  /** Faults of the round once it has ended, in words. */
  check(ground: Ground): Promise<string[]>
  /** A line on the round. */
  told(ground: Ground): Promise<string>
}

/** Words on two numbers that should be the same. */
export const unless = (what: string, found: unknown, wanted: unknown): string[] =>
  String(found) === String(wanted) ? [] : [`${what}: ${String(found)}, not ${String(wanted)}`]
