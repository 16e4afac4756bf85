import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /emails': {},
  'GET /emails/{}': {},
  'POST /parley/emails': {
    needs: ['a brand'],
    body: ({ 'a brand': brand }, { unique }) => ({
      email: `${unique('support').replaceAll(' ', '-')}@example.com`,
      brand_id: brand['id'],
      verified: true,
      forwarding_enabled: true,
      default: true,
    }),
  },
  'PUT /parley/emails/{}': {
    needs: ['a brand'],
    body: ({ 'a brand': brand }, { unique }) => ({
      email: `${unique('help').replaceAll(' ', '-')}@example.com`,
      brand_id: brand['id'],
    }),
  },
  'DELETE /parley/emails/{}': { fresh: ['a sender address'] },
} satisfies Record<string, Sample>
