/**
 * Measures exports of conversations and of their parts: the rate beside COPY of the same rows, and the memory of the
 * process, which does not grow from sixth to sixth of an export.
 *
 *   npm run bench:exports                      200,000 parts in 20,000 conversations
 *   npm run bench:exports -- --parts 3000000
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { systemClock } from '../server/clock.ts'
import { build } from '../server/db/build.ts'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { openPool, type Pool } from '../server/db/pool.ts'
import { insertExport } from '../server/exports/queries.ts'
import { createWorkspace } from '../server/provision/workspace.ts'
import { migrateJobs } from '../server/queue/migrate.ts'
import { conversation } from '../server/resources/reporting-exports/datasets/conversation.ts'
import { conversationPart } from '../server/resources/reporting-exports/datasets/conversation-part.ts'
import type { Dataset } from '../server/resources/reporting-exports/datasets/dataset.ts'
import { queryOf } from '../server/resources/reporting-exports/reporting-export.ts'
import { runExports } from '../server/tasks.ts'

const { values } = parseArgs({ options: { parts: { type: 'string', default: '200000' } } })
const parts = Number(values.parts)
const PARTS_OF_ONE = 10

const literal = (value: unknown) => `'${value instanceof Date ? value.toISOString() : String(value)}'`
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

const dataDir = mkdtempSync(join(tmpdir(), 'parley-exports-'))
const database = await startEmbedded({ dataDir, log: pino({ level: 'warn' }) })
try {
  const db = openPool(database.address)
  await migrate(db)
  await migrateJobs(db, database.address)
  const { id, ownerId } = await createWorkspace(db, {
    name: 'Exports',
    ownerName: 'Owner',
    ownerEmail: 'owner@example.com',
    clock: systemClock,
  })
  await db`
    insert into contacts (workspace_id, id, role, email, name, created_at, updated_at)
    select ${id}::int, lpad(to_hex(n), 24, '0'), 'user', 'person-' || n || '@example.com', 'Person ' || n, now(), now()
    from generate_series(1, 1000) n`
  await db`
    insert into threads (workspace_id, id, source_contact_id, contact_ids, admin_assignee_id, created_at, updated_at)
    select ${id}::int, n, lpad(to_hex(1 + n % 1000), 24, '0'), array[lpad(to_hex(1 + n % 1000), 24, '0')], ${ownerId}::bigint,
      now() - interval '1 day', now()
    from generate_series(1, ${parts / PARTS_OF_ONE}::int) n`
  await db`
    insert into thread_parts (workspace_id, id, thread_id, part_type, body, author_type, author_admin_id, created_at,
      updated_at, notified_at)
    select ${id}::int, n, 1 + n / ${PARTS_OF_ONE}::int, 'comment', md5(n::text), 'admin', ${ownerId}::bigint,
      now() - interval '1 hour', now(), now()
    from generate_series(1, ${parts - PARTS_OF_ONE}::int) n`
  await db`analyze`
  for (const dataset of [conversation, conversationPart]) await measure(db, id, dataset)
  await db.end()
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Both read every column of the same rows, COPY to nowhere. */
async function measure(db: Pool, workspaceId: number, dataset: Dataset): Promise<void> {
  const now = systemClock.now()
  const attributes = dataset.attributes.map((one) => `${one.prefix}.${one.id}`)
  const job = await insertExport(db, workspaceId, {
    kind: 'reporting',
    identifier: dataset.id,
    from_time: new Date(now.getTime() - 2 * 86_400_000),
    to_time: now,
    dataset_id: dataset.id,
    attribute_ids: attributes,
    with_unanswered: true,
    created_at: now,
    expires_at: null,
  })

  const { text, values: given } = build(queryOf(dataset, dataset.attributes, job))
  const statement = text.replace(/\$(\d+)/g, (_, at: string) => literal(given[Number(at) - 1]))
  let rows = 0
  const copied = await seconds(async () => {
    rows = (await db.unsafe(`copy (${statement}) to '/dev/null' (format csv)`)).count
  })

  const before = process.memoryUsage.rss()
  const samples: number[] = []
  const sampling = setInterval(() => samples.push(process.memoryUsage.rss()), 20)
  const exported = await seconds(() =>
    runExports.run({ db, clock: systemClock }, { workspace_id: workspaceId, export_id: job.id }),
  )
  clearInterval(sampling)
  const [archive] = await db<[{ status: string; bytes: number }]>`
    select status, (select sum(octet_length(bytes))::bigint from file_chunks c
      where c.workspace_id = e.workspace_id and c.file_id = e.file_id) as bytes
    from exports e where e.workspace_id = ${workspaceId} and e.id = ${job.id}`
  const rate = (time: number) => `${Math.round(rows / time).toLocaleString('en')} rows/s (${time.toFixed(1)} s)`
  const sixth = Math.ceil(samples.length / 6)
  const peaks = Array.from({ length: 6 }, (_, n) => Math.max(0, ...samples.slice(n * sixth, (n + 1) * sixth)))
  console.log(`${dataset.id}: ${rows} rows, ${attributes.length} columns: ${archive.status}, ${mb(archive.bytes)}`)
  console.log(`  COPY … TO of the same rows       ${rate(copied)}`)
  console.log(`  export                           ${rate(exported)}`)
  console.log(`  memory before, in sixths of it   ${mb(before)}; ${peaks.map(mb).join(', ')}`)
}

async function seconds(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
