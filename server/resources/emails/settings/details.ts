/** Properties of a sender address in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { EMAIL } from '../../../email.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { given } from '../../../http/given.ts'
import { getBrand } from '../../brands/queries.ts'
import { refuseTakenAddress } from './queries.ts'

const Address = Type.String({
  maxLength: 255,
  description: 'An address that no other sender address of the workspace has.',
})
const details = {
  brand_id: Type.Optional(Type.String({ description: 'Its brand; the default one if it is left out.' })),
  verified: Type.Optional(Type.Boolean({ description: 'True if mails may come from it.' })),
  forwarding_enabled: Type.Optional(
    Type.Boolean({ description: 'True if mails to it are forwarded to the workspace.' }),
  ),
  default: Type.Optional(
    Type.Boolean({ description: 'The address that mails of its brand come from: true takes it from another.' }),
  ),
}
export const NewEmailSetting = Type.Object({ email: Address, ...details })
export const EmailSettingDetails = Type.Object({ email: Type.Optional(Address), ...details })

/**
 * The workspace must be locked.
 * @param id null for a new address
 * @throws 400 parameter_invalid, 404 not_found for the brand, 409 conflict where another has the address
 */
export async function readDetails(ctx: Ctx, body: Static<typeof EmailSettingDetails>, id: number | null) {
  const email = body.email?.trim()
  if (email !== undefined) {
    if (!EMAIL.test(email) || /[<>(),;:"\\]/.test(email))
      throw parameterInvalid('email is not a valid address', 'email')
    await refuseTakenAddress(ctx.db, ctx.workspaceId, email, id)
  }
  const brand =
    body.brand_id === undefined ? undefined : await getBrand(ctx.db, ctx.workspaceId, body.brand_id, ctx.workspace)
  const { verified, forwarding_enabled } = body
  return given({ email, brand_id: brand?.id, verified, forwarding_enabled, is_default: body.default })
}
