/** The SQL of links: lists of ids of objects in the attributes of contacts, conversations and other objects. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { numberId } from '../../ids.ts'
import type { RelationshipRow } from './settings/custom-object-type.ts'

export type Holder = 'contacts' | 'threads' | 'custom_object_instances'

/** Rows that can be linked; the conditions are those of the indexes. */
const LINKABLE: Record<Holder, Fragment> = {
  contacts: fragment`listed`,
  threads: fragment`deleted_at is null`,
  custom_object_instances: fragment`true`,
}

const REFERRING: Record<Holder, Fragment> = {
  ...LINKABLE,
  threads: fragment`${LINKABLE.threads} and custom_attributes <> '{}'`,
}

const refersTo = (name: string, objectId: number) =>
  fragment`custom_attributes @> jsonb_build_object(${name}::text, jsonb_build_array(${objectId}::bigint))`

/** Rows by their ids: texts of contacts, numbers of all else. */
const among = (holder: Holder, ids: (number | string)[]) =>
  holder === 'contacts'
    ? fragment`id = any(${ids.map(String)}::text[])`
    : fragment`id = any(${ids.map(Number)}::bigint[])`

/** Relationships of a type, and those of other types that lead to it. */
export const listRelationships = (db: Db, workspaceId: number, typeId: number): Promise<RelationshipRow[]> =>
  db<RelationshipRow[]>`
    select r.*, o.identifier as related_type from custom_object_relationships r
    left join custom_object_types o on o.workspace_id = r.workspace_id and o.id = r.related_type_id
    where r.workspace_id = ${workspaceId} and (r.type_id = ${typeId} or r.related_type_id = ${typeId}) order by r.id`

/** Relationships that attributes of contacts, or of conversations, hold. */
export const listRelationshipsByName = (
  db: Db,
  workspaceId: number,
  relatedTo: string,
  names: string[],
): Promise<RelationshipRow[]> =>
  db<RelationshipRow[]>`
    select r.*, null as related_type from custom_object_relationships r
    where r.workspace_id = ${workspaceId} and r.related_to = ${relatedTo} and r.related_name = any(${names})`

/** The ids among these that can be linked. @param typeId the type of objects */
export async function listPresent(
  db: Db,
  workspaceId: number,
  holder: Holder,
  ids: (number | string)[],
  typeId: number | null,
): Promise<(number | string)[]> {
  if (ids.length === 0) return []
  const rows = await db<{ id: number | string }[]>`
    select id from ${fragment(holder)}
    where workspace_id = ${workspaceId} and ${among(holder, ids)} and ${LINKABLE[holder]}
      ${holder === 'custom_object_instances' ? fragment`and type_id = ${typeId}` : fragment``}
    order by id`
  return rows.map(({ id }) => id)
}

/** An object among these that another row than this one refers to. */
export async function findLinkedElsewhere(
  db: Db,
  workspaceId: number,
  holder: Holder,
  name: string,
  objectIds: number[],
  self: number | string | null,
): Promise<number | undefined> {
  const [row] = await db<{ id: number }[]>`
    select o.id from unnest(${objectIds}::bigint[]) as o (id)
    where exists (
      select from ${fragment(holder)} h
      where h.workspace_id = ${workspaceId} and ${self === null ? fragment`true` : fragment`not ${among(holder, [self])}`}
        and custom_attributes @> jsonb_build_object(${name}::text, jsonb_build_array(o.id)) and ${REFERRING[holder]})
    limit 1`
  return row?.id
}

/** Takes an object from the lists of all rows but some. @returns the rows as they are then */
export const unlink = (
  db: Db,
  workspaceId: number,
  holder: Holder,
  name: string,
  objectId: number,
  except: (number | string)[],
): Promise<ContactsRow[]> =>
  db<ContactsRow[]>`
    update ${fragment(holder)} set custom_attributes = ${without(name, objectId)}
    where workspace_id = ${workspaceId} and ${refersTo(name, objectId)} and ${REFERRING[holder]}
      and not ${among(holder, except)}
    returning *`

/** Takes objects from the lists of all objects but one. */
export async function unlinkFromOthers(
  db: Db,
  workspaceId: number,
  name: string,
  keeper: number,
  objectIds: number[],
): Promise<void> {
  for (const id of objectIds) await unlink(db, workspaceId, 'custom_object_instances', name, id, [keeper])
}

