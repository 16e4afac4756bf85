import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, Id, model, Nullable } from '../../../schema/types.ts'
import { checkFilter } from './filter.ts'
import { countMatches, listMatches } from './queries.ts'
import { Filter, PersonType } from './segment.ts'

const SHOWN = 10

const Preview = model('segment_preview', {
  type: Type.Literal('segment.preview'),
  person_type: PersonType,
  count: described(Type.Integer(), 'The number of records that the filter finds.'),
  data: described(
    Type.Array(
      Type.Object({
        type: described(Type.Enum(['contact', 'company']), 'The kind of object that was found.'),
        id: described(Id, 'The id of the contact or company.'),
        name: described(Nullable(Type.String()), 'The name; null if unknown.'),
      }),
    ),
    'The newest few of them.',
  ),
})

export const previewSegment = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/segments/preview',
  group: 'Segments',
  summary: 'Preview a segment',
  description: `The number of records that a filter finds now, and the newest ${SHOWN} of them. Nothing is stored.`,
  body: described(Type.Object({ person_type: PersonType, filter: Filter }), 'The filter to try.'),
  reply: Preview,
  answer: 'The number of records that the filter finds, and a few of them.',
  handle: async (ctx, { body: { person_type, filter } }) => {
    const { db, workspaceId } = ctx
    const condition = await checkFilter(ctx, { id: null, person_type, filter })
    const [count, rows] = await Promise.all([
      countMatches(db, workspaceId, person_type, condition),
      listMatches(db, workspaceId, person_type, condition, SHOWN),
    ])
    const type = person_type === 'company' ? ('company' as const) : ('contact' as const)
    return {
      type: 'segment.preview' as const,
      person_type,
      count,
      data: rows.map(({ id, name }) => ({ type, id, name })),
    }
  },
})
