/** Everything that a workspace has stored, table by table. */
import type { Pool } from '../../db/pool.ts'
import { anyId, normalise } from '../normalise.ts'
import { IS_SEARCH, storedRows } from '../stored-rows.ts'

/** Tables that keep what happened, not what is: setting and clearing a field happened. */
export const HISTORY: Record<string, string> = {
  activity_logs: 'what admins changed',
  article_versions: 'words that articles had',
  bulk_items: 'what bulk jobs were handed',
  bulk_jobs: 'bulk jobs',
  bulk_tasks: 'what bulk jobs were handed',
  contact_activities: 'what happened to contacts',
  events: 'the outbox',
  plans: 'names of plans that companies had',
  count_deltas: 'changes of totals until they are folded',
  counts: 'totals, once deltas are folded',
  office_hours_in_force: 'schedules that were in force',
  thread_parts: 'what happened in a conversation',
  webhook_notifications: 'what webhooks are to be told',
}
/** Columns that tell when, after which event, by which version or how often a row was changed. */
const TOUCHED = /^(updated_at|version_id|notified_at|fanned_out_to|count_conversation_parts)$/
/** The number of a ticket goes on from the last one of the workspace. */
const NUMBERED = 'ticket_number'

export type Rows = Record<string, readonly string[]>

/** @returns each table's rows as texts, without ids where they are to be compared with another workspace's */
export async function workspaceRows(
  db: Pool,
  workspaceId: number,
  { ids = true, history = false }: { ids?: boolean; history?: boolean } = {},
): Promise<Rows> {
  const tables = [...(await storedRows(db, workspaceId))].filter(
    ([name]) => !IS_SEARCH.test(name) && (history || !Object.hasOwn(HISTORY, name)),
  )
  return Object.fromEntries(tables.map(([name, rows]) => [name, textsOf(rows, ids)]))
}

/** Texts of a table that is as it was are the same array, too. */
const tableTexts = {
  withIds: new WeakMap<readonly string[], string[]>(),
  without: new WeakMap<readonly string[], string[]>(),
}

function textsOf(rows: readonly string[], ids: boolean): readonly string[] {
  const known = ids ? tableTexts.withIds : tableTexts.without
  const texts = known.get(rows) ?? rows.map((row) => textOf(row, ids)).toSorted()
  known.set(rows, texts)
  return texts
}

/** Most rows are read again and again, unchanged. */
const texts = { withIds: new Map<string, string>(), without: new Map<string, string>() }

function textOf(row: string, ids: boolean): string {
  const known = ids ? texts.withIds : texts.without
  let text = known.get(row)
  if (text === undefined) known.set(row, (text = readText(JSON.parse(row), ids)))
  return text
}

function readText(row: Record<string, unknown>, ids: boolean): string {
  const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !TOUCHED.test(name)))
  if (ids) return JSON.stringify(kept)
  return JSON.stringify(normalise({ ...kept, ...(NUMBERED in kept && { [NUMBERED]: '#' }) }, anyId))
}

/** Differences: rows that only one of them has. */
export function difference(before: Rows, after: Rows): Record<string, { gone: string[]; added: string[] }> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const entries = names.map((name) => {
    const [old, young] = [before[name] ?? [], after[name] ?? []]
    if (old === young) return [name, { gone: [], added: [] }] as const
    return [name, { gone: without(old, young), added: without(young, old) }] as const
  })
  return Object.fromEntries(entries.filter(([, { gone, added }]) => gone.length > 0 || added.length > 0))
}

/** The texts that `others` has not, or not as often. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1)
  return texts.filter((text) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}
