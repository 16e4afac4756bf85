/**
 * Attachments of a message. Files come with the request, or are given by their addresses, from which a job fetches them
 * (fetch-attachment.task.ts).
 */
import { extname } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../context.ts'
import { parameterInvalid } from '../http/errors.ts'
import { described, model, Text } from '../schema/types.ts'
import { fetchLater } from './fetch-later.ts'
import { pictureOf } from './image.ts'
import { insertFiles, type NewFile } from './queries.ts'

export const Attachment = model('part_attachment', {
  type: Type.Literal('upload'),
  name: described(Type.String(), 'The name of the file.'),
  url: described(Type.String(), 'The address of the file.'),
  content_type: described(Type.String(), 'The media type, such as `image/png`.'),
  filesize: described(
    Type.Optional(Type.Integer()),
    'The size in bytes. Absent until the file has been fetched from the address that was given.',
  ),
  width: described(Type.Optional(Type.Integer()), 'The width of a picture in pixels.'),
  height: described(Type.Optional(Type.Integer()), 'The height of a picture in pixels.'),
})

export type AttachmentWire = Static<typeof Attachment>

const MAX = 10

/** A file as a request's body holds it. */
export const Upload = Type.Object({
  content_type: described(Type.String({ maxLength: 255 }), 'The media type, such as `image/png`.'),
  name: described(Type.String({ minLength: 1, maxLength: 255 }), 'The name of the file.'),
  data: described(Type.String(), 'The content, in base64.'),
})

/** As they stand in a request's body. */
export const attachmentInput = {
  attachment_urls: described(
    Type.Optional(Type.Array(Text(2048), { maxItems: MAX })),
    'The addresses of images, up to ten together with `attachment_files`.',
  ),
  attachment_files: described(
    Type.Optional(Type.Array(Upload, { maxItems: MAX })),
    'Files, up to ten together with `attachment_urls`; they stand behind those.',
  ),
}

export interface AttachmentInput {
  attachment_urls?: string[]
  attachment_files?: Static<typeof Upload>[]
}

/** @throws 400 parameter_invalid for more than ten of both kinds */
export function checkAttachments({ attachment_urls = [], attachment_files = [] }: AttachmentInput): void {
  if (attachment_urls.length + attachment_files.length > MAX)
    throw parameterInvalid(
      `attachment_files must have at most ${MAX} items together with attachment_urls`,
      'attachment_files',
    )
}

/**
 * @param name the files' parameter, which a refusal names
 * @throws 400 parameter_invalid
 */
export async function keepAttachments(
  ctx: Ctx,
  threadId: number,
  input: AttachmentInput,
  name = 'attachment_files',
): Promise<AttachmentWire[]> {
  checkAttachments(input)
  const { attachment_urls = [], attachment_files = [] } = input
  const given = readUrls(attachment_urls)
  const files = attachment_files.map((file) => readUpload(threadId, file, `${name} must each have`, name))
  await fetchLater(ctx, threadId, given)
  if (files.length === 0) return given
  const ids = await insertFiles(ctx.db, ctx.workspaceId, ctx.now, files)
  const kept = files.map((file, at) =>
    presentFile(ctx.addressOf(filePath(ctx.workspace.app_id, ids[at]!, file.secret, file.name)), file),
  )
  return [...given, ...kept]
}

/** A file that is kept here, served at the address. */
export function presentFile(
  url: string,
  { name, content_type, bytes }: Pick<NewFile, 'name' | 'content_type' | 'bytes'>,
): AttachmentWire {
  const picture = pictureOf(bytes)
  return {
    type: 'upload',
    name,
    url,
    content_type,
    filesize: bytes.length,
    ...(picture && { width: picture.width, height: picture.height }),
  }
}

/**
 * @param needed the beginning of a refusal's message: `attachment_files must each have`
 * @param field the parameter that it is about
 * @throws 400 parameter_invalid
 */
export function readUpload(
  threadId: number | null,
  { name, content_type, data }: Static<typeof Upload>,
  needed: string,
  field?: string,
): NewFile {
  const bytes = readBase64(data)
  if (!bytes) throw parameterInvalid(`${needed} data in base64`, field)
  if (!MEDIA_TYPE.test(content_type)) throw parameterInvalid(`${needed} a valid content_type`, field)
  return { thread_id: threadId, name, content_type, bytes, secret: randomBytes(24).toString('hex') }
}

/** Where a file is read; the secret is all the access that it needs. A name of dots would be a step in the path. */
export const filePath = (appId: string, id: number, secret: string, name: string): string =>
  `/files/${appId}/${id}/${secret}/${/^\.{1,2}$/.test(name) ? 'file' : encodeURIComponent(name)}`

const OWN_ADDRESS = /\/files\/\w+\/(\d+)\/([0-9a-f]{48})\//

/** The file that an address may name; undefined for one that is no file's here. */
export function fileAt(url: string): { id: number; secret: string } | undefined {
  const [, id, secret] = OWN_ADDRESS.exec(url) ?? []
  return id && secret ? { id: Number(id), secret } : undefined
}

/** Parameters in visible ASCII: the type becomes a header of the file's answer. */
export const MEDIA_TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}( *;[ -~]{0,50})?$/
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

function readBase64(data: string): Buffer | undefined {
  const text = data.replace(/^data:[^,]{0,200};base64,/, '').replaceAll(/\s/g, '')
  return BASE64.test(text) ? Buffer.from(text, 'base64') : undefined
}

const CONTENT_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
}

/**
 * Describes attachments by their addresses alone, as they are until they have been fetched.
 * @param field the parameter that a refusal is about
 * @throws 400 parameter_invalid
 */
export const readUrls = (urls: string[], field = 'attachment_urls'): AttachmentWire[] =>
  urls.map((url) => readUrl(url, field))

function readUrl(text: string, field: string): AttachmentWire {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw parameterInvalid('attachment_urls must be http or https URLs', field)
  const name = nameIn(url)
  const content_type = CONTENT_TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'
  return { type: 'upload', name, url: url.href, content_type }
}

/** The last step of the path, or the host. */
export function nameIn({ pathname, hostname }: URL): string {
  const name = pathname.split('/').at(-1)!
  try {
    // An escape may stand for NUL, which PostgreSQL cannot keep.
    return decodeURIComponent(name).replaceAll('\0', '') || hostname
  } catch {
    return name // a percent sign that begins no escape
  }
}
