import Type from 'typebox'
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { CustomAttributes, described, IdInput, Nullable, Text } from '../../schema/types.ts'
import { findCompany } from '../companies/queries.ts'
import { byAdmin, getActor, getBot } from '../../threads/actors.ts'
import { findNewestPartId } from '../../threads/part-queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { Conversation } from './conversation.ts'
import { DisplayQuery, display } from './read.ts'
import { record, type PlainOccurrence } from './record.ts'
import { lockConversation } from './target.ts'
import { updateAttributes } from './update-attributes.ts'

const UpdateBody = Type.Object({
  read: described(Type.Optional(Type.Boolean()), 'True if admins have read all of it.'),
  title: described(Type.Optional(Nullable(Text())), 'The title; null clears it.'),
  custom_attributes: described(
    Type.Optional(Nullable(CustomAttributes)),
    'Values of your own data attributes, by name. Attributes that are not named keep their values; null clears one.',
  ),
  company_id: described(Type.Optional(Nullable(IdInput)), 'The id of the company that it is about; null for none.'),
  priority: described(Type.Optional(Type.Enum(['none', 'low', 'medium', 'high', 'urgent'])), 'The urgency.'),
  admin_id: described(Type.Optional(IdInput), 'The id of the admin who changes it; by default the bot.'),
})
type UpdateInput = Static<typeof UpdateBody>

/** The title that a conversation begins with. */
const UNTITLED = ''
const NOTHING: PlainOccurrence = { parts: [], changes: {}, topics: [] }

export const updateConversation = operation({
  method: 'PUT',
  path: '/conversations/{conversation_id}',
  group: 'Conversations',
  summary: 'Update a conversation',
  description:
    'Marks a conversation as read or unread, names it, sets custom attributes, the company that it is about (null ' +
    'takes it away), and its priority, in the name of `admin_id` or of the bot.',
  params: Type.Object({ conversation_id: Type.String() }),
  query: DisplayQuery,
  body: described(UpdateBody, 'The changes.'),
  reply: Conversation,
  answer: 'The conversation with its parts.',
  handle: async (ctx, { params, query, body }) => {
    const thread = await lockConversation(ctx, params.conversation_id)
    const occurrences = [
      await markRead(ctx, thread, body),
      body.title === undefined ? NOTHING : { ...NOTHING, changes: { title: body.title ?? UNTITLED } },
      await updateAttributes(ctx, thread, body.custom_attributes),
      await placeInCompany(ctx, thread, body),
      await prioritise(ctx, thread, body),
    ]
    const conversation = await record(ctx, thread, {
      parts: occurrences.flatMap(({ parts }) => parts),
      changes: Object.assign({}, ...occurrences.map(({ changes }) => changes)),
      topics: occurrences.flatMap(({ topics }) => topics),
    })
    return display(conversation, query)
  },
})

async function markRead(ctx: Ctx, thread: ThreadRow, { read }: UpdateInput): Promise<PlainOccurrence> {
  if (read === undefined || read === thread.read) return NOTHING
  if (!read) return { ...NOTHING, changes: { read } }
  const read_part_id = await findNewestPartId(ctx.db, ctx.workspaceId, thread.id)
  return { parts: [], changes: { read, read_part_id }, topics: ['conversation.read'] }
}

async function placeInCompany(ctx: Ctx, thread: ThreadRow, { company_id }: UpdateInput): Promise<PlainOccurrence> {
  if (company_id === undefined) return NOTHING
  const wanted = company_id === null || company_id === '' ? null : String(company_id)
  if (wanted === thread.company_id) return NOTHING
  if (wanted !== null && !(await findCompany(ctx.db, ctx.workspaceId, wanted, ctx.now))) throw notFound('company')
  const bot = await getBot(ctx.db, ctx.workspaceId)
  return {
    parts: [{ part_type: 'company_updated', ...byAdmin(bot), created_at: ctx.now }],
    changes: { company_id: wanted },
    topics: ['conversation.company.updated'],
  }
}

async function prioritise(ctx: Ctx, thread: ThreadRow, { priority, admin_id }: UpdateInput): Promise<PlainOccurrence> {
  if (priority === undefined) return NOTHING
  const { db, workspaceId } = ctx
  const actor = await (admin_id === undefined ? getBot(db, workspaceId) : getActor(db, workspaceId, admin_id))
  if (priority === thread.priority) return NOTHING
  const event_details = { current_priority: priority, previous_priority: thread.priority }
  return {
    parts: [{ part_type: 'priority_changed', ...byAdmin(actor), event_details, created_at: ctx.now }],
    changes: { priority },
    topics: ['conversation.priority.updated'],
  }
}
