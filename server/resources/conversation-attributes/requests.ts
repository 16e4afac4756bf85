import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /conversations/attributes': {},
  'POST /conversations/attributes': {
    needs: ['a team'],
    body: ({ 'a team': team }, { unique }) => ({
      name: unique('attribute'),
      data_type: 'list',
      options: [{ label: unique('one') }, { label: unique('two') }],
      description: unique('description'),
      visible_to_team_ids: [team['id']],
    }),
  },
  'GET /conversations/attributes/{}': {},
  'PUT /conversations/attributes/{}': {
    needs: ['a team'],
    body: ({ 'a team': team }, { unique }) => ({
      name: unique('attribute'),
      visible_to_team_ids: [team['id']],
    }),
  },
  'DELETE /conversations/attributes/{}': { fresh: ['a conversation attribute'] },
  'POST /conversations/attributes/{}/options': {
    fresh: ['a conversation attribute'],
    body: (_, { unique }) => ({ label: unique('option') }),
  },
  'PUT /conversations/attributes/{}/options/{}': { body: (_, { unique }) => ({ label: unique('option') }) },
  'DELETE /conversations/attributes/{}/options/{}': { fresh: ['a conversation attribute'] },
} satisfies Record<string, Sample>
