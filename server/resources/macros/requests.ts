import type { Sample } from '../../test/requests/request.ts'

const details: NonNullable<Sample['body']> = ({ 'a team': team }, { unique }) => ({
  name: unique('macro'),
  body: unique('words'),
  visible_to: 'specific_teams',
  visible_to_team_ids: [team['id']],
  available_on: ['inbox'],
})

export default {
  'GET /macros': {},
  'GET /macros/{}': {},
  'GET /parley/macros': {},
  'GET /parley/macros/{}': {},
  'POST /parley/macros': { needs: ['a team'], body: details },
  'PUT /parley/macros/{}': { fresh: ['a macro'], needs: ['a team'], body: details },
  'DELETE /parley/macros/{}': { fresh: ['a macro'] },
  'POST /parley/macros/{}/preview': {
    needs: ['a contact'],
    body: ({ 'a contact': contact }) => ({ contact_id: contact['id'] }),
  },
} satisfies Record<string, Sample>
