import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { refuseTooMany } from '../data-attributes/limit.ts'
import { newOption } from '../data-attributes/options.ts'
import { insertDataAttribute } from '../data-attributes/queries.ts'
import {
  ConversationAttribute,
  presentConversationAttribute,
  storedType,
  TYPES,
  type ConversationAttributeType,
} from './conversation-attribute.ts'
import { changeable, columnsOf, invalid, readLabel, readName } from './definition.ts'
import { MIN_OPTIONS, refuseMisnamedOptions, refuseMuddle } from './options.ts'
import { refuseTakenName } from './taken.ts'
import { described } from '../../schema/types.ts'

export const createConversationAttribute = operation({
  method: 'POST',
  path: '/conversations/attributes',
  group: 'Conversations Attributes',
  summary: 'Create a conversation attribute',
  description:
    'From then on a conversation can be given a value of that name and type. A `list` may be made with its options, ' +
    'two at the least, and a `relationship` tells where it leads in `reference`.',
  body: described(
    Type.Object({
      ...changeable,
      data_type: Type.Optional(
        Type.Unknown({ description: `One of ${TYPES.map((type) => `\`${type}\``).join(', ')}.` }),
      ),
      options: Type.Optional(Type.Unknown({ description: 'For a `list`: objects with a `label` each.' })),
    }),
    'The new attribute.',
  ),
  reply: ConversationAttribute,
  answer: 'The new attribute.',
  refusals: { 404: 'The team does not exist.' },
  handle: async (ctx, { body }) => {
    const type = readType(body.data_type)
    refuseMisnamedOptions(body, 'given in options, as objects with a label')
    const name = readName(body.name)
    const options = readOptions(type, body.options)
    if (type === 'relationship' && !body.reference) throw invalid('reference is required')
    const columns = await columnsOf(ctx, type, body)
    await lockWorkspace(ctx.db, ctx.workspaceId)
    await refuseTakenName(ctx, name)
    await refuseTooMany(ctx, 'conversation')
    const row = await insertDataAttribute(ctx.db, ctx.workspaceId, {
      ...columns,
      model: 'conversation',
      name,
      label: name,
      data_type: storedType(type),
      options,
      admin_id: ctx.actor.adminId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    return presentConversationAttribute(row)
  },
})

function readType(type: unknown): ConversationAttributeType {
  if (type === undefined || type === null) throw invalid('data_type is required')
  const known = TYPES.find((name) => name === type)
  if (known) return known
  const told = typeof type === 'string' ? type : JSON.stringify(type)
  throw invalid(`data_type '${told.slice(0, 100)}' is not valid. Allowed types: ${TYPES.join(', ')}`)
}

/** A list that is made without options gets them one by one. */
function readOptions(type: ConversationAttributeType, given: unknown) {
  if (given === undefined || given === null) return type === 'list' ? [] : null
  if (type !== 'list') throw invalid('Options can only be managed on list attributes')
  if (!Array.isArray(given)) throw invalid('options must be an array')
  const options = given.map((option) => newOption(readLabel((option as { label?: unknown } | null)?.label)))
  refuseMuddle(options)
  if (options.length < MIN_OPTIONS) throw invalid(`A list attribute must have at least ${MIN_OPTIONS} active options`)
  return options
}
