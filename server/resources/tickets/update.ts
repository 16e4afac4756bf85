import Type from 'typebox'
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable, TimeInput } from '../../schema/types.ts'
import { byAdmin, getActor, getBot, type Actor } from '../../threads/actors.ts'
import { findAssignee } from '../../threads/assignee-queries.ts'
import { lockThread } from '../../threads/queries.ts'
import { snooze } from '../conversations/wake.ts'
import { separateReferences } from '../custom-objects/links-of-ticket.ts'
import { mergeAttributes } from '../data-attributes/check.ts'
import { getTicketType } from '../ticket-types/queries.ts'
import type { WholeType } from '../ticket-types/ticket-type.ts'
import { updateValues } from './attribute-updates.ts'
import type { AttributeValues } from './attributes.ts'
import { readCompany } from './creation.ts'
import { isFirstToShare, listLinkedThreads } from './link-queries.ts'
import { lockTicket, type TicketThread } from './queries.ts'
import { recordTicket, type Occurrence } from './record.ts'
import { assignmentOf, categoryOf, findState, findStateByCategory, stateMoves } from './states.ts'
import { Ticket } from './ticket.ts'

const UpdateBody = described(
  Type.Object({
    ticket_attributes: Type.Optional(
      Nullable(
        Type.Record(Type.String(), Type.Unknown(), {
          description: 'Values by the names of the attributes; null takes one away.',
        }),
      ),
    ),
    ticket_state_id: described(
      Type.Optional(IdInput),
      'The id of the new state, which must differ from the present one.',
    ),
    company_id: described(
      Type.Optional(Nullable(IdInput)),
      'The `id` of the company that the ticket is about; null for none.',
    ),
    open: Type.Optional(Type.Boolean({ description: 'False closes the ticket, true opens it.' })),
    is_shared: Type.Optional(
      Type.Boolean({
        description:
          'True shows the ticket to its contacts: from 2.17 on a back-office ticket that is linked to a conversation which shares no other.',
      }),
    ),
    snoozed_until: described(
      Type.Optional(TimeInput),
      'When the ticket wakes up: a time to come. Ignored where the same request closes it.',
    ),
    skip_notifications: Type.Optional(Type.Boolean({ description: 'If true, nobody is notified.' })),
    admin_id: described(Type.Optional(IdInput), 'The id of the admin who makes the changes; the bot does by default.'),
    assignee_id: described(Type.Optional(IdInput), 'The id of the admin or the team to assign; 0 for nobody.'),
  }),
  'The details to change.',
)
type UpdateInput = Static<typeof UpdateBody>

const NOT_TO_SHARE =
  'Only a back-office ticket that is linked to a conversation without another shared ticket can be shared'
const NOTHING: Occurrence = { parts: [], changes: {} }

export const updateTicket = operation({
  method: 'PUT',
  path: '/tickets/{ticket_id}',
  group: 'Tickets',
  summary: 'Update a ticket',
  description:
    'Sets attributes, the state, the company, and assigns the ticket to the admin or team `assignee_id` (0 for ' +
    'nobody), in the name of `admin_id` or of the bot. A state of the category `resolved` closes the ticket.',
  params: Type.Object({ ticket_id: Type.String() }),
  body: UpdateBody,
  reply: Ticket,
  answer: 'The ticket with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const thread = await lockTicket(db, workspaceId, params.ticket_id)
    const actor = await (body.admin_id === undefined
      ? getBot(db, workspaceId)
      : getActor(db, workspaceId, body.admin_id))
    const type = await getTicketType(db, workspaceId, thread.ticket_type_id)
    const names = type.attributes.map(({ name }) => name)
    const { ofType, references } = await separateReferences(ctx, names, body.ticket_attributes ?? {}, thread.id)
    const moved = [move(ctx, actor, thread, type, body), openOrClose(ctx, actor, thread, body)]
    const closes =
      body.open === false || moved.some(({ parts }) => parts.some(({ part }) => part.part_type === 'close'))
    const occurrences = [
      updateValues(actor, ctx.now, thread, type, ofType),
      refer(thread, references),
      await assign(ctx, actor, body),
      ...moved,
      // Closing takes a snooze back.
      closes ? NOTHING : await snoozing(ctx, actor, thread, body),
      await share(ctx, thread, type, body),
      body.company_id === undefined
        ? NOTHING
        : { parts: [], changes: { company_id: await readCompany(ctx, body.company_id) } },
    ]
    const { ticket } = await recordTicket(ctx, thread, {
      parts: occurrences.flatMap(({ parts }) => parts),
      changes: Object.assign({}, ...occurrences.map(({ changes }) => changes)),
    })
    return ticket
  },
})