/** Adds an object to the lists of some rows; alone where a row may have one only. @returns the rows that had it not */
export const link = (
  db: Db,
  workspaceId: number,
  holder: Holder,
  name: string,
  objectId: number,
  ids: (number | string)[],
  alone: boolean,
): Promise<ContactsRow[]> =>
  db<ContactsRow[]>`
    update ${fragment(holder)} set custom_attributes = custom_attributes || jsonb_build_object(${name}::text,
      ${alone ? fragment`'[]'::jsonb` : fragment`coalesce(custom_attributes -> ${name}::text, '[]')`} || to_jsonb(${objectId}::bigint))
    where workspace_id = ${workspaceId} and ${among(holder, ids)} and ${LINKABLE[holder]}
      and not ${refersTo(name, objectId)}
    returning *`

/** No list is left empty. */
const without = (name: string, objectId: number) => fragment`
  case when jsonb_array_length(custom_attributes -> ${name}::text) = 1 then custom_attributes - ${name}::text
  else custom_attributes || jsonb_build_object(${name}::text, (
    select jsonb_agg(one order by n) from jsonb_array_elements(custom_attributes -> ${name}::text) with ordinality as l (one, n)
    where one <> to_jsonb(${objectId}::bigint))) end`

/** Removes an attribute that held links. @param typeId the type of the objects that have it, where objects do */
export const forgetLinks = async (
  db: Db,
  workspaceId: number,
  holder: Holder,
  name: string,
  typeId: number,
): Promise<void> =>
  void (await db`
    update ${fragment(holder)} set custom_attributes = custom_attributes - ${name}::text
    where workspace_id = ${workspaceId} and jsonb_typeof(custom_attributes -> ${name}::text) = 'array'
      ${holder === 'custom_object_instances' ? fragment`and type_id = ${typeId}` : fragment``}`)

type Linked = { object_id: number; shown: object }
const MOST_SHOWN = 100

export const listLinkedContacts = (db: Db, workspaceId: number, name: string, ids: number[]): Promise<Linked[]> =>
  db<Linked[]>`
    select o.id as object_id, json_build_object('type', 'contact.list', 'contacts', json_agg(
      json_build_object('type', 'contact', 'id', h.id, 'external_id', h.external_id) order by h.id)) as shown
    from unnest(${ids}::bigint[]) as o (id), ${holdersOf(workspaceId, 'contacts', name)} group by o.id`

export const listLinkedConversations = (db: Db, workspaceId: number, name: string, ids: number[]): Promise<Linked[]> =>
  db<Linked[]>`
    select o.id as object_id, json_build_object('type', 'conversation.list', 'conversations', json_agg(
      json_build_object('type', 'conversation', 'id', h.id::text) order by h.id)) as shown
    from unnest(${ids}::bigint[]) as o (id), ${holdersOf(workspaceId, 'threads', name)} group by o.id`

/** The ids of objects that refer to objects, as lists that are stored. */
export const listLinkedObjects = (
  db: Db,
  workspaceId: number,
  name: string,
  ids: number[],
): Promise<{ object_id: number; shown: number[] }[]> =>
  db<{ object_id: number; shown: number[] }[]>`
    select o.id as object_id, json_agg(h.id order by h.id) as shown
    from unnest(${ids}::bigint[]) as o (id), ${holdersOf(workspaceId, 'custom_object_instances', name)} group by o.id`

const holdersOf = (workspaceId: number, holder: Holder, name: string) => fragment`lateral (
  select * from ${fragment(holder)}
  where workspace_id = ${workspaceId} and ${REFERRING[holder]}
    and custom_attributes @> jsonb_build_object(${name}::text, jsonb_build_array(o.id))
  order by id limit ${MOST_SHOWN}) h`

/** The ids of objects that a contact or a conversation refers to. */
export async function listReferredBy(
  db: Db,
  workspaceId: number,
  holder: 'contacts' | 'threads',
  id: string,
): Promise<number[]> {
  const known = holder === 'contacts' ? id : numberId(id)
  if (known === undefined) return []
  const rows = await db<{ id: number }[]>`
    select one::bigint as id from ${fragment(holder)}, jsonb_each(custom_attributes) a,
      jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) as one
    where workspace_id = ${workspaceId} and ${among(holder, [known])} and ${LINKABLE[holder]}`
  return rows.map((row) => row.id)
}
