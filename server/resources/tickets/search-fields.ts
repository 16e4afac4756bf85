/** Search fields of tickets: the "Accepted Fields" of `POST /tickets/search`. */
import { fragment, type Fragment } from '../../db/pool.ts'
import { timestamp, type DateOptions, type DateRule } from '../../search/date-field.ts'
import type { FieldDefinition, FieldPattern, SearchFields } from '../../search/fields.ts'
import { idList } from '../../search/list-field.ts'
import { boolean, float, integer } from '../../search/number-field.ts'
import { exact, numericId, string, word } from '../../search/string-field.ts'
import { apiError } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { ListOption } from '../data-attributes/options.ts'

/** "Greater (or equal) than", as for conversations. */
const ticketDates: DateRule = { operators: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='], orEqual: true }
const date = (column: Fragment, options?: DateOptions) => timestamp(column, () => ticketDates, options)
const assignee = (column: Fragment) => numericId(column, { numbersToo: true, zeroIsMissing: true })

const title = fragment`(threads.ticket_attributes ->> '_default_title_')`
const description = fragment`(threads.ticket_attributes ->> '_default_description_')`
const category = fragment`(
  select type.category from ticket_types type
  where type.workspace_id = threads.workspace_id and type.id = threads.ticket_type_id)`
const state = fragment`(
  select state.category from ticket_states state
  where state.workspace_id = threads.workspace_id and state.id = threads.ticket_state_id)`

/** Facts of a ticket attribute for searches. */
export interface SearchedAttribute {
  data_type: string
  /** The key of its value. */
  key: string
  options: ListOption[]
}

/** `ticket_attribute.{id}` */
const attributes: FieldPattern = {
  prefix: 'ticket_attribute.',
  field(id, context) {
    if (numberId(id) === undefined)
      throw apiError(400, 'field_not_found', 'The requested ticket attribute ID is not a valid integer')
    const attribute = context.attributes.get(id) as SearchedAttribute | undefined
    return attribute && attributeField(attribute)
  },
}

function attributeField({ data_type, key, options }: SearchedAttribute): FieldDefinition {
  const text = fragment`(threads.ticket_attributes ->> ${key}::text)`
  const typed = (type: string, cast: Fragment) =>
    fragment`(case when jsonb_typeof(threads.ticket_attributes -> ${key}::text) = ${type} then ${text}::${cast} end)`
  const number = typed('number', fragment`numeric`)
  switch (data_type) {
    case 'integer':
      return integer(number, { orEqual: true })
    case 'decimal':
      return float(number, { orEqual: true })
    case 'datetime':
      return timestamp(number, () => ticketDates, { isSeconds: true })
    case 'boolean':
      return boolean(typed('boolean', fragment`boolean`))
    case 'string':
      return string(text)
    default:
      return withOptions(exact(text), options)
  }
}

/** An option is searched by its id, or by its label as tickets show it. */
function withOptions(field: FieldDefinition, options: ListOption[]): FieldDefinition {
  const idOf = (value: unknown) => options.find(({ label }) => label === value)?.id ?? value
  return { ...field, among: (values, context, negated) => field.among(values.map(idOf), context, negated) }
}

export const ticketSearch: SearchFields = {
  id: { column: fragment`threads.id`, type: 'bigint' },
  fields: {
    id: numericId(fragment`threads.id`, { nullable: false }),
    created_at: date(fragment`threads.created_at`, { nullable: false }),
    updated_at: date(fragment`threads.updated_at`, { nullable: false }),
    snoozed_until: date(fragment`threads.snoozed_until`),
    title: string(title),
    description: string(description),
    category: word(category, { request: ['Customer'], task: ['Back-office'], tracker: ['Tracker'] }),
    ticket_type_id: numericId(fragment`threads.ticket_type_id`, { nullable: false }),
    contact_ids: idList(fragment`threads.contact_ids`, { type: 'text' }),
    teammate_ids: idList(fragment`threads.teammate_ids`, { type: 'bigint' }),
    admin_assignee_id: assignee(fragment`threads.admin_assignee_id`),
    team_assignee_id: assignee(fragment`threads.team_assignee_id`),
    open: boolean(fragment`(threads.state <> 'closed')`),
    state: exact(state),
  },
  patterns: [attributes],
  negationFindsMissing: () => true,
}
