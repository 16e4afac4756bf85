/** A server of its own whose jobs run when the test says so, by the test's clock: the agent answers, procedures go on. */
import type { Answerer } from '../../answerer/answerer.ts'
import type { Task, TaskDeps } from '../../queue/task.ts'
import { testApp, testSecrets } from '../../test/app.ts'
import { advanceWorkflowRuns } from '../workflows/advance-run.task.ts'
import { answerFinTurn } from './answer-turn.task.ts'
import { endQuietFinSessions } from './end-quiet.task.ts'

const TASKS: Task[] = [answerFinTurn, endQuietFinSessions, advanceWorkflowRuns]

export async function finScene() {
  const app = await testApp({ own: true })
  const { db, clock } = app
  const deps: TaskDeps = { db, clock, secrets: testSecrets, reach: 'private' }
  const client = app.client({ version: 'Preview' })
  let number = 0
  const unique = (word: string) => `${word}-${++number}`

  /** Takes the jobs that are due from the worker. */
  async function takeDue(): Promise<{ task: Task; payload: any }[]> {
    const jobs = await db<{ identifier: string; payload: unknown }[]>`
      delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = any(${TASKS.map(({ name }) => name)}::text[]) and j.run_at <= ${clock.now()}
      returning t.identifier, j.payload`
    return jobs.map(({ identifier, payload }) => ({ task: TASKS.find(({ name }) => name === identifier)!, payload }))
  }

  async function post(path: string, body: object): Promise<any> {
    const reply = await client.post(path, body)
    if (reply.status >= 300) throw new Error(`${path} → ${reply.status} ${reply.text}`)
    return reply.body
  }

  const message = (body: string) => ({ author: 'user', body, timestamp: unique('time') })
  const events = async (conversationId: string): Promise<any[]> =>
    (await db`select topic, item from events where item ->> 'conversation_id' = ${conversationId} order by id`).map(
      ({ item }) => item,
    )

  return {
    ...app,
    client,
    clientOf: (token: string) => app.client({ version: 'Preview', token }),
    deps,
    post,
    unique,
    message,
    events,
    takeDue,
    /** Runs what is due, until nothing is. */
    async settle(answerer?: Answerer) {
      for (let due = await takeDue(); due.length > 0; due = await takeDue())
        for (const { task, payload } of due) await task.run({ ...deps, ...(answerer && { answerer }) }, payload)
    },
    /** Publishes an article. */
    article: (title: string, body: string, more: object = {}) =>
      post('/articles', {
        title,
        body: `<p>${body}</p>`,
        author_id: app.workspace.adminId,
        state: 'published',
        ...more,
      }),
    /** Starts a session. @returns its answer */
    start: (body: string, more: object = {}): Promise<any> =>
      post('/fin/start', {
        conversation_id: unique('ext'),
        message: message(body),
        user: { id: unique('user') },
        ...more,
      }),
    say: (session: { conversation_id: string; user_id: string }, body: string, more: object = {}): Promise<any> =>
      post('/fin/reply', {
        conversation_id: session.conversation_id,
        message: message(body),
        user: { id: session.user_id },
        ...more,
      }),
    conversation: async (id: string): Promise<any> => (await client.get(`/conversations/${id}`)).body,
    /** The status events and the words of a session, in their order. */
    told: async (conversationId: string): Promise<string[]> =>
      (await events(conversationId)).map(({ event_name, status }) =>
        event_name === 'fin_replied' ? 'reply' : (status ?? 'rating'),
      ),
  }
}
