/** The audience of a banner: a condition on contacts. */
import type { Ctx } from '../../context.ts'
import type { BannersRow } from '../../db/types/banners.ts'
import { checkContactCondition, testContact } from '../contacts/conditions.ts'

/** @throws 400 as a search would */
export const checkAudience = (ctx: Ctx, audience: unknown): Promise<void> =>
  checkContactCondition(ctx, 'audience', audience)

/** @returns the banners whose audience the contact is in now */
export async function matching(ctx: Ctx, banners: BannersRow[], contactId: string): Promise<BannersRow[]> {
  const conditions = banners.map(({ audience }) => audience)
  const matches = await testContact(ctx, contactId, conditions)
  return banners.filter((_, at) => matches[at])
}
