/** The operations, by noun. */
import type { Operation } from './http/operation.ts'
import { admins } from './resources/admins/index.ts'
import { audiences } from './resources/audiences/index.ts'
import { awayStatusReasons } from './resources/away-status-reasons/index.ts'
import { calls } from './resources/calls/index.ts'
import { banners } from './resources/banners/index.ts'
import { brands } from './resources/brands/index.ts'
import { companies } from './resources/companies/index.ts'
import { contacts } from './resources/contacts/index.ts'
import { contentSnippets } from './resources/content-snippets/index.ts'
import { conversationAttributes } from './resources/conversation-attributes/index.ts'
import { conversations } from './resources/conversations/index.ts'
import { customObjects } from './resources/custom-objects/index.ts'
import { dataAttributes } from './resources/data-attributes/index.ts'
import { dataEvents } from './resources/data-events/index.ts'
import { dynamicContents } from './resources/dynamic-contents/index.ts'
import { emails } from './resources/emails/index.ts'
import { externalPages } from './resources/external-pages/index.ts'
import { folders } from './resources/folders/index.ts'
import { grantedCompanies } from './resources/granted-companies/index.ts'
import { helpCenters } from './resources/help-centers/index.ts'
import { importSources } from './resources/import-sources/index.ts'
import { internalArticles } from './resources/internal-articles/index.ts'
import { messages } from './resources/messages/index.ts'
import { newsfeeds } from './resources/newsfeeds/index.ts'
import { notes } from './resources/notes/index.ts'
import { officeHours } from './resources/office-hours/index.ts'
import { phoneSwitches } from './resources/phone-switches/index.ts'
import { roles } from './resources/roles/index.ts'
import { segments } from './resources/segments/index.ts'
import { subscriptions } from './resources/subscriptions/index.ts'
import { tags } from './resources/tags/index.ts'
import { teams } from './resources/teams/index.ts'
import { ticketStates } from './resources/ticket-states/index.ts'
import { ticketTypes } from './resources/ticket-types/index.ts'
import { tickets } from './resources/tickets/index.ts'
import { tokens } from './resources/tokens/index.ts'
import { visitors } from './resources/visitors/index.ts'
import { workspace } from './resources/workspace/index.ts'
import { webhooks } from './webhooks/settings/index.ts'

/** Every operation of both APIs. */
export const allOperations: Operation[] = [
  ...workspace,
  ...admins,
  ...contacts,
  ...grantedCompanies,
  ...companies,
  ...tags,
  ...notes,
  ...segments,
  ...subscriptions,
  ...conversations,
  ...messages,
  ...conversationAttributes,
  ...calls,
  ...phoneSwitches,
  ...ticketStates,
  ...ticketTypes,
  ...tickets,
  ...audiences,
  ...folders,
  ...importSources,
  ...externalPages,
  ...internalArticles,
  ...contentSnippets,
  ...dynamicContents,
  ...newsfeeds,
  ...helpCenters,
  ...customObjects,
  ...dataAttributes,
  ...dataEvents,
  ...visitors,
  ...teams,
  ...officeHours,
  ...awayStatusReasons,
  ...tokens,
  ...webhooks,
  ...roles,
  ...brands,
  ...banners,
  ...emails,
]

/** The versioned API. */
export const operations = allOperations.filter(({ api }) => api === 'public')
/** The settings API, under `/parley`. */
export const settings = allOperations.filter(({ api }) => api === 'settings')
