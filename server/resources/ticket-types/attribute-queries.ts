/** The SQL of the attributes of ticket types. */
import type { Db } from '../../db/pool.ts'
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'

export type FoundAttribute = Pick<TicketTypeAttributesRow, 'id' | 'name' | 'data_type' | 'built_in' | 'options'>

/** Attributes by their ids, of whatever type: searches name them so. */
export const listAttributesByIds = (db: Db, workspaceId: number, ids: number[]): Promise<FoundAttribute[]> =>
  db<FoundAttribute[]>`
    select id, name, data_type, built_in, options from ticket_type_attributes
    where workspace_id = ${workspaceId} and id = any(${ids}::bigint[])`

/** Columns that a change may write. */
export const CHANGEABLE = [
  'name',
  'description',
  'multiline',
  'allow_multiple_values',
  'options',
  'required_to_create',
  'required_to_create_for_contacts',
  'visible_on_create',
  'visible_to_contacts',
  'archived',
  'updated_at',
] as const
export type AttributeChanges = Partial<Pick<TicketTypeAttributesRow, (typeof CHANGEABLE)[number]>>

export type NewAttribute = Omit<TicketTypeAttributesRow, 'workspace_id' | 'id' | 'archived'>

export async function insertAttributes(
  db: Db,
  workspaceId: number,
  attributes: NewAttribute[],
): Promise<TicketTypeAttributesRow[]> {
  const rows = attributes.map(({ options, ...attribute }) => ({
    ...attribute,
    options: options === null ? null : db.json(options),
    workspace_id: workspaceId,
  }))
  return db<TicketTypeAttributesRow[]>`
    insert into ticket_type_attributes ${db(rows, 'workspace_id', 'ticket_type_id', 'name', 'description', 'data_type', 'multiline', 'allow_multiple_values', 'options', 'position', 'required_to_create', 'required_to_create_for_contacts', 'visible_on_create', 'visible_to_contacts', 'built_in', 'created_at', 'updated_at')}
    returning *`
}

const asStored = (db: Db, { options, ...changes }: AttributeChanges) => ({
  ...changes,
  ...(options !== undefined && { options: db.json(options) }),
})

export async function updateAttribute(
  db: Db,
  workspaceId: number,
  id: number,
  changes: AttributeChanges,
): Promise<TicketTypeAttributesRow> {
  const [row] = await db<TicketTypeAttributesRow[]>`
    update ticket_type_attributes set ${db(asStored(db, changes), ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id} returning *`
  return row!
}
