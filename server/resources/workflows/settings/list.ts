import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as queries from '../queries.ts'
import { presentWorkflow, Workflow } from '../workflow.ts'

export const listWorkflows = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/workflows',
  group: 'Workflows',
  summary: 'List all workflows',
  description: 'In the order in which those that one event starts are run.',
  reply: list(Workflow),
  answer: 'The workflows.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listWorkflows(ctx.db, ctx.workspaceId)).map(presentWorkflow),
  }),
})
