import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

const period = { created_at_after: 1, created_at_before: 2 }

export default [
  row(
    'POST /export/content/data',
    429,
    'rate_limit_exceeded',
    'Exceeded rate limit of 1 pending message data export jobs',
    async (_, client) => {
      await client.post('/export/content/data', period)
      return ['/export/content/data', period]
    },
    { limited: true },
  ),
] satisfies ErrorRow[]
