/** A server of its own whose workflows run when the test says so, by the test's clock. */
import { testApp, testSecrets } from '../../test/app.ts'
import { ADVANCE, advanceWorkflowRuns, type AdvancePayload } from './advance-run.task.ts'
import { createRunStarter } from './start-runs.ts'

export async function workflowScene() {
  const app = await testApp({ own: true })
  const { db, clock } = app
  const deps = { db, clock, secrets: testSecrets, reach: 'private' as const }
  const client = app.client({ version: 'Preview' })
  const start = createRunStarter(deps)

  /** Takes the jobs that are due from the worker. */
  const takeDue = async () => {
    const jobs = await db<{ payload: AdvancePayload }[]>`
      delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = ${ADVANCE} and j.run_at <= ${clock.now()}
      returning j.payload`
    return jobs.map(({ payload }) => payload)
  }

  async function post(path: string, body: object): Promise<any> {
    const reply = await client.post(path, body)
    if (reply.status >= 300) throw new Error(`${path} → ${reply.status} ${reply.text}`)
    return reply.body
  }

  return {
    ...app,
    client,
    deps,
    start,
    takeDue,
    post,
    run: (payload: AdvancePayload) => advanceWorkflowRuns.run(deps, payload),
    /** Starts and takes runs until nothing is due. */
    async settle() {
      for (;;) {
        await start()
        const due = await takeDue()
        if (due.length === 0) return
        for (const payload of due) await advanceWorkflowRuns.run(deps, payload)
      }
    },
    /** A live workflow. */
    workflow: (details: object): Promise<any> =>
      post('/parley/workflows', { title: 'A test', state: 'live', ...details }),
    /** Begins a conversation of a new contact. @returns its id */
    async converse(body = 'Hello'): Promise<string> {
      const { id } = await post('/contacts', { role: 'lead' })
      return (await post('/conversations', { from: { type: 'lead', id }, body })).conversation_id
    },
    conversation: async (id: string): Promise<any> => (await client.get(`/conversations/${id}`)).body,
    runs: async (workflowId: string): Promise<any[]> =>
      (await client.get(`/parley/workflows/${workflowId}/runs`)).body.data,
  }
}