function refer(thread: TicketThread, references: AttributeValues): Occurrence {
  if (Object.keys(references).length === 0) return NOTHING
  const custom_attributes = mergeAttributes(thread.custom_attributes as AttributeValues, references)
  return { parts: [], changes: { custom_attributes } }
}

/** An id may be an admin's or a team's. @throws 404 assignee_not_found */
async function assign(ctx: Ctx, actor: Actor, { assignee_id }: UpdateInput): Promise<Occurrence> {
  if (assignee_id === undefined) return NOTHING
  return { parts: [assignmentOf(actor, ctx.now, await readAssignee(ctx, assignee_id))], changes: {} }
}

async function readAssignee(ctx: Ctx, given: string | number) {
  if (String(given) === '0') return { type: 'nobody_admin', id: null }
  for (const type of ['admin', 'team'] as const) {
    const id = await findAssignee(ctx.db, ctx.workspaceId, type, given)
    if (id !== undefined) return { type, id }
  }
  throw notFound('assignee')
}

function move(
  ctx: Ctx,
  actor: Actor,
  thread: TicketThread,
  type: WholeType,
  { ticket_state_id }: UpdateInput,
): Occurrence {
  if (ticket_state_id === undefined) return NOTHING
  const state = ctx.has('ExpandTicketState')
    ? findState(type, ticket_state_id)
    : findStateByCategory(type, String(ticket_state_id))
  if (state.id === thread.ticket_state_id) throw parameterInvalid('Cannot transition ticket to the same state')
  const from = categoryOf(type, thread.ticket_state_id)
  return {
    ...stateMoves(actor, ctx.now, { from, to: state.category }),
    changes: { ticket_state_id: state.id, previous_ticket_state_id: thread.ticket_state_id },
  }
}

function openOrClose(ctx: Ctx, actor: Actor, thread: TicketThread, { open }: UpdateInput): Occurrence {
  if (open === undefined || open === (thread.state !== 'closed')) return NOTHING
  const part_type = open ? ('open' as const) : ('close' as const)
  return {
    parts: [{ part: { part_type, ...byAdmin(actor), created_at: ctx.now }, topics: open ? [] : ['ticket.closed'] }],
    changes: {},
  }
}

async function snoozing(
  ctx: Ctx,
  actor: Actor,
  thread: TicketThread,
  { snoozed_until }: UpdateInput,
): Promise<Occurrence> {
  if (snoozed_until === undefined) return NOTHING
  const part = await snooze(ctx, thread.id, actor, snoozed_until)
  return { parts: [{ part, topics: ['ticket.admin.snoozed'] }], changes: {} }
}

/** @throws 400 for a type that contacts never see, or a ticket without a conversation to share it in */
async function share(
  ctx: Ctx,
  thread: TicketThread,
  { row }: WholeType,
  { is_shared }: UpdateInput,
): Promise<Occurrence> {
  if (is_shared === undefined || is_shared === thread.is_shared) return NOTHING
  if (is_shared && row.is_internal) throw parameterInvalid('Tickets of an internal type cannot be shared', 'is_shared')
  if (is_shared && ctx.has('ShareLinkedTickets')) {
    if (row.category !== 'Back-office' || !(await claimsShare(ctx, thread)))
      throw parameterInvalid(NOT_TO_SHARE, 'is_shared')
  }
  return { parts: [], changes: { is_shared } }
}

/** Holds the linked conversations, so that of two of their tickets one is shared. */
async function claimsShare({ db, workspaceId }: Ctx, { id }: TicketThread): Promise<boolean> {
  for (const linked of await listLinkedThreads(db, workspaceId, id))
    await lockThread(db, workspaceId, 'conversation', linked)
  return isFirstToShare(db, workspaceId, id)
}
