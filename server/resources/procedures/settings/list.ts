import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { listWorkflows } from '../../workflows/queries.ts'
import { presentProcedure, Procedure } from '../procedure.ts'

export const listProcedures = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/procedures',
  group: 'Procedures',
  summary: 'List all procedures',
  reply: list(Procedure),
  answer: 'The procedures, in the order of their ids.',
  handle: async ({ db, workspaceId }) => ({
    type: 'list' as const,
    data: (await listWorkflows(db, workspaceId, 'procedure')).map(presentProcedure),
  }),
})
