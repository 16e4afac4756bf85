import type { Static } from 'typebox'
import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { given } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { readTime } from '../data-attributes/value.ts'
import { CustomAttributes, described, IdInput, Nullable, shownAs, TimeInput } from '../../schema/types.ts'
import { mergeAttributes, type AttributeValues } from '../data-attributes/check.ts'
import { CustomObject } from './instance.ts'
import * as queries from './instance-queries.ts'
import { presentOneInstance } from './present.ts'
import { readLinks, readType } from './read-type.ts'
import type { TypeRow } from './settings/custom-object-type.ts'
import { readValues, writeLinks, type ReadValues } from './values.ts'

const ExternalTime = shownAs(Nullable(TimeInput), Type.Unknown())

const Body = Type.Object({
  external_id: described(
    Type.Optional(Nullable(IdInput)),
    'The id that the object has in your own system. An object of the type that has it is updated; without one the object is new.',
  ),
  external_created_at: described(
    Type.Optional(ExternalTime),
    'When the object was created in your own system; a value that is no time counts as null.',
  ),
  external_updated_at: described(
    Type.Optional(ExternalTime),
    'When the object last changed in your own system; a value that is no time counts as null.',
  ),
  custom_attributes: described(
    Type.Optional(Nullable(CustomAttributes)),
    'Values of the attributes of the type by name; attributes that are not named stay, and null clears one. A ' +
      'relationship takes an id or a list of ids, and unknown ids are skipped.',
  ),
})

export const createCustomObjectInstance = operation({
  method: 'POST',
  path: '/custom_object_instances/{custom_object_type_identifier}',
  group: 'Custom Object Instances',
  scopes: ['read_write_custom_object_instances'],
  summary: 'Create or update a custom object',
  description: 'An object of the type that has the `external_id` is updated; otherwise a new one is created.',
  params: Type.Object({
    custom_object_type_identifier: Type.String({ description: 'The identifier of the type, such as `Order`.' }),
  }),
  body: described(Body, 'The details of the object.'),
  reply: CustomObject,
  answer: 'The object with its new details.',
  refusals: { 409: 'Another request is creating the object.' },
  handle: async (ctx, { params, body }) => {
    const type = await readType(ctx, params.custom_object_type_identifier)
    const externalId = readExternalId(ctx, body.external_id)
    const values = await readValues(ctx, type.attributes, await readLinks(ctx, type), body.custom_attributes)
    const id = await save(ctx, type, externalId, body, values)
    await writeLinks(ctx, id, values)
    const [row] = await queries.listInstancesByIds(ctx.db, ctx.workspaceId, [id])
    return presentOneInstance(ctx, type, row!)
  },
})

type Details = Static<typeof Body>

async function save(ctx: Ctx, type: TypeRow, externalId: string | null, body: Details, { own }: ReadValues) {
  const { db, workspaceId, now } = ctx
  const times = given({
    external_created_at: timeOf(body.external_created_at),
    external_updated_at: timeOf(body.external_updated_at),
  })
  // A second try sees the object that was quicker than the first.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const before =
      externalId === null ? undefined : await queries.lockByExternalId(db, workspaceId, type.id, externalId)
    if (before) {
      const custom_attributes = mergeAttributes(before.custom_attributes as AttributeValues, own)
      await queries.updateInstance(db, workspaceId, before.id, { ...times, custom_attributes, updated_at: now })
      return before.id
    }
    const id = await queries.insertInstance(db, workspaceId, {
      type_id: type.id,
      external_id: externalId,
      external_created_at: times.external_created_at ?? null,
      external_updated_at: times.external_updated_at ?? null,
      custom_attributes: mergeAttributes({}, own),
      created_at: now,
      updated_at: now,
    })
    if (id !== undefined) return id
  }
  throw apiError(409, 'conflict', 'Another request is creating the object')
}

/** @throws 400 parameter_invalid for a word that newer versions keep for themselves */
function readExternalId(ctx: Ctx, id: Details['external_id']): string | null {
  if (id === undefined || id === null || id === '') return null
  if (id === RESERVED && ctx.has('ReserveExternalId'))
    throw parameterInvalid(`external_id must not be '${RESERVED}'`, 'external_id')
  return String(id)
}

const RESERVED = 'reference_not_found'

/** Undefined where nothing is said of it. */
function timeOf(value: unknown): Date | null | undefined {
  if (value === undefined) return undefined
  const seconds = readTime(value)
  return seconds === undefined ? null : fromUnix(seconds)
}
