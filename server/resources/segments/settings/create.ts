import { operation } from '../../../http/operation.ts'
import { makeSegment, NewSegment } from './new-segment.ts'
import { getSegment } from './queries.ts'
import { presentSegmentSettings, SegmentSettings } from './segment.ts'
import { described } from '../../../schema/types.ts'

export const createSegment = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/segments',
  group: 'Segments',
  summary: 'Create a segment',
  description:
    'Everybody whom its filter finds is in it at once. A filter that a search refuses is refused here, ' +
    'with the same error.',
  body: described(NewSegment, 'The new segment.'),
  reply: SegmentSettings,
  answer: 'The new segment.',
  handle: async (ctx, { body }) => {
    const id = await makeSegment(ctx, body)
    return presentSegmentSettings(await getSegment(ctx.db, ctx.workspaceId, id))
  },
})
