import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { Id, model, Nullable } from '../../../schema/types.ts'
import { checkFilter } from './filter.ts'
import { countMatches, listMatches } from './queries.ts'
import { Filter, PersonType } from './segment.ts'

const SHOWN = 10

const Preview = model('segment_preview', {
  type: Type.Literal('segment.preview'),
  person_type: PersonType,
  count: Type.Integer(),
  data: Type.Array(Type.Object({ type: Type.Enum(['contact', 'company']), id: Id, name: Nullable(Type.String()) })),
})

export const previewSegment = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/segments/preview',
  group: 'Segments',
  summary: 'Preview a segment',
  description: `The number of records that a filter finds now, and the newest ${SHOWN} of them. Nothing is stored.`,
  body: Type.Object({ person_type: PersonType, filter: Filter }),
  reply: Preview,
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
