/** Pictures and files of an imported article: read beside it, or fetched from its old site. */
import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { dirname, extname, resolve, sep } from 'node:path'
import type { Reach } from '../../../config.ts'
import { pictureOf } from '../../../files/image.ts'
import type { NewFile } from '../../../files/queries.ts'
import { download } from '../../../outgoing/download.ts'
import { decodePath } from './targets.ts'

const MOST_BYTES = 20 * 1024 * 1024
const FETCH_MS = 20_000

export type Found = { file: NewFile } | { error: string }

/** @returns undefined where there is no such file in the folder of the document, or below it */
export async function readBeside(path: string, address: string): Promise<Found | undefined> {
  const folder = dirname(path)
  try {
    const target = await realpath(resolve(folder, decodePath(address.replace(/[?#].*$/, ''))))
    if (!target.startsWith((await realpath(folder)) + sep)) return undefined
    return asPicture(await readFile(target), target.split(sep).at(-1)!)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code ?? ''))
      return undefined
    throw error
  }
}

export async function fetchFile(url: URL, reach: Reach, kind: 'link' | 'picture'): Promise<Found> {
  const { bytes, error } = await download(url, { reach, timeoutMs: FETCH_MS, mostBytes: MOST_BYTES })
  if (!bytes) return { error }
  const name = decodePath(url.pathname.split('/').at(-1)!) || 'file'
  if (kind === 'picture') return asPicture(bytes, name)
  return { file: newFile(bytes, name, typeOf(bytes) ?? 'application/octet-stream') }
}

function asPicture(bytes: Buffer, name: string): Found {
  const type = typeOf(bytes)
  if (bytes.length > MOST_BYTES) return { error: 'the file is too long' }
  if (!type?.startsWith('image/')) return { error: 'the file is no PNG, JPEG, GIF or WebP' }
  return { file: newFile(bytes, name, type) }
}

const newFile = (bytes: Buffer, name: string, content_type: string): NewFile => ({
  thread_id: null,
  name: (extname(name) === '' && content_type in ENDINGS ? `${name}${ENDINGS[content_type]}` : name).slice(0, 255),
  content_type,
  bytes,
  secret: randomBytes(24).toString('hex'),
})

const ENDINGS: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
}

/** By the first bytes: the name and the header of an answer may say anything. */
const typeOf = (bytes: Buffer): string | undefined =>
  pictureOf(bytes)?.content_type ??
  (bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : undefined)
