import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /brands': {},
  'GET /brands/{}': {},
  'POST /parley/brands': {
    needs: ['a help center'],
    body: ({ 'a help center': center }, { unique }) => ({ name: unique('brand'), help_center_id: center['id'] }),
  },
  'PUT /parley/brands/{}': {
    needs: ['a help center'],
    body: ({ 'a help center': center }, { unique }) => ({ name: unique('brand'), help_center_id: center['id'] }),
  },
  'DELETE /parley/brands/{}': { fresh: ['a brand'] },
} satisfies Record<string, Sample>
