/** The SQL of conversation attributes, besides what they share with other data attributes. */
import type { Db } from '../../db/pool.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** @throws 404 conversation_attribute_not_found */
export async function getConversationAttribute(db: Db, workspaceId: number, id: string): Promise<DataAttributesRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<DataAttributesRow[]>`
          select * from data_attributes
          where workspace_id = ${workspaceId} and id = ${number} and model = 'conversation'`
  if (!row) throw notFound('conversation_attribute')
  return row
}

/**
 * True if an attribute in use has the name, including one that holds the references of conversations to custom
 * objects.
 */
export async function isNameTaken(db: Db, workspaceId: number, name: string): Promise<boolean> {
  const rows = await db`
    select from data_attributes
    where workspace_id = ${workspaceId} and model = 'conversation' and name = ${name} and not archived
    union all
    select from custom_object_relationships
    where workspace_id = ${workspaceId} and related_name = ${name} and related_to = 'conversation'`
  return rows.length > 0
}

/** Values go with their attribute: conversations keep them under its name. */
export const renameValues = async (db: Db, workspaceId: number, from: string, to: string): Promise<void> =>
  void (await db`
    update threads
    set custom_attributes = (custom_attributes - ${from}::text) || jsonb_build_object(${to}::text, custom_attributes -> ${from}::text)
    where workspace_id = ${workspaceId} and kind = 'conversation' and custom_attributes ? ${from}`)

/** And the label that a list's option has is the value that was chosen. */
export const relabelValues = async (
  db: Db,
  workspaceId: number,
  name: string,
  from: string,
  to: string,
): Promise<void> =>
  void (await db`
    update threads set custom_attributes = custom_attributes || jsonb_build_object(${name}::text, ${to}::text)
    where workspace_id = ${workspaceId} and kind = 'conversation'
      and custom_attributes @> jsonb_build_object(${name}::text, ${from}::text)`)
