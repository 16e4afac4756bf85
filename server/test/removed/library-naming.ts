/** Places of requests to the content library that name a fixture. */
import { byId } from '../fixtures/fixture.ts'
import { admin, audience, no, tag, type Naming } from './ways-to-name.ts'

const folder: Naming[] = [{ names: 'a folder', value: byId }]
const source: Naming[] = [{ names: 'an import source', value: byId }]
const brand: Naming[] = [{ names: 'a brand', value: byId }]
const words = 'words name nothing'

const both = (path: string, places: Record<string, Naming[] | string>) =>
  Object.fromEntries(
    [`POST ${path}`, `PUT ${path}/{}`].flatMap((key) =>
      Object.entries(places).map(([place, naming]) => [`${key} ${place}`, naming]),
    ),
  )

const tagged = (path: string) => ({
  [`POST ${path}/{}/tags body.id`]: tag,
  [`POST ${path}/{}/tags body.admin_id`]: admin,
})

export const libraryNamings: Record<string, Naming[] | string> = {
  ...both('/ai/content_import_sources', { 'body.audience_ids': audience, 'body.audience_ids.0': audience }),
  ...both('/ai/external_pages', { 'body.source_id': source, 'body.external_id': no.own }),
  // Neither is taken without the other.
  'GET /ai/external_pages query.source_id': [
    {
      names: 'an external page',
      value: ({ source_id }) => source_id,
      beside: ({ external_id }) => ({ external_id }),
    },
  ],
  'GET /ai/external_pages query.external_id': [
    {
      names: 'an external page',
      value: ({ external_id }) => external_id,
      beside: ({ source_id }) => ({ source_id }),
    },
  ],
  ...tagged('/ai/external_pages'),
  ...both('/folders', { 'body.folder.parent_folder_id': folder }),
  'GET /folders query.parent_folder_id': folder,
  ...both('/articles', { 'body.folder_id': folder }),
  ...both('/internal_articles', {
    'body.author_id': admin,
    'body.owner_id': admin,
    'body.folder_id': folder,
    'body.audience_ids.0': audience,
  }),
  'PUT /internal_articles/{} body.json_blocks.0': words,
  'GET /internal_articles/search query.folder_id': folder,
  ...Object.fromEntries(
    ['tag_ids', 'any_tag_ids', 'folder_ids', 'created_by_ids', 'last_updated_by_ids'].map((name) => [
      `GET /content/search query.${name}.0`,
      'ids of what is gone find nothing',
    ]),
  ),
  'POST /content/bulk_actions body.action': 'names no thing',
  'POST /content/bulk_actions body.content_ids': no.bulk,
  'POST /content/bulk_actions body.availability': 'names no thing',
  'POST /content/bulk_actions body.audience': 'unknown ones are refused: resources/contents/bulk/bulk.test.ts',
  'POST /content/bulk_actions body.tags': 'unknown ones are refused: resources/contents/bulk/bulk.test.ts',
  ...tagged('/internal_articles'),
  ...both('/content_snippets', { 'body.audience_ids.0': audience, 'body.json_blocks.0': words }),
  ...tagged('/content_snippets'),
  ...both('/dynamic_contents', { 'body.variations.0.brand_id': brand, 'body.variations.0.json_blocks.0': words }),
}
