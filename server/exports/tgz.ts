/** A gzipped tar of one file. */
import { pipeline } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { packTar } from 'modern-tar/fs'
import { openSpool } from '../spool.ts'

/** A tar tells the size of a file before its content, so the content is spooled first. */
export async function writeTgz(name: string, content: AsyncIterable<string>, at: Date, to: Writable): Promise<void> {
  const spool = await openSpool()
  try {
    let size = 0
    for await (const text of content) size += (await spool.write(text)).bytesWritten
    const file = spool.createReadStream({ start: 0, autoClose: false })
    const tar = packTar([{ type: 'stream', target: name, content: file, size, mtime: at, mode: 0o644 }])
    await pipeline(tar, createGzip(), to)
  } finally {
    await spool.close()
  }
}
