import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Text } from '../../../schema/types.ts'
import { readText } from '../../../http/given.ts'
import { checkFilter } from './filter.ts'
import * as queries from './queries.ts'
import { Filter, PersonType, presentSegmentSettings, SegmentSettings } from './segment.ts'

export const updateSegment = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/segments/{segment_id}',
  group: 'Segments',
  summary: 'Update a segment',
  description: 'Its name and its filter. The kind of its members cannot be changed.',
  params: Type.Object({ segment_id: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'The name.'),
      filter: Type.Optional(Filter),
      person_type: Type.Optional(PersonType),
    }),
    'The details to change.',
  ),
  reply: SegmentSettings,
  answer: 'The segment with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id, person_type, ...row } = await queries.getSegment(db, workspaceId, params.segment_id)
    if (body.person_type !== undefined && body.person_type !== person_type)
      throw parameterInvalid('person_type cannot be changed', 'person_type')
    const name = body.name === undefined ? row.name : readText('name', body.name)
    const filter = body.filter === undefined ? row.filter : body.filter
    if (body.filter !== undefined) await checkFilter(ctx, { id, person_type, filter })
    await queries.updateSegment(db, workspaceId, id, { name, person_type, filter }, ctx.now)
    return presentSegmentSettings(await queries.getSegment(db, workspaceId, id))
  },
})
