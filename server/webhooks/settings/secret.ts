/** The secret that a webhook's notifications are signed with: 64 hex digits, sealed for this webhook only. */
import { randomBytes } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { sealFor } from '../secret-of.ts'
import { updateWebhookSecret } from './queries.ts'

/** @returns it, for the only time */
export async function giveSecret(ctx: Ctx, id: number): Promise<string> {
  const secret = randomBytes(32).toString('hex')
  const sealed = ctx.secrets.seal(secret, sealFor(ctx.workspaceId, id))
  await updateWebhookSecret(ctx.db, ctx.workspaceId, id, sealed, ctx.now)
  return secret
}
