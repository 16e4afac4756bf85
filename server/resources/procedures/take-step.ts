/** Steps of procedures, but the run of a data connector. */
import type { Ctx } from '../../context.ts'
import { perform } from '../../http/perform.ts'
import { updateContact } from '../contacts/update.ts'
import { record } from '../conversations/record.ts'
import { updateAttributes } from '../conversations/update-attributes.ts'
import type { Held } from '../fin/lock.ts'
import { awaitUser, handOver, speak } from '../fin/speak.ts'
import { noteAgent } from '../fin/state.ts'
import { fillBody } from '../workflows/bodies.ts'
import type { Run } from '../workflows/run-queries.ts'
import { knownTo, valueOf } from '../workflows/values.ts'
import { beginReplyWait } from './end-wait.ts'
import { requestInput } from './request-input.ts'
import type { ProcedureStep } from './steps.ts'

type Taken = Exclude<ProcedureStep, { type: 'run_connector' }>

/** @returns `waits` where the run goes on later, `ends` where nothing comes after it @throws what an operation refuses */
export async function takeProcedureStep(
  ctx: Ctx,
  run: Run,
  held: Held,
  step: Taken,
): Promise<'done' | 'waits' | 'ends'> {
  const known = await knownTo(ctx.db, ctx.workspaceId, run)
  switch (step.type) {
    case 'answer':
      await noteAgent(ctx, held, { last_answer_type: 'custom_answer', resolution_state: 'assumed_resolution' })
      await speak(ctx, held, fillBody(step.body, known), true)
      return 'done'
    case 'ask':
      await speak(ctx, held, fillBody(step.body, known), false)
      await awaitUser(ctx, held, { endsWhenQuiet: false })
      await beginReplyWait(ctx, run, held, step.save_as)
      return 'waits'
    case 'set_attribute':
      await setAttribute(ctx, held, step, valueOf(step.value, known) ?? null)
      return 'done'
    case 'collect_input':
      await requestInput(ctx, run, held, { ...step, body: fillBody(step.body, known) })
      return 'waits'
    case 'escalate':
      await handOver(ctx, held, { reason: 'Routed to team', state: 'procedure_handoff' })
      return 'ends'
  }
}

async function setAttribute(
  ctx: Ctx,
  { thread }: Held,
  { attribute_of, attribute_name }: Extract<Taken, { type: 'set_attribute' }>,
  value: unknown,
): Promise<void> {
  const values = { [attribute_name]: value }
  if (attribute_of === 'conversation')
    return void (await record(ctx, thread, await updateAttributes(ctx, thread, values)))
  await perform(updateContact, ctx, {
    params: { contact_id: thread.contact_ids[0]! },
    body: { custom_attributes: values },
  })
}
