/** Ways in which a place of a request names a fixture. */
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

export const admin: Naming[] = [{ names: 'an admin', value: byId }]
export const audience: Naming[] = [{ names: 'an audience', value: ({ id }) => Number(id) }]
export const adminNumber: Naming[] = [{ names: 'an admin', value: ({ id }) => Number(id) }]
export const team: Naming[] = [{ names: 'a team', value: byId }]
export const newsfeed: Naming[] = [{ names: 'a newsfeed', value: ({ id }) => Number(id) }]
export const company: Naming[] = [{ names: 'a company', value: byId }]
export const conversation: Naming[] = [{ names: 'a conversation', value: byId }]
export const tag: Naming[] = [{ names: 'a tag', value: byId }]
export const contact: Naming[] = [{ names: 'a contact', value: byId }]
export const ticketType: Naming[] = [{ names: 'a ticket type', value: byId }]
export const ticketState: Naming[] = [{ names: 'a ticket state', value: byId }]
export const ticketContact = (key: 'external_id' | 'email'): Naming[] => [
  { names: 'a contact', value: (made) => made[key], beside: (made) => ({ contacts: [{ [key]: made[key] }] }) },
]
export const contactBy = (key: 'external_id' | 'email', ...without: string[]): Naming[] => [
  {
    names: 'a contact',
    value: (made) => made[key],
    beside: () => Object.fromEntries(without.map((name) => [name, undefined])),
  },
]
export const from = (name: string, key: string): Naming[] => [
  { names: 'a contact', value: (made) => made[key], beside: (made) => ({ from: { type: 'user', [name]: made[key] } }) },
]
export const valueOf = (names: FixtureName): Naming[] => [{ names, value: ({ name }) => ({ [name]: 'x' }) }]
export const optionOf = (names: FixtureName): Naming => ({
  names,
  value: ({ attribute, label }) => ({ [attribute]: label }),
  by: 'option',
})
export const valueOfPeople = [...valueOf('a data attribute'), optionOf('an option of a data attribute')]
/** The contact begins the conversation that it replies to or rates. */
export const reply = (key: string, inOwn: FixtureName = 'a conversation'): Naming[] => [
  {
    names: 'a contact',
    value: (made) => made[key],
    beside: () => ({ type: 'user', admin_id: undefined, reply_options: undefined }),
    inOwn,
  },
]
export const assignee: Naming[] = [
  {
    ...admin[0]!,
    beside: () => ({ type: 'admin', message_type: 'assignment', reply_options: undefined }),
    by: 'admin',
  },
  { ...team[0]!, beside: () => ({ type: 'team', message_type: 'assignment', reply_options: undefined }), by: 'team' },
]
export const customer = (name: string, key: string): Naming[] => [
  {
    names: 'a contact',
    value: (made) => made[key],
    beside: (made) => ({ customer: { [name]: made[key] }, intercom_user_id: undefined }),
  },
]
export const handOver: [Naming[], Naming[]] = [
  [{ ...admin[0]!, beside: () => ({ hand_over_to_team_id: undefined }) }],
  [{ ...team[0]!, beside: () => ({ hand_over_to_admin_id: undefined }) }],
]
export const priorities = (list: string): Naming[] => [
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
export const condition = (name: string) => (value: unknown) => ({ field: name, operator: '=', value })
export const search = (field: string, names: FixtureName, idOf: (made: Made) => unknown = byId): Naming => ({
  names,
  value: (made) => condition(field)(idOf(made)),
  by: field,
})
export const attribute = (names: FixtureName): Naming => ({
  names,
  value: ({ name }) => condition(`custom_attributes.${name}`)('x'),
  by: 'custom_attributes',
})
export const peopleSearch: Naming[] = [
  search('owner_id', 'an admin', ({ id }) => Number(id)),
  search('tag_id', 'a tag'),
  search('segment_id', 'a segment'),
  search('id', 'a contact'),
  search('email', 'a contact', ({ email }) => email),
  search('external_id', 'a contact', ({ external_id }) => external_id),
  attribute('a data attribute'),
]
export const conversationSearch: Naming[] = [
  search('admin_assignee_id', 'an admin', ({ id }) => Number(id)),
  search('team_assignee_id', 'a team', ({ id }) => Number(id)),
  search('contact_ids', 'a contact'),
  search('tag_ids', 'a tag'),
]
/** The assignee of an assignment rule. */
export const assignTo: Naming[] = [
  { names: 'an admin', value: byId, beside: ({ id }) => ({ assign_to: { type: 'admin', id } }), by: 'admin' },
  { names: 'a team', value: byId, beside: ({ id }) => ({ assign_to: { type: 'team', id } }), by: 'team' },
]
export const targets = (key: string, names: FixtureName, idOf: (made: Made) => unknown = byId): Naming => ({
  names,
  value: (made) => [{ [key]: idOf(made) }],
  by: key,
})
export const people = [
  targets('id', 'a contact'),
  targets('user_id', 'a contact', ({ external_id }) => external_id),
  targets('email', 'a contact', ({ email }) => email),
]

/** A recipient of a message, alone or in a list. */
export const recipients = (kind: 'to' | 'cc' | 'bcc'): Record<string, Naming[] | string> => {
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
export const officeHours: Naming[] = [{ names: 'an office hours schedule', value: byId }]
export const collection: Naming[] = [{ names: 'a collection', value: byId }]
export const helpCenter: Naming[] = [{ names: 'a help center', value: byId }]
export const whatsapp: Naming[] = [{ names: 'a WhatsApp message', value: byId }]

/** Why a place names nothing that can be removed. */
export const no = {
  own: 'what the thing is to be called from now on',
  bulk: 'each item is the single operation, asked by the job: `perform`',
  job: 'jobs are not removed',
  part: 'a part is not removed, it is redacted',
  bot: 'the operator is never removed',
  visitor: 'no operation makes or removes visitors',
  ticket: '`POST /tickets` is asked by the job: jobs.test.ts',
  fixed: 'a choice that is fixed',
  day: 'a day of the week',
  paging: 'holds no ids, but a cursor',
  told: 'the token and the path tell it: this is not looked at',
  ignored: 'names the company itself, which the path has named',
  authToken: 'auth tokens are not removed',
  condition: 'is asked when a run starts, as the query of a search: what is gone matches nothing',
  switch: 'true or false',
  session: 'a session goes with its conversation: resources/fin/sessions.test.ts',
  tour: 'product tours are kept elsewhere',
  object: 'there are no types of objects of which conversations tell yet',
}
