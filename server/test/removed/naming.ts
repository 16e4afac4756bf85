/**
 * Places of requests that name a fixture. Path parameters name the fixture that fills them; each other place that may
 * hold an id is told here, or said to name nothing, with the reason.
 */
import { byId, type Made } from '../fixtures/fixture.ts'
import type { FixtureName } from '../fixtures/vocabulary.ts'

export interface Naming {
  names: FixtureName
  /** The value at the place. */
  value: (made: Made) => unknown
  /** Other properties of the body; undefined removes a key. */
  beside?: (made: Made) => Record<string, unknown>
  /** The fixture in the path that is made of the thing, rather than the scene's. */
  inOwn?: FixtureName
  /** Tells it from others at the same place. */
  by?: string
}

const admin: Naming[] = [{ names: 'an admin', value: byId }]
const adminNumber: Naming[] = [{ names: 'an admin', value: ({ id }) => Number(id) }]
const team: Naming[] = [{ names: 'a team', value: byId }]
const company: Naming[] = [{ names: 'a company', value: byId }]
const conversation: Naming[] = [{ names: 'a conversation', value: byId }]
const tag: Naming[] = [{ names: 'a tag', value: byId }]
const contact: Naming[] = [{ names: 'a contact', value: byId }]
const ticketType: Naming[] = [{ names: 'a ticket type', value: byId }]
const ticketState: Naming[] = [{ names: 'a ticket state', value: byId }]
const ticketContact = (key: 'external_id' | 'email'): Naming[] => [
  { names: 'a contact', value: (made) => made[key], beside: (made) => ({ contacts: [{ [key]: made[key] }] }) },
]
const contactBy = (key: 'external_id' | 'email', ...without: string[]): Naming[] => [
  {
    names: 'a contact',
    value: (made) => made[key],
    beside: () => Object.fromEntries(without.map((name) => [name, undefined])),
  },
]
const from = (name: string, key: string): Naming[] => [
  { names: 'a contact', value: (made) => made[key], beside: (made) => ({ from: { type: 'user', [name]: made[key] } }) },
]
const valueOf = (names: FixtureName): Naming[] => [{ names, value: ({ name }) => ({ [name]: 'x' }) }]
const optionOf = (names: FixtureName): Naming => ({
  names,
  value: ({ attribute, label }) => ({ [attribute]: label }),
  by: 'option',
})
const valueOfPeople = [...valueOf('a data attribute'), optionOf('an option of a data attribute')]
/** The contact begins the conversation that it replies to or rates. */
const reply = (key: string, inOwn: FixtureName = 'a conversation'): Naming[] => [
  {
    names: 'a contact',
    value: (made) => made[key],
    beside: () => ({ type: 'user', admin_id: undefined, reply_options: undefined }),
    inOwn,
  },
]
const assignee: Naming[] = [
  {
    ...admin[0]!,
    beside: () => ({ type: 'admin', message_type: 'assignment', reply_options: undefined }),
    by: 'admin',
  },
  { ...team[0]!, beside: () => ({ type: 'team', message_type: 'assignment', reply_options: undefined }), by: 'team' },
]
const customer = (name: string, key: string): Naming[] => [
  {
    names: 'a contact',
    value: (made) => made[key],
    beside: (made) => ({ customer: { [name]: made[key] }, intercom_user_id: undefined }),
  },
]
const handOver: [Naming[], Naming[]] = [
  [{ ...admin[0]!, beside: () => ({ hand_over_to_team_id: undefined }) }],
  [{ ...team[0]!, beside: () => ({ hand_over_to_admin_id: undefined }) }],
]
const priorities = (list: string): Naming[] => [
  {
    names: 'an admin',
    value: ({ id }) => Number(id),
    beside: ({ id }) => ({
      admin_ids: [Number(id)],
      admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [], [list]: [Number(id)] },
      distribution_method: 'load_balanced',
    }),
  },
]

/** A search in which one condition names something. */
const condition = (name: string) => (value: unknown) => ({ field: name, operator: '=', value })
const search = (field: string, names: FixtureName, idOf: (made: Made) => unknown = byId): Naming => ({
  names,
  value: (made) => condition(field)(idOf(made)),
  by: field,
})
const attribute = (names: FixtureName): Naming => ({
  names,
  value: ({ name }) => condition(`custom_attributes.${name}`)('x'),
  by: 'custom_attributes',
})
const peopleSearch: Naming[] = [
  search('owner_id', 'an admin', ({ id }) => Number(id)),
  search('tag_id', 'a tag'),
  search('segment_id', 'a segment'),
  search('id', 'a contact'),
  search('email', 'a contact', ({ email }) => email),
  search('external_id', 'a contact', ({ external_id }) => external_id),
  attribute('a data attribute'),
]
const targets = (key: string, names: FixtureName, idOf: (made: Made) => unknown = byId): Naming => ({
  names,
  value: (made) => [{ [key]: idOf(made) }],
  by: key,
})
const people = [
  targets('id', 'a contact'),
  targets('user_id', 'a contact', ({ external_id }) => external_id),
  targets('email', 'a contact', ({ email }) => email),
]

