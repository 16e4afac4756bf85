/** Reads the rows of a query by a cursor of the database, a batch at a time. */
import type { Fragment, Transaction } from '../db/pool.ts'
import type { Row } from '../db/sql.ts'

const BATCH = 500
// Sent as plain text: a prepared FETCH would keep the columns of the cursor before.
const FETCH = `fetch forward ${BATCH} from export_rows`

/** One at a time in a transaction. Rows are as they were when the transaction began, if it is repeatable read. */
export async function* readRows(tx: Transaction, query: Fragment): AsyncGenerator<Row[]> {
  await tx`declare export_rows no scroll cursor for ${query}`
  for (;;) {
    const rows = await tx.unsafe(FETCH)
    if (rows.length === 0) break
    yield rows
  }
  await tx.unsafe('close export_rows')
}
