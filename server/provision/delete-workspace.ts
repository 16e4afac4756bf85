/** Takes a workspace away with all that it holds, for good. */
import type { Db, Pool } from '../db/pool.ts'
import { revokeAll } from '../resources/tokens/access-tokens.ts'

/** In one transaction. Jobs that are left find nothing to do. */
export async function deleteWorkspace(db: Pool, workspaceId: number, now: Date): Promise<void> {
  await db.begin(async (tx) => {
    await revokeAll(tx, workspaceId, now) // tells every server that its tokens open nothing any more
    for (const table of await listTables(tx)) await tx`delete from ${tx(table)} where workspace_id = ${workspaceId}`
    await tx`delete from workspaces where id = ${workspaceId}`
  })
}

interface Link {
  name: string
  /** Tables of workspaces that rows of this one refer to. */
  needs: string[]
}

/** Every table with a `workspace_id`, from the catalog; referring tables stand before the tables they refer to. */
export async function listTables(db: Db): Promise<string[]> {
  const links = await db<Link[]>`
    select c.relname as name, coalesce(array_agg(r.relname) filter (where r.oid <> c.oid), '{}')::text[] as needs
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
    left join pg_class r on r.oid = f.confrelid and r.relname <> 'workspaces'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname order by c.relname`
  const left = new Map(links.map(({ name, needs }) => [name, needs]))
  const order: string[] = []
  while (left.size > 0) {
    const free = [...left.keys()].filter((name) => ![...left.values()].some((needs) => needs.includes(name)))
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const name of free) {
      order.push(name)
      left.delete(name)
    }
  }
  return order
}
