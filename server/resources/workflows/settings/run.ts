/** A run of a workflow or a procedure, as the settings show it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import { described, IdOf, model, Nullable, Timestamp } from '../../../schema/types.ts'
import type { ListedRun } from '../run-queries.ts'

export const WorkflowRun = model('workflow_run', {
  type: Type.Literal('workflow_run'),
  id: IdOf('run'),
  version: described(Type.Integer(), 'The version that it follows.'),
  conversation_id: described(Type.String(), 'The id of the conversation.'),
  state: described(Type.Enum(['running', 'waiting', 'ended']), '`waiting` until `due_at` at the latest.'),
  outcome: described(
    Nullable(Type.Enum(['completed', 'not_matched', 'interrupted', 'unanswered', 'gone'])),
    '`not_matched` if the conversation did not match the conditions, `interrupted` by activity during a wait, ' +
      'because nothing came or by an `error`, `unanswered` if a question was not answered in time, `gone` if the conversation was ' +
      'deleted; null before its end.',
  ),
  error: described(
    Nullable(Type.String()),
    'The code of the error that interrupted the run; null for none. Errors of single steps do not end a run.',
  ),
  due_at: described(Nullable(Timestamp), 'The end of its wait; null for none.'),
  created_at: described(Timestamp, 'When the run began.'),
  ended_at: described(Nullable(Timestamp), 'When the run ended; null before.'),
  steps: described(
    Type.Array(
      Type.Object({
        step: described(Type.Integer(), 'The place of the step, from 0.'),
        outcome: described(
          Type.Enum(['done', 'skipped', 'failed']),
          '`skipped` if its query failed, or nothing was to be changed.',
        ),
        error: described(Nullable(Type.String()), 'The code of the failure; null for none.'),
        done_at: described(Timestamp, 'When it was done.'),
      }),
    ),
    'Steps that were taken, from first to last.',
  ),
})

export const presentRun = (row: ListedRun): Static<typeof WorkflowRun> => ({
  type: 'workflow_run',
  id: String(row.id),
  version: row.version,
  conversation_id: String(row.thread_id),
  state: row.state as 'running',
  outcome: row.outcome as 'completed' | null,
  error: row.error,
  due_at: unix(row.due_at),
  created_at: unix(row.created_at),
  ended_at: unix(row.ended_at),
  steps: row.done.map(({ done_at, ...step }) => ({ ...step, done_at: unix(new Date(done_at)) })),
})
