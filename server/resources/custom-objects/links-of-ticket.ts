/**
 * References of tickets. A ticket is a conversation, and has the relationships of conversations: its `ticket_attributes`
 * take and show them, and its conversation stores them.
 */
import type { Ctx } from '../../context.ts'
import { linkedBy } from './links-of-holder.ts'

type Attributes = Record<string, unknown>

/**
 * @param self the id of the ticket, where there is one already
 * @returns the attributes that its type has, and the references: lists of ids, null where one is to be cleared
 * @throws 400 parameter_invalid
 */
export async function separateReferences(
  ctx: Ctx,
  typeNames: string[],
  given: Attributes,
  self: number | null,
): Promise<{ ofType: Attributes; references: Attributes }> {
  const others = Object.keys(given).filter((name) => !typeNames.includes(name))
  const links = await linkedBy(ctx, 'conversation', others)
  const references: Attributes = {}
  for (const [name, link] of links) references[name] = await link.read(given[name], self)
  const ofType = Object.fromEntries(Object.entries(given).filter(([name]) => !links.has(name)))
  return { ofType, references }
}
