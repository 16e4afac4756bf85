/** A message may be older than the request: conversations are brought from elsewhere. */
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { described, TimeInput } from '../../schema/types.ts'

export const Backdated = described(
  Type.Optional(TimeInput),
  'When it was written, if that was before now: for conversations from elsewhere.',
)

/** @throws 400 parameter_invalid for a time to come */
export function timeOf(ctx: Ctx, createdAt: number | undefined): Date {
  if (createdAt === undefined || !ctx.has('BackdateMessages')) return ctx.now
  const at = fromUnix(createdAt)
  if (at > ctx.now) throw parameterInvalid('created_at must not be in the future', 'created_at')
  return at
}
