/** Attributes that steps set, held against those of the workspace. */
import type { Ctx } from '../../../context.ts'
import { apiError, type ApiError } from '../../../http/errors.ts'
import { isReference } from '../../../placeholders/reference.ts'
import { listRelationshipsByName } from '../../custom-objects/link-queries.ts'
import { checkCustomAttributes } from '../../data-attributes/check.ts'
import { listAttributeTypes } from '../../data-attributes/queries.ts'
import type { ProcedureStep } from '../steps.ts'

/**
 * @param isLive false for a draft, whose values may be of another type than their attributes
 * @throws 404 for an attribute that is not there, or not any more
 * @throws 400 for a value for which the step would fail each time it is taken
 */
export async function checkAttributes(ctx: Ctx, steps: ProcedureStep[], isLive: boolean): Promise<void> {
  const { db, workspaceId } = ctx
  for (const step of steps) {
    if (step.type !== 'set_attribute') continue
    const { attribute_of: model, attribute_name: name, value } = step
    const [attribute] = await listAttributeTypes(db, workspaceId, model, [name])
    const isFixed = attribute && attribute.data_type !== 'relationship' && !isReference(value)
    // Objects that a value refers to come and go, and so do the links to them.
    if (isFixed && isLive) await checkCustomAttributes(db, workspaceId, model, { [name]: value })
    if (attribute || (await listRelationshipsByName(db, workspaceId, model, [name])).length > 0) continue
    throw UNKNOWN[model](name)
  }
}

const UNKNOWN: Record<'contact' | 'conversation', (name: string) => ApiError> = {
  contact: (name) => apiError(404, 'field_not_found', `Contact attribute '${name}' not found`, 'steps'),
  conversation: (name) =>
    apiError(404, 'conversation_attribute_not_found', `Conversation attribute '${name}' not found`, 'steps'),
}
