/**
 * An answer as JSON. Lists are written item by item: one letter beyond Latin-1 makes the engine keep
 * a whole text in two bytes a letter, which takes longer to write. docs/performance.md compares this
 * with a function compiled from the schema.
 */
import type { TSchema } from 'typebox'

/**
 * @param lists the properties that may be lists (`listsOf`): most answers have none, and need not be looked through
 * @returns an answer with a list as bytes, which are sent as they are; any other as text
 */
export function encodeAnswer(answer: object, lists: readonly string[]): string | Buffer {
  for (const name of lists) if (isList((answer as Record<string, unknown>)[name])) return encodeList(answer)
  return JSON.stringify(answer)
}

interface Node {
  anyOf?: Node[]
  items?: unknown
  properties?: Record<string, Node>
}

/** Names of the properties of such answers that may be lists. */
export function listsOf(schema: TSchema | Node): string[] {
  const { anyOf = [], properties = {} } = schema as Node
  const own = Object.keys(properties).filter((name) => mayBeList(properties[name]!))
  return [...new Set([...own, ...anyOf.flatMap(listsOf)])]
}

const mayBeList = ({ anyOf, items }: Node): boolean => items !== undefined || (anyOf ?? []).some(mayBeList)

const isList = (value: unknown): value is object[] => Array.isArray(value) && value.length > 1

function encodeList(answer: object): Buffer {
  const paper = new Paper()
  let before = '{'
  for (const [key, value] of Object.entries(answer)) {
    if (value === undefined) continue
    paper.write(`${before}${JSON.stringify(key)}:`)
    before = ','
    if (!isList(value)) {
      paper.write(JSON.stringify(value))
      continue
    }
    for (const [at, item] of value.entries()) {
      paper.write(at === 0 ? '[' : ',')
      paper.write(JSON.stringify(item))
    }
    paper.write(']')
  }
  paper.write('}')
  return paper.copy()
}

/** Bytes that every answer is written on, one after the other: no answer waits amid its writing. */
let bytes = Buffer.allocUnsafeSlow(256 * 1024)
/** More than this is not kept for the next. */
const MOST_KEPT = 4 * 1024 * 1024

class Paper {
  #bytes = bytes
  #end = 0

  write(text: string): void {
    // No unit of UTF-16 is more than three bytes of UTF-8.
    const most = this.#end + text.length * 3
    if (most > this.#bytes.length) this.#grow(most)
    this.#end += this.#bytes.write(text, this.#end)
  }

  copy(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#end))
  }

  #grow(most: number): void {
    const larger = Buffer.allocUnsafeSlow(2 * most)
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
    if (larger.length <= MOST_KEPT) bytes = larger
  }
}
