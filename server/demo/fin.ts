/**
 * Sessions of the AI agent: one that has ended and whose rating may be given, and one in which a procedure waits for a
 * teammate. The agent answers from the demo's help center; no worker is needed.
 */
import { contentAnswerer } from '../answerer/from-content.ts'
import type { Ctx } from '../context.ts'
import type { Db } from '../db/pool.ts'
import { withIds } from '../ids.ts'
import { actWithin } from '../queue/act.ts'
import { questionOf } from '../resources/fin/question.ts'
import { findSession } from '../resources/fin/queries.ts'
import { replyToFin } from '../resources/fin/reply.ts'
import { updateFinSettings } from '../resources/fin/settings/update.ts'
import { startFin } from '../resources/fin/start.ts'
import { writeAnswer } from '../resources/fin/write-answer.ts'
import { runProcedure } from '../resources/procedures/run.ts'
import { createProcedure } from '../resources/procedures/settings/create.ts'
import { advanceOnce } from '../resources/workflows/advance.ts'
import { lockRunsOf } from '../resources/workflows/run-queries.ts'
import type { Act } from './act.ts'
import { finUserId } from './ids.ts'
import type { Timeline } from './timeline.ts'

export const FIN_SESSION = 'demo-fin-csat'
export const FIN_USER = 'fernhill-1001'
export const WAITING_USER = 'demo-hitl'
const WAITING_SESSION = 'demo-hitl-session'

/** The step that waits, and the values that it waits for. */
export const WAITING_STEP = 'd5b81f72-adb9-4317-b973-75b3c3624c09'
export const ALLOWED = 'workflow_local_variables.72c5a6b3-3cce-41d8-8e30-14da40791958'
export const WAY = 'workflow_local_variables.5adb55fb-f549-44a0-8ee9-7e652ad77c25'
export const BY_MAIL = '85f00ba7-558c-4b02-a397-6f5c3659941c'

const PROCEDURE = {
  title: 'Return a machine',
  description: 'Asks a teammate whether a machine may be returned, and tells the customer how',
  state: 'live',
  steps: [
    {
      type: 'collect_input',
      step_id: WAITING_STEP,
      body: 'May {{contact.name}} return the machine?',
      seconds: 30 * 86_400,
      attributes: [
        { identifier: ALLOWED, name: 'allowed', label: 'Return allowed', data_type: 'boolean' },
        {
          identifier: WAY,
          name: 'way',
          label: 'Way back',
          data_type: 'list',
          options: [
            { id: BY_MAIL, label: 'By mail' },
            { id: '0a3b2f9e-6f0c-4b5e-9d0e-1f5b7c1f2a90', label: 'With the next delivery' },
          ],
        },
      ],
    },
    { type: 'answer', body: 'Please send it back like this: {{variables.way}}.' },
  ],
}

interface Scene {
  db: Db
  workspaceId: number
  act: Act
  staff: { admins: { maya: number }; teams: { support: number } }
}

export function planFin(timeline: Timeline, { db, workspaceId, act, staff }: Scene): void {
  const minutesAgo = (minutes: number, deed: (at: Date) => Promise<unknown>) => timeline.add({ minutes }, deed)
  /** Does the work of a job in the transaction that fills the demo. */
  const as = (at: Date, work: (ctx: Ctx) => Promise<unknown>) =>
    actWithin(db, workspaceId, at, async (ctx) => void (await work(ctx)))
  const answer = (at: Date, turn: number) =>
    as(at, async (ctx) => {
      const { id } = (await findSession(db, workspaceId, FIN_SESSION))!
      const question = (await questionOf(ctx, id, turn))!
      await writeAnswer(ctx, id, turn, await contentAnswerer.answer({ db, ...question }))
    })
  const said = (at: Date, body: string) => ({
    conversation_id: FIN_SESSION,
    message: { author: 'user', body, timestamp: at.toISOString() },
    user: { id: FIN_USER },
  })
  let procedureId = ''

  timeline.add({ days: 30 }, async (at) => {
    const settings = { rating_hours: 720, assignee_type: 'team', assignee_id: staff.teams.support }
    await act(updateFinSettings, at, { body: settings }, staff.admins.maya)
    procedureId = (await act(createProcedure, at, { body: PROCEDURE }, staff.admins.maya)).id
  })
  minutesAgo(9, (at) => act(startFin, at, { body: said(at, 'How do I clean the grinder?') }))
  minutesAgo(8, (at) => answer(at, 1))
  minutesAgo(7, (at) => act(replyToFin, at, { body: said(at, 'Thanks, that helped!') }))
  minutesAgo(6, (at) => answer(at, 2))
  minutesAgo(5, async (at) => {
    const message = { author: 'user', body: 'I would like to return my grinder.', timestamp: at.toISOString() }
    const user = { id: WAITING_USER, name: 'Mina Berg' }
    const body = { conversation_id: WAITING_SESSION, user, message }
    await withIds([finUserId], () => act(runProcedure, at, { params: { procedure_id: procedureId }, body }))
  })
  minutesAgo(4, (at) =>
    as(at, async (ctx) => {
      const { id } = (await findSession(db, workspaceId, WAITING_SESSION))!
      const [run] = await lockRunsOf(db, workspaceId, id)
      await advanceOnce(ctx, run!.id, run!.token)
    }),
  )
}
