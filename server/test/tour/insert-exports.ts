/** Exports that a tour finds completed: it waits for no worker. */
import type { AppDeps } from '../../app.ts'
import { insertChunk } from '../../files/queries.ts'
import type { Found } from './step.ts'

/** An archive of messages, and one of a report. */
export async function insertExports(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  const expires = new Date(now.getTime() + 3600_000)
  const identifiers = { content: 'archiveofthetour', reporting: 'reportofthetour1' }
  for (const [kind, identifier] of Object.entries(identifiers)) {
    const [job] = await db<[{ file_id: number }]>`
      with file as (
        insert into files (workspace_id, name, content_type, size, bytes, secret, created_at)
        values (${workspace_id}, 'archive', 'application/octet-stream', 0, '', ${'e'.repeat(48)}, ${now})
        returning id)
      insert into exports (workspace_id, kind, identifier, status, from_time, to_time, dataset_id, file_id, created_at,
        completed_at, expires_at)
      select ${workspace_id}, ${kind}, ${identifier}, 'completed', ${now}, ${now}, 'conversation', file.id, ${now}, ${now},
        ${expires}
      from file returning file_id`
    await insertChunk(db, workspace_id, job.file_id, 0, Buffer.from('archive'))
  }
  return { archive: identifiers.content, report: identifiers.reporting }
}
