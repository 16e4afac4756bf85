import type { Sample } from '../../test/requests/request.ts'

export default {
  'PUT /parley/emails/{}': {
    needs: ['a brand'],
    body: ({ 'a brand': brand }, { unique }) => ({
      email: `${unique('help').replaceAll(' ', '-')}@example.com`,
      brand_id: brand['id'],
    }),
  },
} satisfies Record<string, Sample>