/** A recipient of a message, alone or in a list. */
const recipients = (kind: 'to' | 'cc' | 'bcc'): Record<string, Naming[] | string> => {
  const by = (name: string, key: string): Naming[] => [
    { names: 'a contact', value: (made) => made[key], beside: (made) => ({ [kind]: { [name]: made[key] } }) },
  ]
  const fields = {
    id: by('id', 'id'),
    user_id: by('user_id', 'external_id'),
    email: by('email', 'email'),
    phone: 'a number that nobody has is of somebody new',
  }
  return Object.fromEntries(
    [kind, `${kind}.0`].flatMap((place) =>
      Object.entries(fields).map(([name, told]) => [`POST /messages body.${place}.${name}`, told]),
    ),
  )
}
const helpCenter: Naming[] = [{ names: 'a help center', value: byId }]
const whatsapp: Naming[] = [{ names: 'a WhatsApp message', value: byId }]

/** Why a place names nothing that can be removed. */
const no = {
  own: 'what the thing is to be called from now on',
  bulk: 'each item is the single operation, asked by the job: `perform`',
  job: 'jobs are not removed',
  part: 'a part is not removed, it is redacted',
  visitor: 'no operation makes or removes visitors',
  ticket: '`POST /tickets` is asked by the job: jobs.test.ts',
  fixed: 'a choice that is fixed',
  day: 'a day of the week',
  paging: 'holds no ids, but a cursor',
  ignored: 'names the company itself, which the path has named',
  tour: 'product tours are kept elsewhere',
  object: 'there are no types of objects of which conversations tell yet',
}

