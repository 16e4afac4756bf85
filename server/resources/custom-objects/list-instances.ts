import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { CURSOR_MAX, NumberedPages, numberedPages } from '../../http/pages.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { CustomObject } from './instance.ts'
import * as queries from './instance-queries.ts'
import { listReferredBy } from './link-queries.ts'
import { presentInstances, presentOneInstance } from './present.ts'
import { readType } from './read-type.ts'

const PER_PAGE = 20

const CustomObjectList = Type.Object({
  type: Type.Literal('list'),
  pages: described(NumberedPages, 'Where this page stands, and the addresses of its neighbours.'),
  total_count: described(Type.Integer(), 'The number of objects on all pages.'),
  data: described(Type.Array(CustomObject), 'The objects of this page.'),
})

export const listCustomObjectInstances = operation({
  method: 'GET',
  path: '/custom_object_instances/{custom_object_type_identifier}',
  group: 'Custom Object Instances',
  scopes: ['read_write_custom_object_instances'],
  summary: 'List custom objects',
  description:
    'All objects of a type, newest first, or those that a contact or a conversation refers to. With `external_id` ' +
    'the answer is one object, not a list.',
  params: Type.Object({
    custom_object_type_identifier: Type.String({ description: 'The identifier of the type, such as `Order`.' }),
  }),
  query: Type.Object({
    references_contact_id: described(Type.Optional(Type.String()), 'Only objects that the contact refers to.'),
    references_conversation_id: described(
      Type.Optional(Type.String()),
      'Only objects that the conversation refers to.',
    ),
    external_id: described(Type.Optional(Type.String()), 'The id that the one object has in your own system.'),
    page: described(
      Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      'The number of the page; the first is 1.',
    ),
    per_page: described(
      Type.Optional(Type.Integer({ minimum: 1 })),
      'The number of objects on a page. More than 150 means 150.',
    ),
  }),
  reply: Type.Union([CustomObjectList, CustomObject]),
  answer: 'A page of objects, or the object with the `external_id`.',
  handle: async (ctx, { params, query }) => {
    const type = await readType(ctx, params.custom_object_type_identifier)
    if (query.external_id !== undefined)
      return presentOneInstance(
        ctx,
        type,
        await queries.getByExternalId(ctx.db, ctx.workspaceId, type.id, query.external_id),
      )
    const page = query.page ?? 1
    const perPage = Math.min(query.per_page ?? PER_PAGE, CURSOR_MAX)
    const { rows, total } = await queries.listInstances(
      ctx.db,
      ctx.workspaceId,
      type.id,
      await referredBy(ctx, query),
      {
        perPage,
        offset: (page - 1) * perPage,
      },
    )
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      total_count: total,
      data: await presentInstances(ctx, type, rows),
    }
  },
})

interface Filters {
  references_contact_id?: string
  references_conversation_id?: string
}

/** Null where all are asked for. */
async function referredBy(ctx: Ctx, filters: Filters): Promise<number[] | null> {
  const { references_contact_id: contact, references_conversation_id: conversation } = filters
  if (contact === undefined && conversation === undefined) return null
  const [ofContact, ofConversation] = await Promise.all([
    contact === undefined ? undefined : listReferredBy(ctx.db, ctx.workspaceId, 'contacts', contact),
    conversation === undefined ? undefined : listReferredBy(ctx.db, ctx.workspaceId, 'threads', conversation),
  ])
  return ofContact && ofConversation
    ? ofContact.filter((id) => ofConversation.includes(id))
    : (ofContact ?? ofConversation ?? [])
}
