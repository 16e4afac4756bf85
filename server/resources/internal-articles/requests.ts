import type { Sample } from '../../test/requests/request.ts'

const body: Sample['body'] = (given, { unique }) => ({
  title: unique('article'),
  body: unique('words'),
  author_id: Number(given['an admin']['id']),
  owner_id: Number(given['an admin']['id']),
  folder_id: given['a folder']['id'],
  audience_ids: [Number(given['an audience']['id'])],
  ai_chatbot_availability: true,
  ai_copilot_availability: true,
  ai_sales_agent_availability: true,
})
const needs: Sample['needs'] = ['an admin', 'a folder', 'an audience']

export default {
  'GET /internal_articles': {},
  'GET /internal_articles/search': {
    needs: ['a folder'],
    query: ({ 'a folder': { id } }) => ({ folder_id: String(id) }),
  },
  'GET /internal_articles/{}': {},
  'POST /internal_articles': { needs, body },
  'PUT /internal_articles/{}': { needs, body: (given, scene) => ({ ...body!(given, scene), locale: 'de' }) },
  'DELETE /internal_articles/{}': { fresh: ['an internal article'] },
} satisfies Record<string, Sample>
