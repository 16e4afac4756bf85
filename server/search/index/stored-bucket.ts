/** What a stored bucket says. */
import { decodeNumbers, decodePositions, hashOf } from './content.ts'
import type { StoredBucket } from './lookup-queries.ts'
import type { Bucket, Tail } from './memory.ts'
import { decodeRows, listOf } from './row-set.ts'
import { LONGEST_TEXT, Texts } from './texts.ts'

/** @param low the number that it begins with */
export function decodeBucket({ numbers, texts, rows }: StoredBucket, low: number): Bucket {
  const positions = numbers ? decodePositions(rows) : listOf(decodeRows(rows))
  return {
    low,
    numbers: numbers && decodeNumbers(numbers),
    texts: texts && new Texts(texts, positions.length),
    rows: positions,
  }
}

/** Of a bucket of hashes with what was hashed, the rows that have a text. */
export function rowsOfText({ low, numbers, texts, rows }: Bucket, term: string): Tail {
  const [text, hash] = [Buffer.from(term), hashOf(term)]
  const isLong = text.length > LONGEST_TEXT
  if (!isLong) return { rows: rows.filter((_, at) => texts!.at(at)?.equals(text)), unsure: NONE }
  const unsure = rows.filter((_, at) => (numbers?.[at] ?? low) === hash && texts!.at(at) === undefined)
  return { rows: NONE, unsure }
}

const NONE = new Uint16Array(0)
