import type { Waiver } from './waiver.ts'

const isMissing = (value: unknown): boolean => value === undefined
const isPart = (holder: any): boolean => holder.type === 'ticket_part'

export const TICKETS: Waiver[] = [
  {
    operation: /ticket/,
    version: /^2\.9$/,
    kind: 'extra',
    at: /\/category$/,
    when: (value, { type }) => typeof value === 'string' && type === 'ticket_type',
    reason: 'Recorded ticket types have their category in 2.9, which does not describe it.',
  },
  {
    operation: /^(POST|PUT) \/ticket_types\/{}\/attributes/,
    kind: 'missing',
    at: /\/input_options\/multiline$/,
    when: (value, options) => isMissing(value) && Array.isArray(options.list_options),
    reason: 'Input options are those of the data type: a list has no lines of text.',
  },
  {
    operation: /ticket/,
    kind: 'schema',
    at: /\/input_options$/,
    when: (value, { type, data_type }) =>
      value === null && type === 'ticket_type_attribute' && !['string', 'list'].includes(data_type),
    reason: 'Only texts and lists have input options; others show null, as recorded.',
  },
  {
    operation: /^POST \/tickets\/{}\/reply$/,
    kind: 'schema',
    at: /\/part_type$/,
    when: (value, { author }) => value === 'open' && author?.type === 'user',
    reason: "A contact's words that open the ticket are a part of that name, as in conversations.",
  },
  {
    operation: /^PUT \/tickets\/{}$/,
    kind: 'missing',
    at: /\/snoozed_until$/,
    when: (value, { type }) => isMissing(value) && type === 'ticket',
    reason: 'A ticket has the time only while it is snoozed, as recorded.',
  },
  {
    operation: /tickets|convert$/,
    kind: 'missing or schema',
    at: /\/(ticket_state|previous_ticket_state|app_package_code)$/,
    when: (value, holder) => isMissing(value) && isPart(holder),
    reason: 'Parts of tickets leave out what they do not hold, as recorded; 2.11 requires a state.',
  },
  {
    operation: /tickets/,
    kind: 'extra',
    at: /\/updated_attribute_data\/value\/previous$/,
    when: (value, { type }) => value !== undefined && type === 'value',
    reason: 'Recorded parts tell the value before, which no description has.',
  },
  {
    operation: /tickets|convert$/,
    kind: 'extra',
    at: /\/company_id$/,
    when: (value, { type }) => typeof value === 'string' && type === 'ticket',
    reason: 'Recorded tickets tell their company, which no description has.',
  },
  {
    operation: /^POST \/tickets\/{}\/change_type$/,
    kind: 'missing',
    at: /\/ticket_state_(internal|external)_label$/,
    when: (value, ticket) => isMissing(value) && ticket.ticket_state?.type === 'ticket_state',
    reason: 'The state has both labels itself since 2.12; the example of this operation is of before.',
  },
  {
    operation: /linked_conversations|(convert|merge)$/,
    version: /^Preview$/,
    kind: 'schema',
    at: /\/ai_topics$/,
    when: (value, { type }) => value === null && type === 'conversation',
    reason: 'Conversations without topics show null, as they do elsewhere; the schema has an object.',
  },
  {
    operation: /conversations/,
    kind: 'schema',
    at: /\/source\/type$/,
    when: (value, { delivered_as }) => value === null && delivered_as === 'admin_initiated',
    reason: 'A ticket begins without a message: the recorded source of its conversation has no channel.',
  },
]
