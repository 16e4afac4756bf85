/**
 * Forms with a file (multipart/form-data), for operations that say `upload`. The file is spooled to the disk as it
 * comes, so that no process holds one whole; the handler finds it among the fields.
 *
 *   upload: { field: 'catalog', mostBytes: 99_000_000 }
 *   handle: async (ctx, { body }) => { for await (const bytes of (body.catalog as UploadedFile).open()) … }
 */
import { Readable } from 'node:stream'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { FastifyReply } from 'fastify'
import { openSpool } from '../spool.ts'
import { ApiError, apiError } from './errors.ts'

export interface UploadRule {
  /** The field that holds the file. */
  field: string
  mostBytes: number
}

/** A class, because a JSON body may have any keys. */
export class UploadedFile {
  /** True if it is longer than the operation takes; its end is missing. */
  readonly truncated: boolean
  /** The bytes, as often as they are asked for. */
  readonly open: () => Readable

  constructor(open: () => Readable, truncated = false) {
    this.open = open
    this.truncated = truncated
  }
}

/** A form that was received: the body of its operation, until it is closed. */
export class ReceivedForm {
  readonly fields: Record<string, unknown>
  readonly #spool: FileHandle | undefined

  constructor(fields: Record<string, unknown>, spool: FileHandle | undefined) {
    this.fields = fields
    this.#spool = spool
  }

  async close(): Promise<void> {
    await this.#spool?.close()
  }
}

export const FORM = /^multipart\/form-data\s*(;|$)/i
export const isForm = (type: string | undefined): boolean => type !== undefined && FORM.test(type)

/** Uploads that a process takes at the same time. */
const MOST = 4

export function createUploadSlots(most = MOST): { take(reply: FastifyReply): void } {
  let taken = 0
  return {
    /** @throws 503 service_unavailable */
    take({ raw }) {
      if (taken >= most)
        throw new ApiError(503, 'service_unavailable', 'Too many uploads are under way', undefined, {
          'Retry-After': '5',
        })
      taken++
      raw.once('close', () => taken--)
    },
  }
}

const broken = () => apiError(400, 'bad_request', 'The form could not be read')

/** @throws 400 bad_request; 503 internal_error where the file cannot be kept */
export async function readForm(
  source: Readable,
  headers: object,
  { field, mostBytes }: UploadRule,
): Promise<ReceivedForm> {
  const fields: Record<string, unknown> = {}
  let spool: FileHandle | undefined
  let incoming: Readable | undefined
  let stored: Promise<void> | undefined
  const parser = parserFor(headers as BusboyHeaders, mostBytes)
  parser.on('field', (name, value) => {
    if (value.includes('\0')) parser.destroy(apiError(400, 'parameter_invalid', 'Text must not contain NUL characters'))
    else if (name !== '__proto__') fields[name] = value.toWellFormed()
  })
  parser.on('file', (name, file) => {
    file.on('error', () => {}) // the parser tells
    if (name !== field || stored) return void file.resume()
    incoming = file
    stored = store(file, (opened) => (spool = opened), field).then(
      () => void (fields[field] = uploaded(spool!, file)),
      (error: Error) => void parser.destroy(error),
    )
  })
  try {
    await pipeline(source, parser)
    await stored
    return new ReceivedForm(fields, spool)
  } catch (error) {
    // A client that is gone leaves a file without an end.
    incoming?.destroy(error as Error)
    await stored
    await spool?.close()
    throw error instanceof ApiError ? error : broken()
  }
}

function parserFor(headers: BusboyHeaders, mostBytes: number) {
  try {
    const limits = { fileSize: mostBytes, fieldSize: 10_000, fieldNameSize: 100, fields: 50, files: 2, headerPairs: 50 }
    return new Busboy({ headers, limits })
  } catch {
    // Without a boundary, say.
    throw broken()
  }
}

/** @throws 503 where the disk does not take it */
async function store(file: Readable, opened: (spool: FileHandle) => void, field: string): Promise<void> {
  try {
    const spool = await openSpool()
    opened(spool)
    await spool.writeFile(file)
  } catch (error) {
    if (file.errored) throw error
    throw apiError(503, 'internal_error', `Failed to store ${field}`)
  }
}

const uploaded = (spool: FileHandle, file: Readable & { truncated?: boolean }): UploadedFile =>
  new UploadedFile(() => spool.createReadStream({ start: 0, autoClose: false }), file.truncated)

/** A text as an uploaded file. */
export const fileOf = (text: string): UploadedFile => new UploadedFile(() => Readable.from([Buffer.from(text)]))
