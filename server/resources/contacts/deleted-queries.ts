/** The SQL of contacts that are no longer active. */
import { fragment, type Db } from '../../db/pool.ts'
import type { DeletedContactRow } from './deleted-contact.ts'

const gone = (workspaceId: number) =>
  fragment`contacts.workspace_id = ${workspaceId} and contacts.state <> 'active' and contacts.role <> 'visitor'`

/** In the order in which they were created. One that was merged away is known by the external_id that it had. */
export async function listDeletedContacts(
  db: Db,
  workspaceId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: DeletedContactRow[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    db<DeletedContactRow[]>`
      select contacts.id, contacts.state, contacts.email, merge.into_id,
        coalesce(contacts.external_id, merge.from_external_id) as external_id
      from contacts
      left join lateral (
        select into_id, from_external_id from contact_merges
        where workspace_id = ${workspaceId} and from_id = contacts.id and contacts.state = 'merged'
        order by merged_at desc limit 1) merge on true
      where ${gone(workspaceId)}
      order by contacts.id limit ${limit} offset ${offset}`,
    db<{ total: number }[]>`select count(*) as total from contacts where ${gone(workspaceId)}`,
  ])
  return { rows, total: counted!.total }
}
