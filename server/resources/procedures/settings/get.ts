import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { presentProcedure, Procedure } from '../procedure.ts'
import { getProcedureRow } from './details.ts'

export const getProcedure = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/procedures/{procedure_id}',
  group: 'Procedures',
  summary: 'Retrieve a procedure',
  params: Type.Object({ procedure_id: Type.String() }),
  reply: Procedure,
  answer: 'The procedure.',
  handle: async (ctx, { params }) => presentProcedure(await getProcedureRow(ctx, params.procedure_id)),
})
