/** The SQL of data connectors and their versions. */
import { fragment, type Db } from '../../db/pool.ts'
import type { DataConnectorVersionsRow } from '../../db/types/data_connector_versions.ts'
import type { DataConnectorsRow } from '../../db/types/data_connectors.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { FIELD_TYPES, INPUT_TYPES } from './data-connector.ts'

export interface DataInput {
  name: string
  type: (typeof INPUT_TYPES)[number]
  description: string | null
  required: boolean
  default_value: string
}

export interface ResponseField {
  path: string
  type: (typeof FIELD_TYPES)[number]
  example_value: unknown
  redacted: boolean
}

/** A connector with one of its versions; `id` and `created_at` are the version's. */
export type ConnectorRow = DataConnectorVersionsRow &
  Pick<DataConnectorsRow, 'state' | 'created_by_admin_id' | 'updated_by_admin_id' | 'updated_at'> & {
    connector_created_at: Date
    /** The version that was published last. */
    published_id: number | null
  }

export type StateVersion = 'draft' | 'live'

const columns = fragment`
  v.*, c.state, c.created_by_admin_id, c.updated_by_admin_id, c.updated_at, c.created_at as connector_created_at,
  (select max(p.id) from data_connector_versions p
    where p.workspace_id = c.workspace_id and p.connector_id = c.id and p.published_at is not null) as published_id`

/**
 * The version of a connector in a state: its draft, or what it does when it is run. A draft without changes is the
 * published version; a connector that is not live shows its draft either way.
 */
const versionIn = (state: StateVersion) => fragment`
  lateral (
    select * from data_connector_versions v
    where v.workspace_id = c.workspace_id and v.connector_id = c.id
      and (${state} = 'draft' or c.state = 'draft' or v.published_at is not null)
    order by v.id desc limit 1) v`

/** @throws 404 data_connector_not_found */
export async function getConnector(
  db: Db,
  workspaceId: number,
  id: string | number,
  state: StateVersion = 'live',
): Promise<ConnectorRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ConnectorRow[]>`
          select ${columns} from data_connectors c, ${versionIn(state)}
          where c.workspace_id = ${workspaceId} and c.id = ${number}`
  if (!row) throw notFound('data_connector')
  return row
}

/** The same, locked until the transaction ends. */
export async function lockConnector(db: Db, workspaceId: number, id: string): Promise<ConnectorRow> {
  const number = numberId(id)
  if (number === undefined) throw notFound('data_connector')
  await db`select from data_connectors where workspace_id = ${workspaceId} and id = ${number} for update`
  return getConnector(db, workspaceId, number, 'draft')
}

/** Most recently updated first. */
export const listConnectors = (
  db: Db,
  workspaceId: number,
  after: { at: Date; id: number } | undefined,
  limit: number,
): Promise<ConnectorRow[]> => db<ConnectorRow[]>`
  select ${columns} from data_connectors c, ${versionIn('live')}
  where c.workspace_id = ${workspaceId}
    ${after ? fragment`and (c.updated_at, c.id) < (${after.at}, ${after.id})` : fragment``}
  order by c.updated_at desc, c.id desc limit ${limit}`

/** Columns that a configuration may write. */
const CHANGEABLE = [
  'name',
  'description',
  'internal_description',
  'http_method',
  'url',
  'body',
  'header_names',
  'header_values',
  'direct_fin_usage',
  'audiences',
  'token_ids',
  'data_inputs',
  'mock_response',
  'response_fields',
  'customer_authentication',
  'bypass_authentication',
  'validate_missing_attributes',
] as const
export type Configuration = Pick<DataConnectorVersionsRow, (typeof CHANGEABLE)[number]>

export async function insertConnector(db: Db, workspaceId: number, adminId: number, now: Date): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    insert into data_connectors (workspace_id, created_by_admin_id, updated_by_admin_id, created_at, updated_at)
    values (${workspaceId}, ${adminId}, ${adminId}, ${now}, ${now}) returning id`
  return row.id
}

/** Makes the draft of a connector, which must not have one. */
export async function insertDraft(
  db: Db,
  workspaceId: number,
  of: { connector_id: number; author_admin_id: number; created_at: Date },
  configuration: Partial<Configuration>,
): Promise<void> {
  const row = { workspace_id: workspaceId, ...of, ...configuration }
  await db`
    insert into data_connector_versions ${db(
      row,
      'workspace_id',
      'connector_id',
      'author_admin_id',
      'created_at',
      ...CHANGEABLE,
    )}`
}

export async function updateDraft(
  db: Db,
  workspaceId: number,
  id: number,
  changes: Partial<Configuration> & { author_admin_id: number },
): Promise<void> {
  await db`
    update data_connector_versions set ${db(changes, 'author_admin_id', ...CHANGEABLE)}
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function publishVersion(db: Db, workspaceId: number, id: number, now: Date): Promise<void> {
  await db`
    update data_connector_versions set published_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and published_at is null`
}

export async function updateConnector(
  db: Db,
  workspaceId: number,
  id: number,
  changes: { state?: string; updated_by_admin_id: number; updated_at: Date },
): Promise<void> {
  await db`
    update data_connectors set ${db(changes, 'state', 'updated_by_admin_id', 'updated_at')}
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteConnector(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from data_connectors where workspace_id = ${workspaceId} and id = ${id}`
}

/** Versions of a connector that was published once, newest first. */
export const listVersions = (
  db: Db,
  workspaceId: number,
  connectorId: number,
  before: number | undefined,
  limit: number,
): Promise<ConnectorRow[]> => db<ConnectorRow[]>`
  select ${columns} from data_connectors c
  join data_connector_versions v on v.workspace_id = c.workspace_id and v.connector_id = c.id
  where c.workspace_id = ${workspaceId} and c.id = ${connectorId}
    and (${before ?? null}::bigint is null or v.id < ${before ?? null}::bigint)
  order by v.id desc limit ${limit}`

/** @throws 404 data_connector_version_not_found */
export async function getVersion(db: Db, workspaceId: number, connectorId: number, id: string): Promise<ConnectorRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<ConnectorRow[]>`
          select ${columns} from data_connectors c
          join data_connector_versions v on v.workspace_id = c.workspace_id and v.connector_id = c.id
          where c.workspace_id = ${workspaceId} and c.id = ${connectorId} and v.id = ${number}`
  if (!row || row.published_id === null)
    throw apiError(404, 'data_connector_version_not_found', 'Data connector version not found')
  return row
}

export async function updateNote(db: Db, workspaceId: number, id: number, note: string | null): Promise<void> {
  await db`update data_connector_versions set note = ${note} where workspace_id = ${workspaceId} and id = ${id}`
}
