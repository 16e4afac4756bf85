/** The order of each list as its description says, over rows whose ids are in another. */
import type { FixtureName } from '../fixtures/vocabulary.ts'

export interface Ordered {
  key: string
  /** The query. */
  query?: Record<string, string>
  /** The column that it is ordered by, and which way. */
  table: string
  column: string
  descending?: boolean
  /** The column that the rows are told apart by, where it is not their id. */
  rowKey?: string
  of:
    | 'article'
    | 'collection'
    | 'section'
    | 'contact'
    | 'company'
    | 'conversation'
    | 'note'
    | 'company note'
    | 'attached'
    | 'companies of'
    | 'macro'
    | 'news item'
    | 'segment'
    | 'event'
    | 'merge'
    | 'data connector'
    | 'execution'
}

export const ordered: Ordered[] = [
  { key: 'GET /contacts', table: 'contacts', column: 'created_at', of: 'contact' },
  { key: 'GET /companies', table: 'companies', column: 'last_request_at', descending: true, of: 'company' },
  {
    key: 'GET /companies',
    query: { order: 'desc' },
    table: 'companies',
    column: 'last_request_at',
    descending: true,
    of: 'company',
  },
  { key: 'GET /companies', query: { order: 'asc' }, table: 'companies', column: 'last_request_at', of: 'company' },
  {
    key: 'POST /companies/list',
    query: { order: 'asc' },
    table: 'companies',
    column: 'last_request_at',
    of: 'company',
  },
  {
    key: 'POST /companies/list',
    query: { order: 'desc' },
    table: 'companies',
    column: 'last_request_at',
    descending: true,
    of: 'company',
  },
  { key: 'GET /articles', table: 'articles', column: 'updated_at', descending: true, of: 'article' },
  {
    key: 'GET /help_center/collections',
    table: 'collections',
    column: 'updated_at',
    descending: true,
    of: 'collection',
  },
  { key: 'GET /help_center/sections', table: 'collections', column: 'updated_at', descending: true, of: 'section' },
  { key: 'GET /conversations', table: 'threads', column: 'updated_at', descending: true, of: 'conversation' },
  { key: 'GET /contacts/{}/notes', table: 'notes', column: 'created_at', descending: true, of: 'note' },
  { key: 'GET /companies/{}/notes', table: 'notes', column: 'created_at', descending: true, of: 'company note' },
  {
    key: 'GET /companies/{}/contacts',
    table: 'contact_companies',
    column: 'created_at',
    rowKey: 'contact_id',
    of: 'attached',
  },
  {
    key: 'GET /data_connectors',
    table: 'data_connectors',
    column: 'updated_at',
    descending: true,
    of: 'data connector',
  },
  {
    key: 'GET /data_connectors/{}/execution_results',
    table: 'data_connector_executions',
    column: 'created_at',
    descending: true,
    query: { start_ts: '0' },
    of: 'execution',
  },
  { key: 'GET /macros', table: 'macros', column: 'updated_at', descending: true, of: 'macro' },
  {
    key: 'GET /news/newsfeeds/{}/items',
    table: 'news_assignments',
    column: 'published_at',
    descending: true,
    rowKey: 'news_item_id',
    of: 'news item',
  },
  { key: 'GET /segments', table: 'segments', column: 'name', of: 'segment' },
  {
    key: 'GET /contacts/{}/merge_history',
    table: 'contact_merges',
    column: 'merged_at',
    descending: true,
    rowKey: 'from_id',
    of: 'merge',
  },
  {
    key: 'GET /contacts/{}/merge_history',
    query: { order: 'asc' },
    table: 'contact_merges',
    column: 'merged_at',
    rowKey: 'from_id',
    of: 'merge',
  },
]

