/** Contacts of which single columns are known, inserted by SQL: most columns are set by no operation. */
import type { Pool } from '../../db/pool.ts'
import { hexId } from '../../ids.ts'
import type { TestApp } from '../app.ts'

export interface Column {
  name: string
  type: string
  nullable: boolean
}

type Row = Record<string, unknown>
export type Side = 'user' | 'lead'

/** The columns that the migrated schema has, without those that PostgreSQL computes. */
export async function contactColumns(db: Pool): Promise<Column[]> {
  return db<Column[]>`
    select column_name as name, data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns
    where table_schema = 'public' and table_name = 'contacts' and is_generated = 'NEVER'
    order by ordinal_position`
}

/** A value of the column's type that is not its default, another one for each side. */
export function valueFor({ name, type, nullable }: Column, side: Side, given: Record<Side, Row>): unknown {
  if (name in given[side]) return given[side][name]
  const is = side === 'user'
  switch (type) {
    case 'text':
      return `${name} of the ${side}`
    case 'boolean':
      return !(is && nullable)
    case 'integer':
      return is ? 3 : 4
    case 'timestamp with time zone':
      return new Date(is ? '2024-05-06T07:08:09Z' : '2023-04-05T06:07:08Z')
    case 'ARRAY':
      // One of them is on both sides.
      return is ? ['11', '12'] : ['12', '13']
    default:
      throw new Error(`contacts.${name} is of a type without a sample (${type}): add a value for each side`)
  }
}

export async function insertContact({ db, clock }: TestApp, workspace_id: number, row: Row): Promise<string> {
  const id = hexId(clock.now())
  const json = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, JSON_COLUMNS.has(name) ? db.json(value as never) : value]),
  )
  const made = new Date('2022-03-04T05:06:07Z')
  await db`insert into contacts ${db({ workspace_id, id, created_at: made, updated_at: made, ...json } as never)}`
  return id
}

const JSON_COLUMNS = new Set(['custom_attributes', 'social_profiles'])

export async function readContact(db: Pool, workspaceId: number, id: string): Promise<Row> {
  const [row] = await db<Row[]>`select * from contacts where workspace_id = ${workspaceId} and id = ${id}`
  return row!
}
