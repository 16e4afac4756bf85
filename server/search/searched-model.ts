import type { Fragment } from '../db/pool.ts'
import type { SearchFields } from './fields.ts'

/** A list that can be searched, as `findPage` needs to know it. Each resource declares its own. */
export interface SearchedModel {
  table: Fragment
  search: SearchFields
  /** The rows of the table that are in the list. */
  listed: Fragment
  /** The fields of which a btree has the order. */
  orders: readonly string[]
  /** The side table with the numbers of custom attributes. */
  numbers?: Fragment
}
