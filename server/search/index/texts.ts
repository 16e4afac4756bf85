/** Texts of a bucket, as they are stored and compared: their bytes, one after the other, in the order of its rows. */

/** Longer ones, in bytes, are not kept. */
export const LONGEST_TEXT = 1000
const LEFT_OUT = 0xffff

/** The length of each, 16 bits, and then all of them. */
export function encodeTexts(texts: readonly (string | Buffer)[]): Buffer {
  const pieces = texts.map((text) => (typeof text === 'string' ? Buffer.from(text) : text))
  const lengths = Buffer.allocUnsafe(texts.length * 2)
  pieces.forEach(({ length }, at) => lengths.writeUInt16LE(length > LONGEST_TEXT ? LEFT_OUT : length, at * 2))
  return Buffer.concat([lengths, ...pieces.filter(({ length }) => length <= LONGEST_TEXT)])
}

/** The bytes of a text, a letter each: these strings compare as bytes do. */
export const byteKey = (text: string): string => Buffer.from(text).toString('latin1')

export class Texts {
  readonly #bytes: Buffer
  /** Where each ends; one that is left out ends where it begins, with the sign changed. */
  readonly #ends: Int32Array

  /** @param count how many there are */
  constructor(stored: Buffer, count: number) {
    // A copy of its own: a small buffer of the driver's holds a larger one.
    this.#bytes = Buffer.from(new Uint8Array(stored).buffer)
    this.#ends = new Int32Array(count)
    let end = count * 2
    for (let at = 0; at < count; at++) {
      const length = stored.readUInt16LE(at * 2)
      if (length === LEFT_OUT) this.#ends[at] = -end
      else this.#ends[at] = end += length
    }
  }

  get byteLength(): number {
    return this.#bytes.byteLength + this.#ends.byteLength
  }

  /** @returns its bytes; undefined where it was too long to be kept */
  at(at: number): Buffer | undefined {
    const end = this.#ends[at]!
    return end < 0 ? undefined : this.#bytes.subarray(this.#startOf(at), end)
  }

  /** See byteKey. */
  key(at: number): string {
    return this.#bytes.toString('latin1', this.#startOf(at), Math.abs(this.#ends[at]!))
  }

  #startOf(at: number): number {
    return at === 0 ? this.#ends.length * 2 : Math.abs(this.#ends[at - 1]!)
  }
}
