/** All that a workspace holds: the rows of every table that has a workspace_id, and the jobs. */
import type { Pool } from '../../db/pool.ts'

export interface Contents {
  /** A row each, its table before it. */
  read(workspaceId: number): Promise<string[]>
}

export async function createContents(db: Pool): Promise<Contents> {
  const tables = await db<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
    order by c.table_name`
  const names = tables.map(({ name }) => name).filter((name) => !/_\d{4}_\d\d$/.test(name))
  const selects = names.map(
    (name) => `select '${name}' as of, to_jsonb(t)::text as row from ${name} t where workspace_id = $1`,
  )
  // One text for all workspaces, so that the database plans it once.
  const statement = `
    select of || ' ' || row as line from (
      ${selects.join(' union all ')}
      union all select 'workspaces', to_jsonb(w)::text from workspaces w where id = $1
      union all select 'job', jsonb_build_object(
        'task', t.identifier, 'payload', j.payload, 'key', j.key, 'run_at', j.run_at)::text
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.payload->>'workspace_id' = $1::int::text) all_rows`
  return {
    async read(workspaceId) {
      const rows = await db.unsafe<{ line: string }[]>(statement, [workspaceId])
      return rows.map(({ line }) => line).toSorted()
    },
  }
}
