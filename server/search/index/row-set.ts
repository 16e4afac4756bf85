/**
 * Sets of positions in one segment, a bit for each: what conditions are combined with. Stored, a
 * set is the list of its positions where they are few, and its bits where they are many.
 */
import { piecesOfFound } from './pieces.ts'

/** How many rows a segment holds at the most: a position fits into 16 bits. */
export const SEGMENT_ROWS = 32_768

export type RowSet = Uint32Array

const LIST = 0
const BITS = 1

export const emptySet = (size: number): RowSet => new Uint32Array(Math.ceil(size / 32))

/** @param rows ascending, each once */
export function encodeRows(rows: ArrayLike<number>, size: number): Buffer {
  const words = Math.ceil(size / 32)
  if (rows.length * 2 < words * 4) {
    const list = Buffer.allocUnsafe(1 + rows.length * 2)
    list[0] = LIST
    for (let at = 0; at < rows.length; at++) list.writeUInt16LE(rows[at]!, 1 + at * 2)
    return list
  }
  const set = new Uint32Array(words)
  for (let at = 0; at < rows.length; at++) set[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31)
  return encodeSet(set)
}

export function encodeSet(set: RowSet): Buffer {
  const count = countRows(set)
  if (count * 2 < set.length * 4) return encodeRows(writeRows(set, new Uint16Array(count)), set.length * 32)
  const bits = Buffer.allocUnsafe(1 + set.length * 4)
  bits[0] = BITS
  for (let at = 0; at < set.length; at++) bits.writeUInt32LE(set[at]!, 1 + at * 4)
  return bits
}

/** A stored set, as it is kept in memory: a list of positions, or bits. */
export type StoredRows = Uint16Array | Uint32Array

export const decodeRows = (stored: Buffer): StoredRows => decodeTogether([stored])[0]!

/** Sets that are kept together, in one piece of memory. */
export function decodeTogether(stored: Buffer[]): StoredRows[] {
  const sizes = stored.map((one) =>
    one[0] === LIST ? { list: (one.length - 1) / 2 } : { words: (one.length - 1) / 4 },
  )
  const { rows: decoded } = inOnePiece(sizes, (bytes) => new ArrayBuffer(bytes))
  for (const [at, { buffer, byteOffset, byteLength }] of decoded.entries())
    new Uint8Array(buffer, byteOffset, byteLength).set(stored[at]!.subarray(1))
  return decoded
}

/** The same for sets that were worked out. @returns also how many rows are in all of them, and the piece, to be given back */
export function keepTogether(sets: RowSet[]): { kept: StoredRows[]; count: number; piece: ArrayBuffer } {
  const counts = sets.map(countRows)
  const isList = (at: number) => counts[at]! * 2 < sets[at]!.length * 4
  const sizes = sets.map(({ length }, at) => (isList(at) ? { list: counts[at]! } : { words: length }))
  const { rows: kept, piece } = inOnePiece(sizes, (bytes) => piecesOfFound.take(bytes))
  for (const [at, rows] of kept.entries()) {
    if (rows instanceof Uint32Array) rows.set(sets[at]!)
    else writeRows(sets[at]!, rows)
  }
  return { kept, count: counts.reduce((sum, count) => sum + count, 0), piece }
}

function inOnePiece(
  sizes: ({ list: number } | { words: number })[],
  makePiece: (bytes: number) => ArrayBuffer,
): { rows: StoredRows[]; piece: ArrayBuffer } {
  const bytes = sizes.map((size) => ('list' in size ? Math.ceil(size.list / 2) : size.words) * 4)
  const piece = makePiece(bytes.reduce((sum, some) => sum + some, 0))
  let end = 0
  const rows = sizes.map((size, at) => {
    const start = end
    end += bytes[at]!
    return 'list' in size ? new Uint16Array(piece, start, size.list) : new Uint32Array(piece, start, size.words)
  })
  return { rows, piece }
}

/** A set of its own of what was stored. */
export const setOf = (stored: StoredRows, size: number): RowSet =>
  stored instanceof Uint32Array ? stored.slice() : addRows(emptySet(size), stored)

/** Adds what was stored to a set. */
export function addRows(set: RowSet, stored: StoredRows): RowSet {
  if (stored instanceof Uint32Array) return unite(set, stored)
  for (let at = 0; at < stored.length; at++) addRow(set, stored[at]!)
  return set
}

/** Takes what was stored out of a set. */
export function removeRows(set: RowSet, stored: StoredRows): RowSet {
  if (stored instanceof Uint32Array) return subtract(set, stored)
  for (let at = 0; at < stored.length; at++) removeRow(set, stored[at]!)
  return set
}

/** What was stored, without some of its positions. */
export function withoutRows(stored: StoredRows, positions: number[]): StoredRows {
  if (stored instanceof Uint16Array) {
    const gone = new Set(positions)
    return stored.filter((row) => !gone.has(row))
  }
  const set = stored.slice()
  for (const row of positions) removeRow(set, row)
  return set
}

export const countStored = (stored: StoredRows): number =>
  stored instanceof Uint16Array ? stored.length : countRows(stored)

/** The positions of a stored set. */
export const listOf = (stored: StoredRows): Uint16Array =>
  stored instanceof Uint16Array ? stored : writeRows(stored, new Uint16Array(countRows(stored)))

/** Adds so many of the first positions. */
export function addFirst(set: RowSet, count: number): RowSet {
  const words = count >>> 5
  set.fill(0xffffffff, 0, words)
  if (count % 32 !== 0) set[words]! |= 2 ** (count % 32) - 1
  return set
}

export function addRow(set: RowSet, row: number): void {
  set[row >>> 5]! |= 1 << (row & 31)
}

export function removeRow(set: RowSet, row: number): void {
  set[row >>> 5]! &= ~(1 << (row & 31))
}

export const hasRow = (set: RowSet, row: number): boolean => ((set[row >>> 5]! >>> (row & 31)) & 1) === 1

/** Each of these changes the first and answers it. */
export function intersect(set: RowSet, other: RowSet): RowSet {
  for (let at = 0; at < set.length; at++) set[at]! &= other[at]!
  return set
}

export function unite(set: RowSet, other: RowSet): RowSet {
  for (let at = 0; at < set.length; at++) set[at]! |= other[at]!
  return set
}

export function subtract(set: RowSet, other: RowSet): RowSet {
  for (let at = 0; at < set.length; at++) set[at]! &= ~other[at]!
  return set
}

export function countRows(set: RowSet): number {
  let count = 0
  for (let at = 0; at < set.length; at++) {
    let word = set[at]!
    word -= (word >>> 1) & 0x55555555
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return count
}

/** @param rows room for all of its positions, which are written there and answered */
function writeRows(set: RowSet, rows: Uint16Array): Uint16Array {
  let count = 0
  for (let at = 0; at < set.length; at++)
    for (let word = set[at]!; word !== 0; word &= word - 1) rows[count++] = at * 32 + 31 - Math.clz32(word & -word)
  return rows
}
