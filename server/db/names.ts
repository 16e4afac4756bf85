/** Names for prepared statements: made of the text, for the texts that are asked again and again. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'

interface Asked {
  times: number
  /** By the types that are told with it. */
  names: Map<string, string>
}

/** Texts that are remembered. Searches make ever new ones, which push each other out. */
const REMEMBERED = 1000
/** Preparing pays from the second use on; a statement that was used three times is likely to be used again. */
const PREPARED_FROM = 3

export class StatementNames {
  readonly #asked = new LRUCache<string, Asked>({ max: REMEMBERED })
  /** Grows where prepared statements no longer fit the tables, so that all are prepared anew. */
  #age = 0

  /** @returns undefined where the statement is not worth preparing */
  nameOf(text: string, types: readonly number[]): string | undefined {
    let asked = this.#asked.get(text)
    if (!asked) this.#asked.set(text, (asked = { times: 0, names: new Map() }))
    asked.times++
    if (asked.times < PREPARED_FROM) return undefined
    const key = types.join()
    let name = asked.names.get(key)
    if (name === undefined) {
      // PostgreSQL cuts names at 63 characters.
      const digest = createHash('sha256').update(`${key} ${text}`).digest('base64url').slice(0, 30)
      asked.names.set(key, (name = `p${this.#age}_${digest}`))
    }
    return name
  }

  renew(): void {
    this.#age++
    this.#asked.clear()
  }
}
