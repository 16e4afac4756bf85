/** Fixture for tests of exports: a workspace, the worker's part done by hand, and archives as texts of their files. */
import { createUnzip } from 'node:zlib'
import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { createTarDecoder } from 'modern-tar'
import { fromBufferPromise } from 'yauzl'
import type { Pool } from '../db/pool.ts'
import { runExports } from '../tasks.ts'
import type { TestApp } from '../test/app.ts'

export type Row = Record<string, string>

export async function exportScene(app: TestApp, version = 'Preview') {
  const workspace = await app.createWorkspace()
  const client = app.client({ version, token: workspace.token })
  return {
    workspace,
    client,
    run: (identifier: string, db: Pool = app.db) => runJob(app, workspace, identifier, db),
    /** The bytes of an archive, or the status of the refusal. */
    async download(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
      const reply = await app.app.inject({
        method,
        url: new URL(url, 'http://localhost').pathname,
        headers: { authorization: `Bearer ${workspace.token}`, accept: 'application/octet-stream', ...headers },
      })
      return { status: reply.statusCode, headers: reply.headers, bytes: reply.rawPayload }
    },
    /** The number of files and chunks that are kept for the workspace's exports. */
    async kept() {
      const [row] = await app.db<[{ files: number; chunks: number }]>`
        select count(distinct f.id)::int as files, count(c.file_id)::int as chunks
        from files f left join file_chunks c on c.workspace_id = f.workspace_id and c.file_id = f.id
        where f.workspace_id = ${workspace.id}`
      return row
    },
  }
}

/** Does what the worker has to do for a job. */
export async function runJob(
  app: Pick<TestApp, 'db' | 'clock'>,
  { id }: { id: number },
  identifier: string,
  db: Pool = app.db,
) {
  const [job] = await app.db<{ id: number }[]>`
    select id from exports where workspace_id = ${id} and identifier = ${identifier}`
  await runExports.run({ db, clock: app.clock }, { workspace_id: id, export_id: job!.id })
}

/** The files of a zip by their names. */
export async function unzip(bytes: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const zip = await fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
  return files
}

/** The files of a gzipped tar by their names. */
export async function untar(bytes: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const tar = Readable.toWeb(Readable.from([bytes]).pipe(createUnzip())) as ReadableStream<Uint8Array>
  for await (const { header, body } of tar.pipeThrough(createTarDecoder()))
    files[header.name] = await text(body as never)
  return files
}

/** Rows by the names of their columns. */
export const rowsOf = (csv: string): Row[] => parse(csv, { columns: true, record_delimiter: '\r\n' }) as Row[]
