/** Headers of a connector: names as they are, values sealed. */
import type { DataConnectorVersionsRow } from '../../db/types/data_connector_versions.ts'
import { faultOfName } from '../../outgoing/framing-headers.ts'
import type { Secrets } from '../../secrets.ts'
import { invalid } from './invalid.ts'
import { piecesOf } from './placeholders.ts'

export interface Header {
  name: string
  value: string
}

const UNREADABLE = 'The headers cannot be read with the key that this server has: give them again'

/** True if the value holds no control characters, with which it could write headers of its own. */
export const isHeaderValue = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

/** @throws 422 parameter_invalid */
export function checkHeader({ name, value }: Header): void {
  const trimmed = name.trim()
  const fault = faultOfName(trimmed)
  if (fault === 'malformed') throw invalid('The name of a header is not valid')
  if (fault === 'framing') throw invalid(`The header ${trimmed} cannot be set`)
  if (!isHeaderValue(value)) throw invalid(`The value of the header ${trimmed} is not valid`)
  if (isOpenType({ name: trimmed, value })) throw invalid(OPEN_TYPE)
}

/** The type says how values are escaped in the body: one that a value could choose would let it out of its string. */
export const isOpenType = ({ name, value }: Header): boolean =>
  name.toLowerCase() === 'content-type' && piecesOf(value).some((piece) => 'name' in piece)

export const OPEN_TYPE = 'The header Content-Type must not hold placeholders'

/** Stands for a value that is not shown. */
export const HIDDEN = '****'

/** A value that was sealed for one connector does not open for another. */
const purpose = (workspaceId: number, connectorId: number) => `data connector ${workspaceId} ${connectorId}`

/** @returns null without headers */
export const sealHeaders = (
  { secrets, workspaceId }: { secrets: Secrets; workspaceId: number },
  connectorId: number,
  headers: Header[],
): Buffer | null =>
  headers.length === 0
    ? null
    : secrets.seal(JSON.stringify(headers.map(({ value }) => value)), purpose(workspaceId, connectorId))

/** @throws where the key of the server is another than the one that they were sealed with */
export function openHeaders(
  secrets: Secrets,
  row: Pick<DataConnectorVersionsRow, 'workspace_id' | 'connector_id' | 'header_names' | 'header_values'>,
): Header[] {
  if (row.header_values === null) return []
  const values: string[] = JSON.parse(secrets.open(row.header_values, purpose(row.workspace_id, row.connector_id)))
  return row.header_names.map((name, at) => ({ name, value: values[at]! }))
}

/** @throws 422 parameter_invalid where the key of the server is another */
export function readHeaders(secrets: Secrets, row: Parameters<typeof openHeaders>[1]): Header[] {
  try {
    return openHeaders(secrets, row)
  } catch {
    throw invalid(UNREADABLE)
  }
}