export const namings: Record<string, Naming[] | string> = {
  'PUT /admins/{}/away body.away_status_reason_id': [
    { names: 'an away status reason', value: ({ id }) => Number(id), beside: () => ({ away_mode_enabled: true }) },
  ],
  'POST /contacts body.external_id': no.own,
  'POST /contacts body.email': no.own,
  'POST /contacts body.owner_id': admin,
  'POST /contacts body.custom_attributes': valueOfPeople,
  'PUT /contacts/{} body.custom_attributes': valueOfPeople,
  'POST /companies body.custom_attributes': valueOf('a data attribute of companies'),
  'PUT /companies/{} body.custom_attributes': valueOf('a data attribute of companies'),
  'PUT /conversations/{} body.custom_attributes': [
    { names: 'a conversation attribute', value: ({ name, options }) => ({ [name]: options[0].label }) },
    optionOf('an option of a conversation attribute'),
  ],
  'PUT /visitors body.custom_attributes': valueOfPeople,
  'POST /contacts/search body.query': peopleSearch,
  'POST /contacts/search body.pagination': no.paging,
  'POST /contacts/search body.sort': no.paging,
  'POST /contacts/merge body.from': [{ names: 'a lead', value: byId }],
  'POST /contacts/merge body.into': contact,
  'POST /contacts/merge/preview body.from': [{ names: 'a lead', value: byId }],
  'POST /contacts/merge/preview body.into': contact,
  'PUT /contacts/{} body.external_id': no.own,
  'PUT /contacts/{} body.email': no.own,
  'PUT /contacts/{} body.owner_id': admin,
  'POST /contacts/bulk body.contacts': no.bulk,
  'POST /contacts/bulk body.job.id': no.job,
  'PUT /contacts/bulk body.contacts': no.bulk,
  'PUT /contacts/bulk body.job.id': no.job,
  'POST /contacts/bulk/delete body.contacts': no.bulk,
  'POST /contacts/bulk/delete body.job.id': no.job,
  'POST /companies body.id': no.own,
  'POST /companies body.company_id': no.own,
  'GET /companies query.company_id': [{ names: 'a company', value: ({ company_id }) => company_id }],
  'GET /companies query.tag_id': tag,
  'GET /companies query.segment_id': [{ names: 'a segment of companies', value: byId }],
  'POST /companies/search body.query': [
    search('tag_id', 'a tag'),
    search('company_id', 'a company', ({ company_id }) => company_id),
    attribute('a data attribute of companies'),
  ],
  'POST /companies/search body.pagination': no.paging,
  'POST /companies/search body.sort': no.paging,
  'PUT /companies/{} body.id': no.ignored,
  'PUT /companies/{} body.company_id': no.own,
  'POST /contacts/{}/companies body.id': company,
  'PUT /contacts/{}/granted_companies body.company_ids.0': [
    { names: 'a company', value: ({ company_id }) => company_id },
  ],
  'POST /companies/bulk body.companies': no.bulk,
  'POST /companies/bulk body.job.id': no.job,
  'PUT /companies/bulk body.companies': no.bulk,
  'PUT /companies/bulk body.job.id': no.job,
  'POST /companies/bulk/delete body.companies': no.bulk,
  'POST /companies/bulk/delete body.job.id': no.job,
  'POST /tags body.id': tag,
  'POST /tags body.name': no.own,
  'POST /tags body.users': people,
  'POST /tags body.contacts': people,
  'POST /tags body.companies': [
    targets('id', 'a company'),
    targets('company_id', 'a company', ({ company_id }) => company_id),
  ],
  'POST /contacts/{}/tags body.id': tag,
  'POST /conversations/{}/tags body.id': tag,
  'POST /conversations/{}/tags body.admin_id': admin,
  'DELETE /conversations/{}/tags/{} body.admin_id': admin,
  'POST /contacts/{}/notes body.admin_id': admin,
  'POST /companies/{}/notes body.admin_id': admin,
  'POST /contacts/{}/subscriptions body.id': [{ names: 'a subscription type', value: byId }],
  'POST /conversations body.from.id': contact,
  'POST /conversations body.from.user_id': from('user_id', 'external_id'),
  'POST /conversations body.from.email': from('email', 'email'),
  'POST /messages body.from.id': admin,
  'POST /messages body.from.user_id': from('user_id', 'external_id'),
  'POST /messages body.from.email': from('email', 'email'),
  ...recipients('to'),
  ...recipients('cc'),
  ...recipients('bcc'),
  'GET /messages/status query.ruleset_id': no.own,
  'GET /messages/whatsapp/status query.message_id': whatsapp,
  'POST /parley/broadcasts body.ruleset_id': no.own,
  'POST /parley/broadcasts body.contact_ids.0': [{ names: 'a contact with a phone', value: byId }],
  'POST /parley/deliveries body.message_id': whatsapp,
  'POST /parley/banners body.audience': peopleSearch,
  'POST /parley/banners body.action.tour_id': no.tour,
  'PUT /parley/banners/{} body.audience': peopleSearch,
  'PUT /parley/banners/{} body.action.tour_id': no.tour,
  'POST /parley/brands body.help_center_id': helpCenter,
  'PUT /parley/brands/{} body.help_center_id': helpCenter,
  'POST /parley/emails body.email': no.own,
  'POST /parley/emails body.brand_id': [{ names: 'a brand', value: byId }],
  'PUT /parley/emails/{} body.email': no.own,
  'PUT /parley/emails/{} body.brand_id': [{ names: 'a brand', value: byId }],
  'POST /conversations/search body.query': [
    search('admin_assignee_id', 'an admin', ({ id }) => Number(id)),
    search('team_assignee_id', 'a team', ({ id }) => Number(id)),
    search('contact_ids', 'a contact'),
    search('tag_ids', 'a tag'),
  ],
  'POST /conversations/search body.pagination': no.paging,
  'POST /conversations/search body.sort': no.paging,
  'PUT /conversations/{} body.company_id': company,
  'PUT /conversations/{} body.admin_id': admin,
  'POST /conversations/{}/reply body.admin_id': admin,
  'POST /conversations/{}/reply body.intercom_user_id': reply('id'),
  'POST /conversations/{}/reply body.user_id': reply('external_id'),
  'POST /conversations/{}/reply body.email': reply('email'),
  'POST /conversations/{}/reply body.assignee_id': assignee,
  'POST /conversations/{}/rating body.intercom_user_id': [{ names: 'a contact', value: byId, inOwn: 'a conversation' }],
  'POST /conversations/{}/parts body.admin_id': admin,
  'POST /conversations/{}/parts body.assignee_id': assignee,
  'POST /conversations/{}/customers body.admin_id': admin,
  'POST /conversations/{}/customers body.intercom_user_id': 'who adds, which only 2.7 knows: the customer is tried',
  'POST /conversations/{}/customers body.user_id': 'who adds, as above',
  'POST /conversations/{}/customers body.email': 'who adds, as above',
  'POST /conversations/{}/customers body.customer.intercom_user_id': customer('intercom_user_id', 'id'),
  'POST /conversations/{}/customers body.customer.user_id': customer('user_id', 'external_id'),
  'POST /conversations/{}/customers body.customer.email': customer('email', 'email'),
  'DELETE /conversations/{}/customers/{} body.admin_id': admin,
  'POST /conversations/redact body.conversation_id': [
    { names: 'a conversation', value: byId, beside: ({ source }) => ({ source_id: source.id }) },
  ],
  'POST /conversations/redact body.conversation_part_id': no.part,
  'POST /conversations/redact body.source_id': no.part,
  'POST /conversations/attributes body.visible_to_team_ids.0': team,
  'POST /conversations/attributes body.reference.object_type_id': no.object,
  'POST /conversations/attributes body.data_type': no.fixed,
  'POST /conversations/attributes body.options': no.own,
  'PUT /conversations/attributes/{} body.visible_to_team_ids.0': team,
  'PUT /conversations/attributes/{} body.reference.object_type_id': no.object,
  'POST /conversations/attributes/{}/options body.label': no.own,
  'PUT /conversations/attributes/{}/options/{} body.label': no.own,
  'POST /data_attributes body.model': no.fixed,
  'POST /data_attributes body.data_type': no.fixed,
  'POST /data_attributes body.options': no.own,
  'PUT /data_attributes/{} body.options': no.own,
  'POST /events body.id': contact,
  'POST /events body.user_id': contactBy('external_id', 'id'),
  'POST /events body.email': contactBy('email', 'id'),
  'GET /events query.intercom_user_id': contact,
  'GET /events query.user_id': contactBy('external_id', 'intercom_user_id'),
  'GET /events query.email': contactBy('email', 'intercom_user_id'),
  'POST /events/summaries body.user_id': contactBy('external_id'),
  'GET /visitors query.user_id': no.visitor,
  'PUT /visitors body.id': no.visitor,
  'PUT /visitors body.user_id': no.visitor,
  'POST /visitors/convert body.visitor.id': no.visitor,
  'POST /visitors/convert body.visitor.user_id': no.visitor,
  'POST /visitors/convert body.user.id': contact,
  'POST /visitors/convert body.user.user_id': [
    {
      names: 'a contact',
      value: byId,
      beside: ({ external_id, role }) => ({ user: { user_id: external_id }, type: role }),
    },
  ],
  'POST /visitors/convert body.user.email': [
    { names: 'a contact', value: byId, beside: ({ email, role }) => ({ user: { email }, type: role }) },
  ],
  'POST /tickets/{}/tags body.id': tag,
  'POST /tickets/{}/tags body.admin_id': admin,
  'DELETE /tickets/{}/tags/{} body.admin_id': admin,
  'POST /parley/ticket_states body.ticket_type_ids.0': ticketType,
  'PUT /parley/ticket_states/{} body.ticket_type_ids.0': ticketType,
  'POST /tickets body.ticket_type_id': ticketType,
  'POST /tickets body.contacts.0.id': contact,
  'POST /tickets body.contacts.0.external_id': ticketContact('external_id'),
  'POST /tickets body.contacts.0.email': ticketContact('email'),
  'POST /tickets body.company_id': company,
  'POST /tickets body.conversation_to_link_id': [{ names: 'a tracker ticket', value: byId }],
  'POST /tickets body.assignment.admin_assignee_id': admin,
  'POST /tickets body.assignment.team_assignee_id': team,
  'POST /tickets/enqueue body.ticket_type_id': ticketType,
  'POST /tickets/enqueue body.contacts.0.id': no.ticket,
  'POST /tickets/enqueue body.contacts.0.external_id': no.ticket,
  'POST /tickets/enqueue body.contacts.0.email': no.ticket,
  'POST /tickets/enqueue body.company_id': no.ticket,
  'POST /tickets/enqueue body.conversation_to_link_id': no.ticket,
  'POST /tickets/enqueue body.assignment.admin_assignee_id': no.ticket,
  'POST /tickets/enqueue body.assignment.team_assignee_id': no.ticket,
  'POST /tickets/search body.query': [
    search('id', 'a ticket'),
    search('ticket_type_id', 'a ticket type'),
    search('admin_assignee_id', 'an admin', ({ id }) => Number(id)),
    search('team_assignee_id', 'a team', ({ id }) => Number(id)),
    search('contact_ids', 'a contact'),
    {
      names: 'a ticket type attribute',
      value: ({ id }) => condition(`ticket_attribute.${id}`)('x'),
      by: 'ticket_attribute',
    },
  ],
  'POST /tickets/search body.pagination': no.paging,
  'POST /tickets/search body.sort': no.paging,
  'PUT /tickets/{} body.ticket_state_id': ticketState,
  'PUT /tickets/{} body.company_id': company,
  'PUT /tickets/{} body.admin_id': admin,
  'PUT /tickets/{} body.assignee_id': [
    { ...admin[0]!, by: 'admin' },
    { ...team[0]!, by: 'team' },
  ],
  'POST /tickets/{}/reply body.admin_id': admin,
  'POST /tickets/{}/reply body.intercom_user_id': reply('id', 'a ticket'),
  'POST /tickets/{}/reply body.user_id': reply('external_id', 'a ticket'),
  'POST /tickets/{}/reply body.email': reply('email', 'a ticket'),
  'POST /tickets/{}/change_type body.ticket_type_id': [
    { ...ticketType[0]!, beside: ({ ticket_states }) => ({ ticket_state_id: ticket_states.data[0].id }) },
  ],
  'POST /tickets/{}/change_type body.ticket_state_id': ticketState,
  'POST /tickets/{}/linked_conversations body.conversation_id': [
    { names: 'a conversation', value: byId, by: 'conversation' },
    { names: 'a ticket', value: byId, by: 'ticket' },
  ],
  'POST /conversations/{}/convert body.ticket_type_id': ticketType,
  'POST /conversations/{}/convert body.ticket_state_id': ticketState,
  'POST /office_hours_schedules body.time_intervals.0.day_of_week': no.day,
  'PUT /office_hours_schedules/{} body.time_intervals.0.day_of_week': no.day,
  'POST /office_hours_schedules/{}/office_hours_exceptions body.time_intervals.0.day_of_week': no.day,
  'PUT /office_hours_schedules/{}/office_hours_exceptions/{} body.time_intervals.0.day_of_week': no.day,
  'PUT /teams/{} body.admin_ids.0': [{ ...adminNumber[0]!, beside: () => ({ admin_priority_level: undefined }) }],
  'PUT /teams/{} body.admin_priority_level.primary_admin_ids.0': priorities('primary_admin_ids'),
  'PUT /teams/{} body.admin_priority_level.secondary_admin_ids.0': priorities('secondary_admin_ids'),
  'POST /parley/admins body.email': no.own,
  'PUT /parley/admins/{} body.email': no.own,
  'DELETE /parley/admins/{} body.hand_over_to_admin_id': handOver[0],
  'DELETE /parley/admins/{} body.hand_over_to_team_id': handOver[1],
  'POST /parley/teams body.admin_ids.0': [{ ...adminNumber[0]!, beside: () => ({ admin_priority_level: undefined }) }],
  'POST /parley/teams body.admin_priority_level.primary_admin_ids.0': priorities('primary_admin_ids'),
  'POST /parley/teams body.admin_priority_level.secondary_admin_ids.0': priorities('secondary_admin_ids'),
  'PUT /parley/teams/{} body.admin_ids.0': [
    { ...adminNumber[0]!, beside: () => ({ admin_priority_level: undefined }) },
  ],
  'PUT /parley/teams/{} body.admin_priority_level.primary_admin_ids.0': priorities('primary_admin_ids'),
  'PUT /parley/teams/{} body.admin_priority_level.secondary_admin_ids.0': priorities('secondary_admin_ids'),
  'DELETE /parley/teams/{} body.hand_over_to_admin_id': handOver[0],
  'DELETE /parley/teams/{} body.hand_over_to_team_id': handOver[1],
  'POST /parley/tokens body.admin_id': admin,
  'POST /parley/segments body.filter': peopleSearch,
  'POST /parley/segments/preview body.filter': peopleSearch,
  'PUT /parley/segments/{} body.filter': peopleSearch,
  'POST /parley/calls body.conversation_id': conversation,
  'POST /parley/calls body.contact_id': contact,
  'POST /parley/calls body.admin_id': admin,
  'POST /parley/calls body.external_id': no.own,
  'POST /parley/calls/{}/answer body.admin_id': admin,
  'POST /calls/search body.conversation_ids.0': conversation,
  'POST /fin_voice/register body.call_id': no.own,
  'POST /fin_voice/register body.vendor_internal_id': no.own,
  'POST /phone_call_redirects body.custom_attributes': valueOf('a data attribute'),
  'POST /parley/custom_object_types body.attributes.0.options': no.own,
  'POST /parley/custom_object_types/{}/attributes body.options': no.own,
  'PUT /parley/custom_object_types/{}/attributes/{} body.options': no.own,
}
