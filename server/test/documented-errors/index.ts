/** The table of documented errors, by group. */
import { adminsAndTeams } from './admins-and-teams.ts'
import { bulk } from './bulk.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'
import { conversationAttributes } from './conversation-attributes.ts'
import { conversations } from './conversations.ts'
import { dataAttributes } from './data-attributes.ts'
import { dataEvents } from './data-events.ts'
import { listsOfContact } from './lists-of-contact.ts'
import type { ErrorRow } from './row.ts'
import { search } from './search.ts'
import { tagsAndVisitors } from './tags-and-visitors.ts'

export const documentedErrors: ErrorRow[] = [
  ...adminsAndTeams,
  ...contacts,
  ...listsOfContact,
  ...companies,
  ...bulk,
  ...search,
  ...conversations,
  ...conversationAttributes,
  ...dataAttributes,
  ...dataEvents,
  ...tagsAndVisitors,
]
