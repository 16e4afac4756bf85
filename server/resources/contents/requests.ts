import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /content/search': {
    needs: ['an internal article', 'a folder', 'a tag', 'an admin'],
    query: ({ 'a folder': folder, 'a tag': tag, 'an admin': admin }, { mark }) => ({
      query: mark,
      states: 'published',
      locales: 'en,fr',
      tag_ids: String(tag['id']),
      tag_operator: 'NIN',
      any_tag_ids: String(tag['id']),
      folder_ids: String(folder['id']),
      folder_entity_type: 'folder',
      content_types: 'internal_article',
      copilot_state: 'off',
      fin_service_state: 'off',
      fin_sales_state: 'off',
      created_by_ids: String(admin['id']),
      last_updated_by_ids: String(admin['id']),
      created_at_after: '1',
      created_at_before: '4000000000',
      updated_at_after: '1',
      updated_at_before: '4000000000',
    }),
  },
  'POST /content/bulk_actions': {
    needs: ['an internal article', 'a tag'],
    body: ({ 'an internal article': article, 'a tag': tag }) => ({
      action: 'update_tags',
      content_ids: [{ type: 'internal_article', id: article['id'] }],
      tags: { add_tag_ids: [Number(tag['id'])] },
      availability: { ai_agent: true },
      audience: { remove_all: false },
    }),
  },
} satisfies Record<string, Sample>
