import { NOBODY } from './ground.ts'
import { row, rows, type ErrorRow } from './row.ts'

export const tagsAndVisitors: ErrorRow[] = [
  row('POST /tags', 400, 'parameter_invalid', 'invalid tag parameters', () => ['/tags', { test: 'invalid' }]),
  row(
    'POST /tags',
    404,
    'company_not_found',
    'Company Not Found',
    () => ['/tags', { name: 'test', companies: [{ company_id: 'nobody' }] }],
    { until: '2.15' },
  ),
  row('POST /tags', 404, 'not_found', 'User Not Found', () => ['/tags', { name: 'test', users: [{ id: NOBODY }] }], {
    until: '2.15',
  }),
  row(
    'DELETE /tags/{}',
    400,
    'tag_has_dependent_objects',
    'Unable to delete Tag with dependent objects. Segments: Seg 1.',
    async ({ newTag, newSegment }) => {
      const tag = await newTag()
      await newSegment('Seg 1', { field: 'tag_id', operator: '=', value: tag })
      return [`/tags/${tag}`]
    },
  ),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /tags/{}': () => ['/tags/123'],
    'DELETE /tags/{}': () => ['/tags/123'],
    'GET /help_center/help_centers/{}': () => ['/help_center/help_centers/123'],
  }),
  ...rows(404, 'not_found', 'Visitor Not Found', {
    'GET /visitors': () => ['/visitors?user_id=nobody'],
    'PUT /visitors': () => ['/visitors', { user_id: 'nobody', name: 'Gareth' }],
  }),
  row(
    'POST /visitors/convert',
    400,
    'parameter_not_found',
    'visitor.id or visitor.user_id is a required parameter',
    async ({ newVisitor }) => {
      const { email } = await newVisitor()
      return ['/visitors/convert', { visitor: { email }, user: { email }, type: 'user' }]
    },
    { since: '2.17' },
  ),
  row('POST /visitors/convert', 400, 'parameter_not_found', 'user is a required parameter', async ({ newVisitor }) => {
    const { user_id } = await newVisitor()
    return ['/visitors/convert', { visitor: { user_id }, type: 'user' }]
  }),
  row('PUT /visitors', 400, 'parameter_invalid', "Custom attribute 'unheard' does not exist", () => [
    '/visitors',
    { user_id: 'nobody', custom_attributes: { unheard: 1 } },
  ]),
]