/** Lists that are read by id, whose rows are made one after the other. */
export const asMade: { key: string; row: FixtureName; newestFirst: boolean }[] = [
  { key: 'GET /news/newsfeeds', row: 'a newsfeed', newestFirst: false },
  { key: 'GET /news/news_items', row: 'a news item', newestFirst: true },
  { key: 'GET /ai/content_import_sources', row: 'an import source', newestFirst: false },
  { key: 'GET /audiences', row: 'an audience', newestFirst: false },
  { key: 'GET /folders', row: 'a folder', newestFirst: false },
  { key: 'GET /calls', row: 'a call', newestFirst: true },
  { key: 'GET /content_snippets', row: 'a content snippet', newestFirst: true },
  { key: 'GET /internal_articles', row: 'an internal article', newestFirst: true },
]

/** Lists whose order is that of their ids, or of how their things were linked, which their own tests hold. */
export const byIds: Record<string, string> = {
  'GET /admins/activity_logs': 'newest first: resources/activity-logs/activity-logs.test.ts',
  'GET /admins/office_hours': 'by the id of the admin',
  'GET /companies/scroll': 'by id, so that it goes on where it was',
  'GET /conversations/{}/side_conversations': 'by id, which is as they began',
  'GET /conversations/deleted': 'as deleted: resources/conversations/list-deleted.test.ts',
  'GET /contacts/deleted': 'by id, which is as they were created',
  'GET /contacts/activities': 'by id, which is their cursor',
  'GET /contacts/{}/granted_companies':
    'by the ids of your own systems: resources/granted-companies/granted-companies.test.ts',
  'GET /contacts/{}/companies': 'as attached: resources/companies/attach-to-contact.test.ts',
  'GET /calls': 'newest first, which is by id: resources/calls/list.test.ts',
  'GET /data_connectors/{}/versions': 'newest first, which is by id: resources/data-connectors/data-connectors.test.ts',
  'GET /events': 'newest first: resources/data-events/list.test.ts',
  'GET /messages/status': 'oldest first, which is by id',
  'GET /articles/{}/versions': 'newest first: resources/articles/articles.test.ts',
  'GET /help_center/help_centers/{}/redirects': 'newest first: resources/help-centers/redirects/redirects.test.ts',
  'GET /ai/content_import_sources': 'oldest first: asMade',
  'GET /ai/external_pages': 'newest first, which is by id: resources/external-pages/external-pages.test.ts',
  'GET /audiences': 'oldest first, which is by id: resources/audiences/audiences.test.ts',
  'GET /content_snippets': 'newest first, which is by id: resources/content-snippets/content-snippets.test.ts',
  'GET /dynamic_contents': 'last changed first: resources/dynamic-contents/dynamic-contents.test.ts',
  'GET /folders': 'oldest first, which is by id: resources/folders/folders.test.ts',
  'GET /internal_articles': 'newest first, which is by id: resources/internal-articles/internal-articles.test.ts',
  'GET /news/newsfeeds': 'oldest first: asMade',
  'GET /news/news_items': 'newest first: asMade',
  'GET /auth_tokens': 'newest first, which is by id: resources/auth-tokens/auth-tokens.test.ts',
  'GET /custom_object_instances/{}': 'newest first, which is by id: resources/custom-objects/custom-objects.test.ts',
  'GET /parley/ecommerce_connectors/{}/products': 'by id: resources/ecommerce-connectors/catalog.test.ts',
  'GET /parley/webhooks/{}/attempts': 'newest first: settings/webhooks/webhooks.test.ts',
}

/** The fixture that adds a row to a list. */
export const rowOf: Partial<Record<Ordered['of'], FixtureName>> = {
  article: 'an article',
  collection: 'a collection',
  section: 'a section',
  contact: 'a contact',
  company: 'a company with a contact',
  conversation: 'a conversation',
  note: 'a note',
  'company note': 'a note of a company',
  macro: 'a macro',
  'news item': 'a news item',
  segment: 'a segment',
  merge: 'a merged lead',
  'data connector': 'a data connector',
  execution: 'an execution result',
}
