/**
 * Rows of many columns, read faster: the driver sets column after column of each row, which makes
 * objects that are slow to fill and to read. Here a row is made in one go, of the values it brings.
 *
 *   const rows = await wideRows<ContactsRow>(db`select * from contacts …`)
 */
import { LRUCache } from 'lru-cache'
import type postgres from 'postgres'

type MakeRow<Row> = (values: unknown[]) => Row

/** By the names of the columns. */
const makers = new LRUCache<string, MakeRow<never>>({ max: 200 })

/** @returns what the query itself would answer; two columns of one name are the last of them */
export async function wideRows<Row>(query: postgres.PendingQuery<postgres.Row[]>): Promise<Row[]> {
  const rows = await query.values()
  const names = rows.columns.map(({ name }) => name)
  const key = JSON.stringify(names)
  let make = makers.get(key) as MakeRow<Row> | undefined
  if (!make) {
    // Strings of JSON are strings of JavaScript, so that no name can be anything else; but one that is worked out
    // takes five times as long as one that is written, which of this name alone means something else.
    const members = names.map((name, at) => {
      const text = JSON.stringify(name)
      return `${name === '__proto__' ? `[${text}]` : text}: values[${at}]`
    })
    make = new Function('values', `return { ${members.join(', ')} }`) as MakeRow<Row>
    makers.set(key, make as MakeRow<never>)
  }
  return Array.from(rows as unknown[][], make)
}
