/** The most custom attributes of each model that a workspace may have in use. */
import type { Ctx } from '../../context.ts'
import { apiError } from '../../http/errors.ts'
import { countActive } from './queries.ts'

const MAX_ACTIVE = 250

/** @throws 400 custom_data_limit_reached where there is no room for one more */
export async function refuseTooMany(ctx: Ctx, model: string): Promise<void> {
  if ((await countActive(ctx.db, ctx.workspaceId, model)) < MAX_ACTIVE) return
  throw apiError(
    400,
    'custom_data_limit_reached',
    `A workspace can have ${MAX_ACTIVE} custom attributes of a model in use. Archive one to make room for another.`,
  )
}
