/**
 * Links of objects as a relationship of their type allows them. They are stored on one side only: by the contact or
 * the conversation that is linked, or, between two objects, by the one whose type has the relationship. The other
 * side finds them through the index over that side's attributes.
 */
import type { Ctx } from '../../context.ts'
import type { Db } from '../../db/pool.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { presentDeliveredContact } from '../contacts/delivered-contact.ts'
import type { InstanceRow } from './instance.ts'
import * as queries from './link-queries.ts'
import { idsIn, readId, withObjectsOfAll } from './references.ts'
import { SINGLE, type RelationshipRow } from './settings/custom-object-type.ts'

/** A relationship as the objects of a type see it. */
export interface Link {
  /** The attribute of the objects. */
  name: string
  /** The attribute that stores the link, and the rows that have it. */
  storedAs: string
  storedBy: queries.Holder
  /** True if the objects of the type store it themselves. */
  isOwn: boolean
  /** The type of the objects on the other side; null where there are none. */
  farTypeId: number | null
  /** True if an object is linked to one thing at most. */
  isSingle: boolean
  /** True if a thing on the other side is linked to one object at most. */
  isFarSingle: boolean
}

/** @param relationships the type's own, and other types' that lead to it */
export const linksOf = (typeId: number, relationships: RelationshipRow[]): Link[] =>
  relationships.flatMap((one) => {
    const { objectHasOne, thingHasOne } = SINGLE[one.cardinality as keyof typeof SINGLE]
    const holder = HOLDERS[one.related_to as keyof typeof HOLDERS]
    const storedAs = holder === 'custom_object_instances' ? one.name : one.related_name
    const shared = { storedAs, storedBy: holder }
    const near = {
      ...shared,
      name: one.name,
      isOwn: holder === 'custom_object_instances',
      farTypeId: one.related_type_id,
      isSingle: objectHasOne,
      isFarSingle: thingHasOne,
    }
    const far = {
      ...shared,
      name: one.related_name,
      isOwn: false,
      farTypeId: one.type_id,
      isSingle: thingHasOne,
      isFarSingle: objectHasOne,
    }
    return [...(one.type_id === typeId ? [near] : []), ...(one.related_type_id === typeId ? [far] : [])]
  })

const HOLDERS = {
  contact: 'contacts',
  conversation: 'threads',
  custom_object: 'custom_object_instances',
} as const

/** Ids of things that exist; unknown ones are skipped. @throws 400 parameter_invalid for more than one where one may be */
export async function readLinked(ctx: Ctx, link: Link, value: unknown): Promise<(number | string)[]> {
  const sent = idsIn(value).flatMap((id) => (link.storedBy === 'contacts' ? String(id) : (readId(id) ?? [])))
  const ids = await queries.listPresent(ctx.db, ctx.workspaceId, link.storedBy, sent, link.farTypeId)
  if (link.isSingle && ids.length > 1) throw parameterInvalid(`${link.name} can refer to one object only`)
  return ids
}

/** Makes an object linked to these things and to no others. */
export async function linkTo(ctx: Ctx, link: Link, objectId: number, ids: (number | string)[]): Promise<void> {
  const { db, workspaceId } = ctx
  if (link.isOwn) {
    if (link.isFarSingle) await queries.unlinkFromOthers(db, workspaceId, link.storedAs, objectId, ids as number[])
    return
  }
  const { storedBy, storedAs, isFarSingle } = link
  const changed = [
    ...(await queries.unlink(db, workspaceId, storedBy, storedAs, objectId, ids)),
    ...(await queries.link(db, workspaceId, storedBy, storedAs, objectId, ids, isFarSingle)),
  ]
  if (storedBy === 'contacts') await tellOfContacts(ctx, changed)
}

async function tellOfContacts(ctx: Ctx, rows: ContactsRow[]): Promise<void> {
  for (const row of await withObjectsOfAll(ctx, rows))
    ctx.emit(`contact.${row.role}.updated`, presentDeliveredContact(ctx.workspace, row))
}

/** Removes the links of a relationship that is about to end. */
export async function forgetRelationship(db: Db, workspaceId: number, relationship: RelationshipRow): Promise<void> {
  const [{ storedBy, storedAs }] = linksOf(relationship.type_id, [relationship]) as [Link]
  await queries.forgetLinks(db, workspaceId, storedBy, storedAs, relationship.type_id)
}

/** Everything that objects are linked to, by object and attribute, besides the links that they store themselves. */
export async function findLinked(
  ctx: Ctx,
  links: Link[],
  rows: InstanceRow[],
): Promise<Map<number, Record<string, unknown>>> {
  const found = new Map<number, Record<string, unknown>>(rows.map(({ id }) => [id, {}]))
  const ids = rows.map(({ id }) => id)
  for (const { isOwn, storedBy, storedAs, name } of links) {
    if (isOwn || ids.length === 0) continue
    for (const { object_id, shown } of await PRESENT[storedBy](ctx.db, ctx.workspaceId, storedAs, ids))
      found.get(object_id)![name] = shown
  }
  return found
}

const PRESENT = {
  contacts: queries.listLinkedContacts,
  threads: queries.listLinkedConversations,
  custom_object_instances: queries.listLinkedObjects,
}
