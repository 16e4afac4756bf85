import type { Sample } from '../../test/requests/request.ts'

export default {
  'PUT /parley/brands/{}': {
    needs: ['a help center'],
    body: ({ 'a help center': center }, { unique }) => ({ name: unique('brand'), help_center_id: center['id'] }),
  },
  'DELETE /parley/brands/{}': { fresh: ['a brand'] },
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
} satisfies Record<string, Sample>
