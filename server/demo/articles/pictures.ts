/** Keeps the pictures of the demo's articles in the file store, each once. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Db } from '../../db/pool.ts'
import { filePath } from '../../files/attachment.ts'
import { insertFiles } from '../../files/queries.ts'
import { escapeHtml } from '../../html.ts'

const FOLDER = join(import.meta.dirname, 'pictures')

interface Kept {
  path: string
  width: number
  height: number
}

/** @returns the kept pictures by their names */
export async function keepPictures(
  db: Db,
  { workspaceId, appId }: { workspaceId: number; appId: string },
  now: Date,
): Promise<Map<string, Kept>> {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.png'))
    .toSorted()
    .map((name) => {
      const bytes = readFileSync(join(FOLDER, name))
      // Everybody may see them, so the secret in the address is the same in every demo.
      const secret = createHash('sha256').update(name).digest('hex').slice(0, 48)
      return { thread_id: null, name, content_type: 'image/png', bytes, secret }
    })
  const ids = await insertFiles(db, workspaceId, now, files)
  return new Map(
    files.map(({ name, bytes, secret }, at) => {
      const path = filePath(appId, ids[at]!, secret, name)
      // A PNG begins with its size.
      return [basename(name, '.png'), { path, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }]
    }),
  )
}

export const pictureHtml = (address: string, { path, width, height }: Kept, alt: string): string =>
  `<img src="${address}${path}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`
