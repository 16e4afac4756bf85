/** Objects with everything that they are linked to. */
import type { Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { presentInstance, type CustomObject, type InstanceRow } from './instance.ts'
import { findLinked } from './links.ts'
import { readLinks } from './read-type.ts'
import { findReferred, show } from './references.ts'
import type { TypeRow } from './settings/custom-object-type.ts'

type Shown = Static<typeof CustomObject>

/** @param rows objects of one type */
export async function presentInstances(ctx: Ctx, type: TypeRow, rows: InstanceRow[]): Promise<Shown[]> {
  const linked = await findLinked(ctx, await readLinks(ctx, type), rows)
  const attributes = rows.map((row) => ({ ...(row.custom_attributes as object), ...linked.get(row.id) }))
  const objects = await findReferred(ctx, attributes)
  return rows.map((row, at) => presentInstance(row, show(attributes[at]!, objects)))
}

export const presentOneInstance = async (ctx: Ctx, type: TypeRow, row: InstanceRow): Promise<Shown> =>
  (await presentInstances(ctx, type, [row]))[0]!
