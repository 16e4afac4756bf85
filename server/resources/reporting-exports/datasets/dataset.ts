/**
 * A dataset: rows of one kind, and the attributes that a report may ask of each. An attribute is an SQL expression over
 * the tables that the dataset reads. The expressions are constants; values of a request are parameters.
 */
import { fragment, type Fragment } from '../../../db/pool.ts'
import { wordsOf } from './known-attributes.ts'

export interface Attribute {
  id: string
  /** Tells apart attributes of one id: with a dot between, it is before the id in the qualified id. */
  prefix: string
  name: string
  sql: Fragment
}

export interface Dataset {
  id: string
  name: string
  description: string
  /** The attribute by which rows belong to a period. */
  time: string
  /** `from …`, and joins. */
  from: Fragment
  /** The workspace, the time and the order of a row. */
  workspace: Fragment
  at: Fragment
  order: Fragment
  /** Rows that belong to it. */
  where: Fragment
  /** Rows that versions leave out which leave out conversations that no contact has written in. */
  answered?: Fragment
  attributes: Attribute[]
  /** Data attributes of these models are attributes, too; each with the column that holds them. */
  custom: { model: 'conversation' | 'contact'; prefix: string; column: Fragment }[]
}

export const attribute = (prefix: string, id: string, name: string, sql: Fragment): Attribute => ({
  id,
  prefix,
  name,
  sql,
})

/** The same prefix for several. */
export const attributesOf = (prefix: string, all: [id: string, name: string, sql: Fragment][]): Attribute[] =>
  all.map(([id, name, sql]) => attribute(prefix, id, name, sql))

/** The name of an admin, by an expression for the id. */
export const adminName = (workspace: Fragment, id: Fragment): Fragment => fragment`
  (select a.name from admins a where a.workspace_id = ${workspace} and a.id = ${id})`

/** Seconds between two times. */
export const seconds = (from: Fragment, to: Fragment): Fragment =>
  fragment`floor(extract(epoch from ${to} - ${from}))::int`

/** The measured attributes in the order of the known ones, with those that are not measured empty between them. */
export const inOrder = (known: string[], measured: Attribute[]): Attribute[] => [
  ...known.map((id) => measured.find((one) => one.id === id) ?? attribute(prefixOf(id), id, wordsOf(id), EMPTY)),
  ...measured.filter(({ id }) => !known.includes(id)),
]

const EMPTY = fragment`null::text`

function prefixOf(id: string): string {
  if (id.endsWith('_at')) return 'timestamp'
  if (id.endsWith('teammate_id') || id.endsWith('teammate_ids')) return 'teammate'
  return /_time(_|$)|^time_/.test(id) ? 'duration' : 'standard'
}
