/**
 * The outbox. A write tells what happened in its own transaction; listeners read it later.
 *
 * Most writes say `ctx.emit(topic, item)` and the mount writes what they said just before the commit. A write that is
 * one statement puts `eventRow` into it instead.
 */
import { fragment, type Db } from '../db/pool.ts'

/** A wire model, as a presenter made it. */
export type Snapshot = object

/** Events and count deltas of one transaction, written just before its commit. */
export interface Outbox {
  emit(topic: string, item: Snapshot): void
  count(name: string, delta: number): void
  /** @param workflowRunId the run of a workflow that caused it, so that no workflow starts from its own doing */
  write(db: Db, workspaceId: number, now: Date, workflowRunId?: number): Promise<void>
  /** For a transaction that is begun again. */
  clear(): void
}

export function createOutbox(): Outbox {
  const events: { topic: string; item: Snapshot }[] = []
  const counts = new Map<string, number>()
  return {
    emit: (topic, item) => void events.push({ topic, item }),
    count: (name, delta) => void counts.set(name, (counts.get(name) ?? 0) + delta),
    write: (db, workspaceId, now, workflowRunId) => flush(db, workspaceId, now, { events, counts, workflowRunId }),
    clear() {
      events.length = 0
      counts.clear()
    },
  }
}

export interface Pending {
  events: { topic: string; item: Snapshot }[]
  counts: Map<string, number>
  workflowRunId?: number | undefined
}

/** Writes what a transaction emitted and counted. */
export async function flush(
  db: Db,
  workspaceId: number,
  now: Date,
  { events, counts, workflowRunId }: Pending,
): Promise<void> {
  const deltas = [...counts].filter(([, delta]) => delta !== 0)
  await Promise.all([
    events.length > 0 &&
      db`insert into events ${db(
        events.map(({ topic, item }) => ({
          workspace_id: workspaceId,
          topic,
          item: item as never,
          created_at: now,
          workflow_run_id: workflowRunId ?? null,
        })),
        'workspace_id',
        'topic',
        'item',
        'created_at',
        'workflow_run_id',
      )}`,
    deltas.length > 0 &&
      db`insert into count_deltas ${db(
        deltas.map(([name, delta]) => ({ workspace_id: workspaceId, name, delta })),
        'workspace_id',
        'name',
        'delta',
      )}`,
  ])
}

/** Inserts an event as a part of another statement: with ` from <cte>` behind it, only where the CTE has a row. */
export const eventRow = (workspaceId: number, now: Date, topic: string, item: Snapshot) => fragment`
  insert into events (workspace_id, topic, item, created_at)
  select ${workspaceId}::int, ${topic}, ${item as never}::json, ${now}::timestamptz`

/** Inserts a delta as a part of another statement. */
export const countRow = (workspaceId: number, name: string, delta: number) => fragment`
  insert into count_deltas (workspace_id, name, delta) select ${workspaceId}::int, ${name}, ${delta}::int`
