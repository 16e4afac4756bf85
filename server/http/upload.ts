/**
 * Forms with a file (multipart/form-data), for operations that say `upload`. The file is spooled to the disk as it
 * comes, so that no process holds one whole; the handler finds it among the fields.
 *
 *   upload: { field: 'catalog', mostBytes: 99_000_000 }
 *   handle: async (ctx, { body }) => { for await (const bytes of (body.catalog as UploadedFile).open()) … }
 */
import type { IncomingHttpHeaders } from 'node:http'
import { finished, PassThrough, Readable } from 'node:stream'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { FastifyReply } from 'fastify'
import { openSpool } from '../spool.ts'
import { UNUSABLE_NAME } from './body.ts'
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
  /** In bytes, as far as it was kept. */
  readonly size: number
  /** The bytes, as often as they are asked for. */
  readonly open: () => Readable

  constructor(open: () => Readable, size: number, truncated = false) {
    this.open = open
    this.size = size
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

/** Uploads that are taken at the same time: of a process, and of a workspace. */
const MOST = { all: 4, workspace: 2 }

export interface UploadSlots {
  /**
   * Takes a slot until the answer has ended.
   * @throws 503 service_unavailable
   */
  take(workspaceId: number, reply: FastifyReply): void
}

export function createUploadSlots(most = MOST): UploadSlots {
  let taken = 0
  const takenBy = new Map<number, number>()

  function add(workspaceId: number, by: 1 | -1): void {
    taken += by
    const of = (takenBy.get(workspaceId) ?? 0) + by
    if (of > 0) takenBy.set(workspaceId, of)
    else takenBy.delete(workspaceId)
  }

  return {
    take(workspaceId, { raw }) {
      if (taken >= most.all || (takenBy.get(workspaceId) ?? 0) >= most.workspace)
        throw new ApiError(503, 'service_unavailable', 'Too many uploads are under way', undefined, {
          'Retry-After': '5',
        })
      add(workspaceId, 1)
      raw.once('close', () => add(workspaceId, -1))
    },
  }
}

/** The most bytes of a form. A file that is a little too long is read, so that the operation refuses it as documented. */
const formBytes = ({ mostBytes }: UploadRule): number => mostBytes * 1.25

const tooLarge = () => apiError(413, 'payload_too_large', 'The request body is too large')

/** @throws 413 payload_too_large by the length that the headers announce */
export function checkLength(headers: IncomingHttpHeaders, rule: UploadRule): void {
  if (Number(headers['content-length'] ?? 0) > formBytes(rule)) throw tooLarge()
}

/** Bounds a form that comes in chunks, whatever its parts are. */
const bounded = (rule: UploadRule) =>
  async function* (source: AsyncIterable<Buffer>) {
    let bytes = 0
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > formBytes(rule)) throw tooLarge()
      yield chunk
    }
  }

/** A pipeline that fails destroys what it reads from, and a request that is destroyed cannot be read to its end. */
function apart(source: Readable): Readable {
  const through = new PassThrough()
  finished(source, (error) => error && through.destroy(error))
  return source.pipe(through)
}

const broken = () => apiError(400, 'bad_request', 'The form could not be read')

/** @throws 400 bad_request; 413 payload_too_large; 503 internal_error where the file cannot be kept */
export async function readForm(source: Readable, headers: object, rule: UploadRule): Promise<ReceivedForm> {
  const { field, mostBytes } = rule
  const fields: Record<string, unknown> = {}
  let spool: FileHandle | undefined
  let incoming: Readable | undefined
  let stored: Promise<void> | undefined
  let failure: Error | undefined
  const parser = parserFor(headers as BusboyHeaders, mostBytes)
  let named = 0
  /** Nobody can tell which of two was meant. */
  const isSecond = (name: string) => name === field && ++named > 1
  const twice = () => parser.destroy(apiError(400, 'parameter_invalid', `The form must have ${field} once`))
  parser.on('field', (name, value) => {
    if (isSecond(name)) twice()
    else if (name === UNUSABLE_NAME)
      parser.destroy(apiError(400, 'parameter_invalid', `Nothing in the form can be named ${UNUSABLE_NAME}`))
    else if (value.includes('\0'))
      parser.destroy(apiError(400, 'parameter_invalid', 'Text must not contain NUL characters'))
    else fields[name] = value.toWellFormed()
  })
  parser.on('filesLimit', () => parser.destroy(apiError(400, 'parameter_invalid', 'The form has too many files')))
  parser.on('file', (name, file) => {
    file.on('error', () => {}) // the parser tells
    if (isSecond(name)) return void twice()
    if (name !== field) return void file.resume()
    incoming = file
    stored = store(file, (opened) => (spool = opened), field).then(
      (size) => void (fields[field] = uploaded(spool!, size, file)),
      (error: Error) => {
        // The parser may have come to its end already.
        failure = error
        parser.destroy(error)
      },
    )
  })
  try {
    await pipeline(apart(source), bounded(rule), parser)
    await stored
    if (failure) throw failure
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

/**
 * @returns its size
 * @throws 503 where the disk does not take it
 */
async function store(file: Readable, opened: (spool: FileHandle) => void, field: string): Promise<number> {
  try {
    const spool = await openSpool()
    opened(spool)
    await spool.writeFile(file)
    return (await spool.stat()).size
  } catch (error) {
    if (file.errored) throw error
    throw apiError(503, 'internal_error', `Failed to store ${field}`)
  }
}

const uploaded = (spool: FileHandle, size: number, file: Readable & { truncated?: boolean }): UploadedFile =>
  new UploadedFile(() => spool.createReadStream({ start: 0, autoClose: false }), size, file.truncated)

/** A text as an uploaded file. */
export function fileOf(text: string): UploadedFile {
  const bytes = Buffer.from(text)
  return new UploadedFile(() => Readable.from([bytes]), bytes.length)
}
