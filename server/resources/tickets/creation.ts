/** Creates a ticket: at once for `POST /tickets`, in a job for `POST /tickets/enqueue`. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, notFound, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { getBot, type Actor } from '../../threads/actors.ts'
import { findAssignee } from '../../threads/assignee-queries.ts'
import { findCompany } from '../companies/queries.ts'
import { Backdated, timeOf } from '../conversations/backdate.ts'
import { knownContact } from '../conversations/known-contact.ts'
import { separateReferences } from '../custom-objects/links-of-ticket.ts'
import { mergeAttributes } from '../data-attributes/check.ts'
import { findTicketType } from '../ticket-types/queries.ts'
import type { WholeType } from '../ticket-types/ticket-type.ts'
import { mergeValues, readAttributes, refuseMissing, type AttributeValues } from './attributes.ts'
import { ContactsInput, resolveContacts } from './contacts.ts'
import { linkOnCreation } from './link-on-creation.ts'
import { insertTicket } from './queries.ts'
import { recordTicket, type Occurrence } from './record.ts'
import { assignmentOf, initialState, stateMoves } from './states.ts'
import type { TicketWire } from './ticket.ts'

export const NewTicketBody = described(
  Type.Object({
    ticket_type_id: described(IdInput, 'The id of a type that is not archived.'),
    contacts: Type.Optional(ContactsInput),
    ticket_attributes: Type.Optional(
      Nullable(
        Type.Record(Type.String(), Type.Unknown(), {
          description:
            'Values by the names of the attributes; a list takes the id or the label of an option, files a list of upload ids.',
        }),
      ),
    ),
    company_id: described(
      Type.Optional(Nullable(IdInput)),
      'The `id` of the company that the ticket is about; null for none.',
    ),
    created_at: Backdated,
    conversation_to_link_id: described(
      Type.Optional(Nullable(IdInput)),
      'The id of a conversation or a ticket to link it to; one of the two must be a back-office or tracker ticket, the other must not.',
    ),
    assignment: described(
      Type.Optional(
        Nullable(
          Type.Object({
            admin_assignee_id: described(
              Type.Optional(Nullable(IdInput)),
              'The id of the admin to assign; 0 or null for nobody.',
            ),
            team_assignee_id: described(
              Type.Optional(Nullable(IdInput)),
              'The id of the team to assign; 0 or null for none.',
            ),
          }),
        ),
      ),
      'The admin, the team, or both to assign; null for nobody.',
    ),
    skip_notifications: Type.Optional(Type.Boolean({ description: 'If true, nobody is notified.' })),
  }),
  'The ticket: its type, its contacts and its attributes.',
)
export type NewTicketInput = Static<typeof NewTicketBody>

/** The checks that need no write: a job is not enqueued without them. */
export async function checkNewTicket(
  ctx: Ctx,
  body: NewTicketInput,
): Promise<{ type: WholeType; values: AttributeValues; references: AttributeValues; at: Date }> {
  const type = await getTypeToUse(ctx, body.ticket_type_id)
  const names = type.attributes.map(({ name }) => name)
  const { ofType, references } = await separateReferences(ctx, names, body.ticket_attributes ?? {}, null)
  const values = mergeValues({}, readAttributes(type.attributes, ofType))
  refuseMissing(type.attributes, values)
  if ((body.contacts ?? []).length === 0 && type.row.category !== 'Tracker') throw parameterMissing('contacts')
  return { type, values, references: mergeAttributes({}, references), at: timeOf(ctx, body.created_at) }
}

/** @throws 404 for an unknown type, 400 for an archived one */
export async function getTypeToUse(ctx: Ctx, id: string | number): Promise<WholeType> {
  const type = await findTicketType(ctx.db, ctx.workspaceId, id)
  if (!type) throw apiError(404, 'ticket_type_not_found', 'Ticket type not found')
  if (type.row.archived) throw parameterInvalid('Ticket type is archived', 'ticket_type_id')
  return type
}

/** @throws the refusals of `POST /tickets` */
export async function createTicketNow(ctx: Ctx, body: NewTicketInput): Promise<TicketWire> {
  const { type, values, references, at } = await checkNewTicket(ctx, body)
  const [bot, assignments, company_id] = await Promise.all([
    getBot(ctx.db, ctx.workspaceId),
    readAssignment(ctx, body),
    readCompany(ctx, body.company_id),
  ])
  const contacts = await resolveContacts(ctx, body.contacts ?? [])
  for (const contact of contacts) await knownContact(ctx, contact)
  const state = initialState(type)
  const thread = await insertTicket(ctx.db, ctx.workspaceId, {
    type_id: type.row.id,
    state_id: state.id,
    attributes: values,
    contact_ids: contacts.map(({ id }) => id),
    company_id,
    is_shared: type.row.category === 'Customer',
    bot_id: bot.id,
    at,
    now: ctx.now,
  })
  ctx.count('conversations', 1)
  if (body.conversation_to_link_id) await linkOnCreation(ctx, thread, type, body.conversation_to_link_id)
  const { parts, changes } = beginning(bot, at, state.category, assignments)
  const { ticket } = await recordTicket(ctx, thread, { parts, changes: { ...changes, ...refersTo(references) } })
  return ticket
}

const refersTo = (references: AttributeValues) =>
  Object.keys(references).length === 0 ? {} : { custom_attributes: references }

/** The parts of a new ticket: its first state, then its assignment. */
function beginning(
  bot: Actor,
  at: Date,
  category: string,
  assignments: { type: 'admin' | 'team'; id: number }[],
): Occurrence {
  const state = stateMoves(bot, at, { from: category, to: category })
  const [first] = state.parts
  return {
    parts: [
      { ...first!, topics: ['ticket.created', 'ticket.state.updated'] },
      ...assignments.map((assignee) => assignmentOf(bot, at, assignee)),
    ],
    changes: {},
  }
}

/** A team first: assignment to a team takes the admin off. @throws 404 assignee_not_found */
async function readAssignment(ctx: Ctx, { assignment }: NewTicketInput) {
  const named = [
    { type: 'team' as const, id: assignment?.team_assignee_id },
    { type: 'admin' as const, id: assignment?.admin_assignee_id },
  ]
  const found: { type: 'admin' | 'team'; id: number }[] = []
  for (const { type, id } of named) {
    if (id === undefined || id === null || String(id) === '0' || id === '') continue
    const assignee = await findAssignee(ctx.db, ctx.workspaceId, type, id)
    if (assignee === undefined) throw notFound('assignee')
    found.push({ type, id: assignee })
  }
  return found
}

/** @throws 404 company_not_found */
export async function readCompany(ctx: Ctx, given: string | number | null | undefined): Promise<string | null> {
  if (given === undefined || given === null || given === '') return null
  const company = await findCompany(ctx.db, ctx.workspaceId, String(given), ctx.now)
  if (!company) throw notFound('company')
  return company.id
}
