/**
 * Room for the sets that one search works with. It puts some dozens of them together, 4 KB each, and
 * lets go of all of them when it is done: with memory of their own they would be most of the garbage.
 *
 *   const sets = new ScratchSets()
 *   const rows = sets.empty(size)
 *   …
 *   sets.release()
 *
 * After that none of them may be used. Where something went wrong they are not released: who knows
 * what is still at work with them.
 */
import { Pieces } from './pieces.ts'
import { addFirst, addRows, type RowSet, type StoredRows } from './row-set.ts'

/** Of 32 bits. */
const CHUNK_WORDS = 32 * 1024

const chunks = new Pieces()

export class ScratchSets {
  #chunks: Uint32Array<ArrayBuffer>[] = []
  #used = CHUNK_WORDS

  empty = (size: number): RowSet => this.#room(size).fill(0)

  all = (size: number): RowSet => addFirst(this.empty(size), size)

  /** A set of its own of what was stored. */
  of(stored: StoredRows, size: number): RowSet {
    if (stored instanceof Uint16Array) return addRows(this.empty(size), stored)
    const set = this.#room(size)
    set.set(stored)
    return set
  }

  release(): void {
    for (const { buffer } of this.#chunks) chunks.give(buffer)
    this.#chunks = []
    this.#used = CHUNK_WORDS
  }

  #room(size: number): RowSet {
    const words = Math.ceil(size / 32)
    if (this.#used + words > CHUNK_WORDS) {
      this.#chunks.push(new Uint32Array(chunks.take(CHUNK_WORDS * Uint32Array.BYTES_PER_ELEMENT)))
      this.#used = 0
    }
    this.#used += words
    return this.#chunks.at(-1)!.subarray(this.#used - words, this.#used)
  }
}
