import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { parameterInvalid, parameterMissing } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Nullable } from '../../../schema/types.ts'
import { isNameTaken } from '../../conversation-attributes/queries.ts'
import { isBuiltIn } from '../../data-attributes/built-in.ts'
import { readName } from '../../data-attributes/definition.ts'
import { findNamesake } from '../../data-attributes/queries.ts'
import { nameTaken, readOwnName, refuseTooMany } from './attributes.ts'
import { Cardinality, CustomObjectType, presentCustomObjectType, RelatedTo } from './custom-object-type.ts'
import { insertRelationship, isTakenOnType } from './part-queries.ts'
import { findType, getType } from './queries.ts'

export const createCustomObjectRelationship = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/custom_object_types/{custom_object_type_identifier}/relationships',
  group: 'Custom object types',
  summary: 'Relate a type of custom objects to something else',
  description:
    'To contacts, to conversations, or to custom objects of a type. Both sides have an attribute that holds the ' +
    'links: `name` is that of the objects, `related_name` that of the other side.',
  params: Type.Object({ custom_object_type_identifier: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.String({ maxLength: 190 }), 'The attribute of the objects that holds the links.'),
      related_to: described(RelatedTo, 'The kind of objects on the other side.'),
      related_type: described(
        Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
        'For custom objects, the identifier of their type.',
      ),
      related_name: described(Type.String({ maxLength: 190 }), 'The attribute of the other side that holds the links.'),
      cardinality: Cardinality,
    }),
    'The new relationship.',
  ),
  reply: CustomObjectType,
  answer: 'The type with its relationships.',
  refusals: { 409: 'An attribute or a relationship of a type has the name.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const { related_to, cardinality } = body
    const name = readOwnName(body.name)
    await lockWorkspace(db, workspaceId)
    const type = await getType(db, workspaceId, params.custom_object_type_identifier)
    if (await isTakenOnType(db, workspaceId, type.id, name)) throw nameTaken(name)
    refuseTooMany(type)
    const related =
      related_to === 'custom_object'
        ? await readRelatedType(ctx, type.id, name, body)
        : { related_type_id: null, related_name: await readRelatedName(ctx, related_to, body.related_name) }
    const relationship = { type_id: type.id, name, related_to, cardinality, ...related, created_at: ctx.now }
    await insertRelationship(db, workspaceId, relationship)
    return presentCustomObjectType(await getType(db, workspaceId, type.identifier))
  },
})

interface Related {
  related_type?: string | null
  related_name: string
}

async function readRelatedType(ctx: Ctx, typeId: number, name: string, given: Related) {
  if (!given.related_type) throw parameterMissing('related_type')
  const related = await findType(ctx.db, ctx.workspaceId, given.related_type)
  if (!related) throw parameterInvalid('related_type is the identifier of no type of custom objects', 'related_type')
  const related_name = readOwnName(given.related_name)
  const isOwn = related.id === typeId && related_name === name
  if (isOwn || (await isTakenOnType(ctx.db, ctx.workspaceId, related.id, related_name))) throw nameTaken(related_name)
  return { related_type_id: related.id, related_name }
}

async function readRelatedName(ctx: Ctx, model: 'contact' | 'conversation', given: string): Promise<string> {
  const name = readName(given)
  if (await IS_TAKEN[model](ctx, name)) throw nameTaken(name)
  return name
}

const IS_TAKEN = {
  contact: async ({ db, workspaceId }: Ctx, name: string) =>
    isBuiltIn('contact', name) || (await findNamesake(db, workspaceId, name)) !== undefined,
  conversation: ({ db, workspaceId }: Ctx, name: string) => isNameTaken(db, workspaceId, name),
}
