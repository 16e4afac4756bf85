import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { listRuns } from '../../workflows/run-queries.ts'
import { presentRun, WorkflowRun } from '../../workflows/settings/run.ts'
import { getProcedureRow } from './details.ts'

const SHOWN = 50

export const listProcedureRuns = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/procedures/{procedure_id}/runs',
  group: 'Procedures',
  summary: 'List the last runs of a procedure',
  description: `The newest first, ${SHOWN} at most. They are kept for 30 days.`,
  params: Type.Object({ procedure_id: Type.String() }),
  reply: list(WorkflowRun),
  answer: 'The runs.',
  handle: async (ctx, { params }) => {
    const { id } = await getProcedureRow(ctx, params.procedure_id)
    return { type: 'list' as const, data: (await listRuns(ctx.db, ctx.workspaceId, id, SHOWN)).map(presentRun) }
  },
})
