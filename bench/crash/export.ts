import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { createUnzip } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import { unless, type Ground, type Work } from './work.ts'

/** Lines of the one file of an archive, without its header. */
async function linesOf(archive: Buffer): Promise<string[]> {
  const tar = Readable.toWeb(Readable.from([archive]).pipe(createUnzip())) as ReadableStream<Uint8Array>
  for await (const { body } of tar.pipeThrough(createTarDecoder()))
    return (await text(body as never)).split('\r\n').slice(1, -1)
  return []
}

/** An export: begun anew after the next start, its archive is whole, and nothing of the first is left. */
export function exportWork(parts: number): Work {
  let job = ''
  let began = 0
  let lines: string[] = []
  const row = async ({ db }: Ground) =>
    (
      await db<[{ status: string; attempts: number; chunks: number; files: number }]>`
      select e.status, e.attempts, (select count(*)::int from files) as files,
        (select count(*)::int from file_chunks c where c.file_id = e.file_id) as chunks
      from exports e where e.identifier = ${job}`
    )[0]
  return {
    name: 'an export',
    async prepare({ db }) {
      const [{ id }] = await db<[{ id: number }]>`select id from workspaces order by id limit 1`
      const [admin] = await db<[{ id: number }]>`select min(id) as id from admins where workspace_id = ${id}`
      await db`
        insert into threads (workspace_id, id, admin_assignee_id, created_at, updated_at, first_contact_reply_at)
        select ${id}::int, 900000 + n, ${admin.id}::bigint, now() - interval '1 day', now(), now()
        from generate_series(0, ${Math.floor(parts / 10)}::int) n`
      await db`
        insert into thread_parts (workspace_id, id, thread_id, part_type, body, author_type, author_admin_id, created_at,
          updated_at, notified_at)
        select ${id}::int, 9000000 + n, 900000 + n / 10, 'comment', md5(n::text), 'admin', ${admin.id}::bigint,
          now() - interval '1 hour', now(), now()
        from generate_series(1, ${parts}::int) n`
    },
    async begin({ send }) {
      const now = Math.floor(Date.now() / 1000)
      began = performance.now()
      job = (
        await send('POST', '/export/reporting_data/enqueue', {
          dataset_id: 'consolidated_conversation_part',
          attribute_ids: ['action_id', 'conversation_id'],
          start_time: now - 86_400,
          end_time: now,
        })
      ).job_identifier
    },
    /** Its reading is told by the time, its writing by the archive's chunks. */
    async progress(ground) {
      const { status, chunks } = await row(ground)
      if (status === 'completed') return 1
      if (chunks > 0) return 0.9
      return status === 'in_progress' ? Math.min(0.8, 0.05 + (performance.now() - began) / 10_000) : 0
    },
    async check(ground) {
      const { status, files } = await row(ground)
      lines = status === 'completed' ? await linesOf(await ground.download(`/download/reporting_data/${job}`)) : []
      const [kept] = await ground.db<[{ n: number }]>`
        select count(*)::int as n from exports where file_id is not null`
      return [
        ...unless('status', status, 'completed'),
        ...unless('rows', lines.length, parts),
        ...unless('different rows', new Set(lines).size, parts),
        ...unless('files', files, kept.n),
      ]
    },
    told: async (ground) => `${lines.length} rows of ${parts} after ${(await row(ground)).attempts} attempts`,
  }
}
