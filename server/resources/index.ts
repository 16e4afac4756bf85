/** Every operation of the API, by group. */
import type { Operation } from '../http/operation.ts'
import { admins } from './admins/index.ts'
import { companies } from './companies/index.ts'
import { contacts } from './contacts/index.ts'
import { conversationAttributes } from './conversation-attributes/index.ts'
import { conversations } from './conversations/index.ts'
import { dataAttributes } from './data-attributes/index.ts'
import { dataEvents } from './data-events/index.ts'
import { helpCenters } from './help-centers/index.ts'
import { newsfeeds } from './newsfeeds/index.ts'
import { notes } from './notes/index.ts'
import { segments } from './segments/index.ts'
import { subscriptions } from './subscriptions/index.ts'
import { tags } from './tags/index.ts'
import { teams } from './teams/index.ts'
import { ticketStates } from './ticket-states/index.ts'
import { visitors } from './visitors/index.ts'

export const operations: Operation[] = [
  ...admins,
  ...contacts,
  ...companies,
  ...tags,
  ...notes,
  ...segments,
  ...subscriptions,
  ...conversations,
  ...conversationAttributes,
  ...ticketStates,
  ...newsfeeds,
  ...helpCenters,
  ...dataAttributes,
  ...dataEvents,
  ...visitors,
  ...teams,
]
