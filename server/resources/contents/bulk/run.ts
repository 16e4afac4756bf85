import Type from 'typebox'
import { submitContents } from '../../../bulk/submit.ts'
import { operation } from '../../../http/operation.ts'
import { described, model } from '../../../schema/types.ts'
import { BulkRequest, readBulkRequest } from './request.ts'

export const runBulkAction = operation({
  method: 'POST',
  path: '/content/bulk_actions',
  group: 'Content',
  scopes: ['write_content'],
  summary: 'Change content of every kind in bulk',
  description:
    'Up to 1,000 contents are published, unpublished, deleted, tagged, or made available to assistants and audiences, ' +
    'later and one by one, each as the single operation does it. Contents that do not exist are passed over.',
  inferred: 'the codes of the 422',
  body: described(BulkRequest, 'The action, and the content.'),
  reply: model('content_bulk_action_response', {
    type: Type.Literal('content_bulk_action'),
    status: described(Type.Literal('queued'), 'The work is done after the answer.'),
  }),
  answer: 'The action is queued.',
  status: 202,
  handle: async (ctx, { body }) => {
    const { action, items } = await readBulkRequest(ctx, body)
    if (items.length > 0) await submitContents(ctx, action, items)
    return { type: 'content_bulk_action' as const, status: 'queued' as const }
  },
})
