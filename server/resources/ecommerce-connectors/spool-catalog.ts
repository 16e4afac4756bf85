/**
 * The products of an uploaded file, read and checked before anything is written: a transaction, which holds locks, waits
 * for no parser. They lie on the disk in batches, so that no process holds them all.
 */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Details } from '../../bulk/request.ts'
import { ApiError, apiError } from '../../http/errors.ts'
import type { UploadedFile } from '../../http/upload.ts'
import { openSpool } from '../../spool.ts'
import { readCatalog } from './read-catalog.ts'

/** A file without a fault. */
export interface CatalogFile {
  /** In bytes. */
  size: number
  /** Tells two files apart. */
  hash: string
  /** The number of its products. */
  count: number
  batches(): AsyncIterable<Details[]>
}

/** A file that was read; `file` throws its first fault. */
export interface SpooledCatalog extends AsyncDisposable {
  file(): CatalogFile
}

/** @param most the most products @param tooMany the refusal of more @throws 503 where the disk does not take them */
export async function spoolCatalog(
  upload: UploadedFile,
  { most, tooMany }: { most: number; tooMany: () => ApiError },
): Promise<SpooledCatalog> {
  let spool: FileHandle | undefined
  try {
    spool = await openSpool()
    return await fill(spool, upload, most, tooMany)
  } catch (error) {
    if (error instanceof ApiError) return refused(error, spool)
    await spool?.close()
    // The disk failed.
    if ((error as NodeJS.ErrnoException).syscall !== undefined)
      throw apiError(503, 'internal_error', 'Failed to store catalog')
    throw error
  }
}

const refused = (refusal: ApiError, spool: FileHandle | undefined): SpooledCatalog => ({
  file() {
    throw refusal
  },
  [Symbol.asyncDispose]: async () => spool?.close(),
})

async function fill(
  spool: FileHandle,
  upload: UploadedFile,
  most: number,
  tooMany: () => ApiError,
): Promise<SpooledCatalog> {
  let count = 0
  const hash = createHash('sha256')
  async function* hashed() {
    for await (const bytes of upload.open() as AsyncIterable<Buffer>) {
      hash.update(bytes)
      yield bytes
    }
  }
  async function* lines() {
    for await (const products of readCatalog(hashed())) {
      count += products.length
      if (count > most) throw tooMany()
      yield `${lineOf(products)}\n`
    }
  }
  await spool.writeFile(lines())
  const file = { size: upload.size, hash: hash.digest('hex'), count, batches: () => readBatches(spool) }
  return { file: () => file, [Symbol.asyncDispose]: () => spool.close() }
}

/** Readers of lines end one at these signs too, which JSON leaves as they are. */
const ENDS = /[\u2028\u2029]/g
const lineOf = (products: Details[]): string =>
  JSON.stringify(products).replaceAll(ENDS, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)

async function* readBatches(spool: FileHandle): AsyncGenerator<Details[]> {
  const input = spool.createReadStream({ start: 0, autoClose: false })
  for await (const line of createInterface({ input, crlfDelay: Infinity })) yield JSON.parse(line) as Details[]
}
