import type { Sample } from '../../test/requests/request.ts'

const body: Sample['body'] = ({ 'an import source': source }, { unique }) => ({
  title: unique('page'),
  html: `<p>${unique('words')}</p>`,
  url: 'https://example.com/page',
  ai_agent_availability: true,
  ai_copilot_availability: true,
  ai_sales_agent_availability: true,
  locale: 'en',
  source_id: source['id'],
  external_id: unique('external'),
})

export default {
  'GET /ai/external_pages': { needs: ['an external page'] },
  'GET /ai/external_pages/{}': {},
  'POST /ai/external_pages': { needs: ['an import source'], body },
  'PUT /ai/external_pages/{}': {
    needs: ['an import source'],
    body: (given, scene) => ({ ...body!(given, scene), fin_availability: false }),
  },
  'DELETE /ai/external_pages/{}': { fresh: ['an external page'] },
} satisfies Record<string, Sample>
