/** The SQL of the settings of the AI agent. */
import type { Db } from '../../../db/pool.ts'
import type { FinSettingsRow } from '../../../db/types/fin_settings.ts'

export type Settings = Omit<FinSettingsRow, 'workspace_id' | 'updated_at'>

const DEFAULTS: Settings = {
  enabled: true,
  asks_for_rating: true,
  rating_hours: 72,
  quiet_minutes: 15,
  takes_input: true,
  assignee_type: null,
  assignee_id: null,
}

export async function readSettings(db: Db, workspaceId: number): Promise<Settings> {
  const [row] = await db<FinSettingsRow[]>`select * from fin_settings where workspace_id = ${workspaceId}`
  return row ?? DEFAULTS
}

export async function writeSettings(db: Db, workspaceId: number, settings: Settings, now: Date): Promise<void> {
  const row = { workspace_id: workspaceId, ...settings, updated_at: now }
  await db`
    insert into fin_settings ${db(
      row,
      'workspace_id',
      'enabled',
      'asks_for_rating',
      'rating_hours',
      'quiet_minutes',
      'takes_input',
      'assignee_type',
      'assignee_id',
      'updated_at',
    )}
    on conflict (workspace_id) do update set
      enabled = excluded.enabled, asks_for_rating = excluded.asks_for_rating, rating_hours = excluded.rating_hours,
      quiet_minutes = excluded.quiet_minutes, takes_input = excluded.takes_input,
      assignee_type = excluded.assignee_type, assignee_id = excluded.assignee_id, updated_at = excluded.updated_at`
}
