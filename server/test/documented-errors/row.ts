/**
 * A row of the table of documented errors: which operation answers what, and the request that makes it do so.
 *
 *   row('GET /tags/{}', 404, 'not_found', 'Resource Not Found', () => ['/tags/0'])
 *
 * Rows stand in a file for each group, which index.ts lists. Each is run in the oldest, the newest
 * stable and the newest version of those that it is said of and that have the operation.
 */
import type { Client } from '../app.ts'
import type { Ground } from './ground.ts'

/** The path with its query, and the body. */
export type Asked = [path: string, body?: object]

export interface ErrorRow {
  /** As `versions/` names it. */
  operation: string
  status: number
  code: string
  /** A pattern where an id or an amount of the request stands in it. */
  message: string | RegExp
  /** The field that the error names, if the answer has one. */
  field?: string
  /** The first and the last version that answers so; left out where all versions of the operation do. */
  since?: string
  until?: string
  /** On a server with the limits of the hosted product. */
  limited?: true
  /** Makes what the error needs. The client speaks the version in which the request is going to be made. */
  provoke(ground: Ground, client: Client): Asked | Promise<Asked>
}

type Extent = Pick<ErrorRow, 'field' | 'since' | 'until' | 'limited'>

export const row = (
  operation: string,
  status: number,
  code: string,
  message: string | RegExp,
  provoke: ErrorRow['provoke'],
  extent: Extent = {},
): ErrorRow => ({ operation, status, code, message, provoke, ...extent })

/** One error that several operations answer in the same way. */
export const rows = (
  status: number,
  code: string,
  message: string | RegExp,
  provocations: Record<string, ErrorRow['provoke']>,
  extent: Extent = {},
): ErrorRow[] =>
  Object.entries(provocations).map(([operation, provoke]) => row(operation, status, code, message, provoke, extent))
