/** Properties of a ticket state in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { TicketStatesRow } from '../../../db/types/ticket_states.ts'
import { notFound } from '../../../http/errors.ts'
import { given, readText } from '../../../http/given.ts'
import { numberId } from '../../../ids.ts'
import { IdInput } from '../../../schema/types.ts'
import { StateCategory } from '../../ticket-types/ticket-type.ts'

const labels = {
  internal: Type.String({ maxLength: 255, description: 'Its label for teammates.' }),
  external: Type.String({ maxLength: 255, description: 'Its label for customers.' }),
}

const ticketTypeIds = Type.Optional(
  Type.Array(IdInput, {
    maxItems: 1000,
    description: 'Ids of the ticket types whose tickets may have the state; all types by default.',
  }),
)

export const TicketStateDetails = Type.Object({
  category: Type.Optional(StateCategory),
  internal_label: Type.Optional(labels.internal),
  external_label: Type.Optional(labels.external),
  ticket_type_ids: ticketTypeIds,
})
export const NewTicketState = Type.Object({
  category: StateCategory,
  internal_label: labels.internal,
  external_label: labels.external,
  ticket_type_ids: ticketTypeIds,
})

/** @throws 400 parameter_invalid */
export const columnsOf = (details: Static<typeof TicketStateDetails>): Partial<TicketStatesRow> =>
  given({
    category: details.category,
    internal_label: label('internal_label', details.internal_label),
    external_label: label('external_label', details.external_label),
  })

const label = (name: string, text: string | undefined) => (text === undefined ? undefined : readText(name, text))

/** @throws 404 not_found for ids that cannot be a ticket type's */
export const readTypeIds = (ids: (string | number)[] | undefined): number[] | undefined =>
  ids?.map((id) => {
    const number = numberId(id)
    if (number === undefined) throw notFound('resource')
    return number
  })
