import type { Sample } from '../../test/requests/request.ts'

const body: Sample['body'] = ({ 'an audience': audience }, { unique }) => ({
  title: unique('snippet'),
  body_markdown: unique('words'),
  locale: 'en',
  audience_ids: [Number(audience['id'])],
  ai_chatbot_availability: true,
  ai_copilot_availability: true,
  ai_sales_agent_availability: true,
})

export default {
  'GET /content_snippets': {},
  'GET /content_snippets/{}': {},
  'POST /content_snippets': { needs: ['an audience'], body },
  'PUT /content_snippets/{}': { needs: ['an audience'], body },
  'DELETE /content_snippets/{}': { fresh: ['a content snippet'] },
} satisfies Record<string, Sample>
