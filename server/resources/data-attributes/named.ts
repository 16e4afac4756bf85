import type { Ctx } from '../../context.ts'
import { knownAttributes, type KnownAttributes } from '../../search/index/known-attributes.ts'
import { listAttributeTypes } from './queries.ts'

/** What a search must know of the attributes that it names: see `knownAttributes`. */
export const attributesNamed = (
  { db, workspaceId }: Ctx,
  model: 'contact' | 'company',
  names: string[],
  mayRemember: boolean,
): Promise<KnownAttributes> =>
  knownAttributes(db, workspaceId, model, names, mayRemember, () => listAttributeTypes(db, workspaceId, model, names))
