import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { withObjects } from '../custom-objects/references.ts'
import { getVisitor } from './queries.ts'
import { presentVisitor, Visitor } from './visitor.ts'
import { described } from '../../schema/types.ts'

export const retrieveVisitor = operation({
  method: 'GET',
  path: '/visitors',
  group: 'Visitors',
  summary: 'Retrieve a visitor with User ID',
  query: Type.Object({ user_id: described(Type.String(), 'The `user_id` of the visitor.') }),
  reply: Visitor,
  answer: 'The visitor.',
  handle: async (ctx, { query }) =>
    presentVisitor(ctx.workspace, await withObjects(ctx, await getVisitor(ctx.db, ctx.workspaceId, query, ctx.now))),
})
