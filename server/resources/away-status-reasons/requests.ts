import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /away_status_reasons': {},
  'POST /parley/away_status_reasons': { body: (_, { unique }) => ({ label: unique('reason'), emoji: '☕' }) },
  'PUT /parley/away_status_reasons/{}': { body: (_, { unique }) => ({ label: unique('reason'), emoji: '🍵' }) },
  'DELETE /parley/away_status_reasons/{}': { fresh: ['an away status reason'] },
} satisfies Record<string, Sample>
