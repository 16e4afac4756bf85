/** Custom attributes that change, each told by a part of the bot. */
import type { Ctx } from '../../context.ts'
import { checkCustomAttributes, mergeAttributes, type AttributeValues } from '../data-attributes/check.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { PlainOccurrence } from './record.ts'

/** @throws 400 parameter_invalid for an attribute that is not declared, or a value that is not of its type */
export async function updateAttributes(
  ctx: Ctx,
  thread: ThreadRow,
  values: AttributeValues | null | undefined,
): Promise<PlainOccurrence> {
  const kept = thread.custom_attributes as AttributeValues
  // An attribute may be named as something that every object has, such as `constructor`.
  const before = (name: string) => asText(Object.hasOwn(kept, name) ? kept[name] : null)
  const checked = await checkCustomAttributes(ctx.db, ctx.workspaceId, 'conversation', values, thread.id)
  const changed = Object.keys(checked).filter((name) => asText(checked[name]) !== before(name))
  if (changed.length === 0) return { parts: [], changes: {}, topics: [] }
  const bot = await getBot(ctx.db, ctx.workspaceId)
  return {
    parts: changed.map((name) => ({
      part_type: 'conversation_attribute_updated_by_admin',
      ...byAdmin(bot),
      event_details: {
        attribute: { name },
        value: { name: asText(checked[name]) ?? '', previous: before(name) },
      },
      created_at: ctx.now,
    })),
    changes: { custom_attributes: mergeAttributes(kept, checked) },
    topics: [],
  }
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
