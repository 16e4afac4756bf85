/** A zip of files that are written one after another, whatever their size. */
import { finished, pipeline } from 'node:stream/promises'
import { Readable, type Writable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  /** In ASCII, without a path. */
  name: string
  content: AsyncIterable<string>
}

export async function writeZip(entries: AsyncIterable<ZipEntry>, at: Date, to: Writable): Promise<void> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  const written = pipeline(output, to)
  try {
    for await (const { name, content } of entries) {
      const stream = Readable.from(content, { objectMode: false })
      zip.addReadStream(stream, name, { mtime: at })
      try {
        await Promise.race([finished(stream), written])
      } finally {
        stream.destroy()
      }
    }
    zip.end()
  } catch (error) {
    output.destroy(error as Error)
    await written.catch(() => {})
    throw error
  }
  await written
}
