/** The operations, by noun. */
import type { Operation } from './http/operation.ts'
import { activityLogs } from './resources/activity-logs/index.ts'
import { admins } from './resources/admins/index.ts'
import { assignmentRules } from './resources/assignment-rules/index.ts'
import { authTokens } from './resources/auth-tokens/index.ts'
import { articles } from './resources/articles/index.ts'
import { audiences } from './resources/audiences/index.ts'
import { awayStatusReasons } from './resources/away-status-reasons/index.ts'
import { calls } from './resources/calls/index.ts'
import { banners } from './resources/banners/index.ts'
import { brands } from './resources/brands/index.ts'
import { collections } from './resources/collections/index.ts'
import { companies } from './resources/companies/index.ts'
import { contacts } from './resources/contacts/index.ts'
import { contents } from './resources/contents/index.ts'
import { contentSnippets } from './resources/content-snippets/index.ts'
import { conversationAttributes } from './resources/conversation-attributes/index.ts'
import { conversationParts } from './resources/conversation-parts/index.ts'
import { conversationStreams } from './resources/conversation-streams/index.ts'
import { conversations } from './resources/conversations/index.ts'
import { customObjects } from './resources/custom-objects/index.ts'
import { dataAttributes } from './resources/data-attributes/index.ts'
import { dataConnectors } from './resources/data-connectors/index.ts'
import { dataEvents } from './resources/data-events/index.ts'
import { dataExports } from './resources/data-exports/index.ts'
import { dynamicContents } from './resources/dynamic-contents/index.ts'
import { ecommerceConnectors } from './resources/ecommerce-connectors/index.ts'
import { emails } from './resources/emails/index.ts'
import { externalPages } from './resources/external-pages/index.ts'
import { fin } from './resources/fin/index.ts'
import { folders } from './resources/folders/index.ts'
import { grantedCompanies } from './resources/granted-companies/index.ts'
import { handlingEvents } from './resources/handling-events/index.ts'
import { helpCenters } from './resources/help-centers/index.ts'
import { hitlEvents } from './resources/hitl-events/index.ts'
import { ipAllowlist } from './resources/ip-allowlist/index.ts'
import { macros } from './resources/macros/index.ts'
import { importSources } from './resources/import-sources/index.ts'
import { internalArticles } from './resources/internal-articles/index.ts'
import { messages } from './resources/messages/index.ts'
import { newsItems } from './resources/news-items/index.ts'
import { newsfeeds } from './resources/newsfeeds/index.ts'
import { notes } from './resources/notes/index.ts'
import { officeHours } from './resources/office-hours/index.ts'
import { phoneSwitches } from './resources/phone-switches/index.ts'
import { procedures } from './resources/procedures/index.ts'
import { reportingExports } from './resources/reporting-exports/index.ts'
import { roles } from './resources/roles/index.ts'
import { secureModeSecrets } from './resources/secure-mode-secrets/index.ts'
import { segments } from './resources/segments/index.ts'
import { slaRules } from './resources/sla-rules/index.ts'
import { sideConversations } from './resources/side-conversations/index.ts'
import { subscriptions } from './resources/subscriptions/index.ts'
import { tags } from './resources/tags/index.ts'
import { teams } from './resources/teams/index.ts'
import { ticketStates } from './resources/ticket-states/index.ts'
import { ticketTypes } from './resources/ticket-types/index.ts'
import { tickets } from './resources/tickets/index.ts'
import { tokens } from './resources/tokens/index.ts'
import { visitors } from './resources/visitors/index.ts'
import { workflows } from './resources/workflows/index.ts'
import { workspace } from './resources/workspace/index.ts'
import { webhooks } from './webhooks/settings/index.ts'

/** Every operation of both APIs. */
export const allOperations: Operation[] = [
  ...workspace,
  ...admins,
  ...activityLogs,
  ...contacts,
  ...grantedCompanies,
  ...companies,
  ...tags,
  ...notes,
  ...segments,
  ...subscriptions,
  ...conversations,
  ...conversationParts,
  ...conversationStreams,
  ...sideConversations,
  ...handlingEvents,
  ...hitlEvents,
  ...messages,
  ...conversationAttributes,
  ...calls,
  ...phoneSwitches,
  ...ticketStates,
  ...ticketTypes,
  ...tickets,
  ...macros,
  ...ipAllowlist,
  ...secureModeSecrets,
  ...authTokens,
  ...audiences,
  ...fin,
  ...folders,
  ...importSources,
  ...externalPages,
  ...internalArticles,
  ...contents,
  ...contentSnippets,
  ...dynamicContents,
  ...ecommerceConnectors,
  ...newsfeeds,
  ...newsItems,
  ...helpCenters,
  ...collections,
  ...articles,
  ...customObjects,
  ...dataAttributes,
  ...dataConnectors,
  ...dataEvents,
  ...dataExports,
  ...reportingExports,
  ...visitors,
  ...teams,
  ...assignmentRules,
  ...officeHours,
  ...slaRules,
  ...awayStatusReasons,
  ...tokens,
  ...webhooks,
  ...procedures,
  ...workflows,
  ...roles,
  ...brands,
  ...banners,
  ...emails,
]

/** The versioned API. */
export const operations = allOperations.filter(({ api }) => api === 'public')
/** The settings API, under `/parley`. */
export const settings = allOperations.filter(({ api }) => api === 'settings')
