/** The job that creates a ticket, on the wire. */
import Type from 'typebox'
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import type { TicketJobsRow } from '../../db/types/ticket_jobs.ts'
import { described, Id, IdOf, model, Nullable } from '../../schema/types.ts'

export const TicketJob = model('jobs', {
  type: Type.Literal('job'),
  id: IdOf('job'),
  status: described(
    Type.Enum(['pending', 'success', 'failed']),
    '`pending` until the job has run, then `success` or `failed`.',
  ),
  url: Type.Optional(Type.String({ description: 'The address of its status.' })),
  resource_type: Type.Literal('ticket'),
  resource_id: described(Nullable(Id), 'The id of the created ticket; null until there is one.'),
  resource_url: Nullable(Type.String({ description: 'The address of the created ticket.' })),
})

export const presentTicketJob = (
  ctx: Pick<Ctx, 'addressOf'>,
  { id, status, ticket_id }: TicketJobsRow,
): Static<typeof TicketJob> => ({
  type: 'job',
  id: String(id),
  status: status as Static<typeof TicketJob>['status'],
  resource_type: 'ticket',
  resource_id: ticket_id === null ? null : String(ticket_id),
  resource_url: ticket_id === null ? null : ctx.addressOf(`/tickets/${ticket_id}`),
})
