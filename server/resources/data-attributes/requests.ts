import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /data_attributes': {},
  'POST /data_attributes': {
    body: (_, { unique }) => ({
      name: unique('attribute'),
      model: 'contact',
      data_type: 'string',
      label: unique('label'),
      options: [{ value: 'a' }, { value: 'b' }],
    }),
  },
  'PUT /data_attributes/{}': { body: (_, { unique }) => ({ label: unique('label') }) },
} satisfies Record<string, Sample>
