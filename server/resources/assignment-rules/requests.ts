import type { Sample } from '../../test/requests/request.ts'

const INVOICES = { field: 'source.body', operator: '~', value: 'zzinvoice' }

export default {
  'GET /parley/assignment_rules': {},
  'GET /parley/assignment_rules/{}': {},
  'POST /parley/assignment_rules': {
    needs: ['a team'],
    body: ({ 'a team': team }, { unique }) => ({
      name: unique('rule'),
      conditions: INVOICES,
      assign_to: { type: 'team', id: team['id'] },
    }),
  },
  'PUT /parley/assignment_rules/{}': {
    needs: ['a team'],
    body: ({ 'a team': team }, { unique }) => ({
      name: unique('rule'),
      conditions: INVOICES,
      assign_to: { type: 'team', id: team['id'] },
    }),
  },
  'DELETE /parley/assignment_rules/{}': { fresh: ['an assignment rule'] },
} satisfies Record<string, Sample>
