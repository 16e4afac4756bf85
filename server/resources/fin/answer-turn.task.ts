/** Has a message of a user answered: the answerer is asked outside of any transaction, and the answer written in one. */
import { contentAnswerer } from '../../answerer/from-content.ts'
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'
import { ANSWER_TURN } from './ask-agent.ts'
import { readQuestion } from './question.ts'
import { countAttempt, findTurn } from './queries.ts'
import { givenUp, isRedacted, writeAnswer } from './write-answer.ts'

/** An answerer that cannot be asked so often has no answer, and the last attempt hands over: nobody waits for one more. */
const MOST_ATTEMPTS = 3

interface Payload {
  workspace_id: number
  session_id: number
  turn: number
}

export const answerFinTurn: Task = {
  name: ANSWER_TURN,
  sharing: true,
  async run(deps, { workspace_id, session_id, turn }: Payload) {
    const attempts = await countAttempt(deps.db, workspace_id, session_id, turn)
    if (attempts === undefined) return
    const question = await readQuestion(deps, workspace_id, session_id, turn)
    if (!question) return
    const { answerer = contentAnswerer } = deps
    const said = await findTurn(deps.db, workspace_id, session_id, turn)
    const isAsked = attempts <= MOST_ATTEMPTS && said !== undefined && !isRedacted(said)
    let failure: unknown
    const answer = isAsked
      ? await answerer.answer(question).catch((error: unknown) => {
          if (attempts < MOST_ATTEMPTS) throw error
          failure = error
          return givenUp(question)
        })
      : givenUp(question)
    await act(deps, workspace_id, (ctx) => writeAnswer(ctx, session_id, turn, answer))
    // The worker tells of it as of the attempts before; another one finds the turn answered.
    if (failure !== undefined) throw failure
  },
}
