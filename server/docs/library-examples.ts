/** Examples of the content library: audiences, folders, internal articles, snippets, dynamic contents and pages. */
import {
  article,
  dynamicContent,
  emptyFolder,
  externalPage,
  folder,
  importSource,
  maya,
  darkRoast,
  offices,
  repair,
  snippet,
} from './demo-ids.ts'
import { at, type ExampleRequest } from './example-request.ts'

const source = { sync_behavior: 'api', url: 'https://recipes.fernhill.example' }
const page = {
  title: 'Iced coffee',
  html: '<p>Brew it twice as strong, and pour it over ice.</p>',
  url: 'https://guides.fernhill.example/iced-coffee',
  locale: 'en',
  source_id: Number(importSource),
}

export const libraryExamples: Record<string, ExampleRequest> = {
  'GET /audiences': at('/audiences'),
  'POST /audiences': at('/audiences', {
    name: 'Big customers',
    predicates: [{ attribute: 'company.monthly_spend', type: 'integer', comparison: 'gte', value: '500' }],
    role_predicates: [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'user' }],
  }),
  'GET /audiences/{}': at(`/audiences/${offices}`),
  'PUT /audiences/{}': at(`/audiences/${offices}`, { name: 'Offices with machines of ours' }),
  'DELETE /audiences/{}': at(`/audiences/${darkRoast}`),

  'GET /ai/content_import_sources': at('/ai/content_import_sources'),
  'POST /ai/content_import_sources': at('/ai/content_import_sources', source),
  'GET /ai/content_import_sources/{}': at(`/ai/content_import_sources/${importSource}`),
  'PUT /ai/content_import_sources/{}': at(`/ai/content_import_sources/${importSource}`, {
    ...source,
    status: 'deactivated',
  }),
  'DELETE /ai/content_import_sources/{}': at(`/ai/content_import_sources/${importSource}`),
  'GET /ai/external_pages': at('/ai/external_pages'),
  'POST /ai/external_pages': at('/ai/external_pages', {
    ...page,
    external_id: 'iced-coffee',
    ai_agent_availability: true,
  }),
  'GET /ai/external_pages/{}': at(`/ai/external_pages/${externalPage}`),
  'PUT /ai/external_pages/{}': at(`/ai/external_pages/${externalPage}`, page),
  'DELETE /ai/external_pages/{}': at(`/ai/external_pages/${externalPage}`),
  'POST /ai/external_pages/{}/tags': at(`/ai/external_pages/${externalPage}/tags`, { id: repair }),
  'DELETE /ai/external_pages/{}/tags/{}': at(`/ai/external_pages/${externalPage}/tags/${repair}`),

  'GET /folders': at('/folders'),
  'POST /folders': at('/folders', { folder: { name: 'Recipes', emoji: '☕', parent_folder_id: Number(folder) } }),
  'GET /folders/{}': at(`/folders/${folder}`),
  'DELETE /folders/{}': at(`/folders/${emptyFolder}`),
  'PUT /folders/{}': at(`/folders/${folder}`, { folder: { name: 'Handbook' } }),
  'GET /internal_articles': at('/internal_articles'),
  'POST /internal_articles': at('/internal_articles', {
    title: 'Invoices by post',
    body_markdown: 'We send paper invoices to **councils** only.',
    author_id: Number(maya),
    owner_id: Number(maya),
  }),
  'GET /internal_articles/search': at(`/internal_articles/search?folder_id=${folder}`),
  'GET /internal_articles/{}': at(`/internal_articles/${article}`),
  'PUT /internal_articles/{}': at(`/internal_articles/${article}`, { ai_copilot_availability: false }),
  'DELETE /internal_articles/{}': at(`/internal_articles/${article}`),
  'POST /internal_articles/{}/tags': at(`/internal_articles/${article}/tags`, { id: repair }),
  'DELETE /internal_articles/{}/tags/{}': at(`/internal_articles/${article}/tags/${repair}`),

  'GET /content/search': at('/content/search?query=machine'),
  'POST /content/bulk_actions': at('/content/bulk_actions', {
    action: 'set_availability',
    content_ids: [
      { type: 'content_snippet', id: snippet },
      { type: 'internal_article', id: article },
    ],
    availability: { ai_agent: true, copilot: true },
  }),

  'GET /content_snippets': at('/content_snippets'),
  'POST /content_snippets': at('/content_snippets', {
    title: 'Do you sell decaf?',
    json_blocks: [{ type: 'paragraph', text: 'Yes: <b>Moonlight</b>, in beans and ground.' }],
    ai_chatbot_availability: true,
  }),
  'GET /content_snippets/{}': at(`/content_snippets/${snippet}`),
  'PUT /content_snippets/{}': at(`/content_snippets/${snippet}`, {
    body_markdown: 'Choose another day in **Orders**.',
  }),
  'DELETE /content_snippets/{}': at(`/content_snippets/${snippet}`),
  'POST /content_snippets/{}/tags': at(`/content_snippets/${snippet}/tags`, { id: repair }),
  'DELETE /content_snippets/{}/tags/{}': at(`/content_snippets/${snippet}/tags/${repair}`),

  'GET /dynamic_contents': at('/dynamic_contents'),
  'POST /dynamic_contents': at('/dynamic_contents', {
    name: 'Order number',
    content_type: 'inline',
    default_locale: 'en',
    variations: [{ locale: 'en', text_content: 'the number on your invoice' }],
  }),
  'GET /dynamic_contents/{}': at(`/dynamic_contents/${dynamicContent}`),
  'PUT /dynamic_contents/{}': at(`/dynamic_contents/${dynamicContent}`, { name: 'Hours' }),
  'DELETE /dynamic_contents/{}': at(`/dynamic_contents/${dynamicContent}`),
}
