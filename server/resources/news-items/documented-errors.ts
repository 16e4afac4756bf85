import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const NOWHERE = '/news/news_items/999999999'

export default rows(404, 'not_found', 'Resource Not Found', {
  'GET /news/news_items/{}': () => [NOWHERE],
  'PUT /news/news_items/{}': ({ adminId }) => [NOWHERE, { title: 'Christmas is here!', sender_id: adminId }],
  'DELETE /news/news_items/{}': () => [NOWHERE],
}) satisfies ErrorRow[]
