/**
 * Procedures: steps that the AI agent takes with a user, in a session of Fin. They are workflows of a kind of their own,
 * and the runner of workflows advances their runs; take-step.ts has the effects of their steps, end-wait.ts their waits.
 */
import { collectAgentInput } from './collect-agent-input.ts'
import { triggerProcedure } from './proactive-trigger.ts'
import { runProcedure } from './run.ts'
import { createProcedure } from './settings/create.ts'
import { deleteProcedure } from './settings/delete.ts'
import { getProcedure } from './settings/get.ts'
import { listProcedureRuns } from './settings/list-runs.ts'
import { listProcedures } from './settings/list.ts'
import { updateProcedure } from './settings/update.ts'

export const procedures = [
  runProcedure,
  triggerProcedure,
  collectAgentInput,
  listProcedures,
  createProcedure,
  getProcedure,
  updateProcedure,
  deleteProcedure,
  listProcedureRuns,
]
