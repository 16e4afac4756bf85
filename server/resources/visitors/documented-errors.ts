import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
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
] satisfies ErrorRow[]
