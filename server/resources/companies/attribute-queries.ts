/** The SQL of the types of companies' attributes, as searches and segments must know them. */
import type { Db } from '../../db/pool.ts'

export const listAttributeTypes = (db: Db, workspaceId: number) => db<{ name: string; data_type: string }[]>`
  select name, data_type from data_attributes
  where workspace_id = ${workspaceId} and model = 'company' and not archived`
