/** Properties of a brand in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { given, readText } from '../../../http/given.ts'
import { described, IdInput, Nullable } from '../../../schema/types.ts'
import { findHelpCenter } from '../../help-centers/queries.ts'
import { refuseTakenName } from './queries.ts'

const Name = Type.String({ maxLength: 255, description: 'A name that no other brand of the workspace has.' })
const details = {
  help_center_id: described(Type.Optional(Nullable(IdInput)), 'The id of the help center of the brand; null for none.'),
}
export const NewBrand = Type.Object({ name: Name, ...details })
export const BrandDetails = Type.Object({ name: Type.Optional(Name), ...details })

/**
 * The workspace must be locked.
 * @param id null for a new brand
 * @throws 400 parameter_invalid, 409 conflict where another brand has the name
 */
export async function readDetails({ db, workspaceId }: Ctx, body: Static<typeof BrandDetails>, id: number | null) {
  const name = body.name === undefined ? undefined : readText('name', body.name)
  if (name !== undefined) await refuseTakenName(db, workspaceId, name, id)
  const { help_center_id: center } = body
  if (center === undefined || center === null) return given({ name, help_center_id: center })
  const found = await findHelpCenter(db, workspaceId, center)
  if (!found) throw parameterInvalid('help_center_id names no help center', 'help_center_id')
  return given({ name, help_center_id: found.id })
}
