/** A server of its own whose jobs run when the test says so, by the test's clock: the agent answers, procedures go on. */
import type { Answerer } from '../../answerer/answerer.ts'
import { testApp, type TestAppOptions } from '../../test/app.ts'
import { depsOf, runFinJobs, takeFinJobs } from './test-jobs.ts'

export async function finScene(options: Omit<TestAppOptions, 'own'> = {}) {
  const app = await testApp({ ...options, own: true })
  const { db } = app
  const client = app.client({ version: 'Preview' })
  let number = 0
  const unique = (word: string) => `${word}-${++number}`

  async function post(path: string, body: object): Promise<any> {
    const reply = await client.post(path, body)
    if (reply.status >= 300) throw new Error(`${path} → ${reply.status} ${reply.text}`)
    return reply.body
  }

  const message = (body: string) => ({
    author: 'user',
    body,
    timestamp: new Date(Date.UTC(2026, 0, 15) + ++number).toISOString(),
  })
  const events = async (conversationId: string): Promise<any[]> =>
    (await db`select item from events where item ->> 'conversation_id' = ${conversationId} order by id`).map(
      ({ item }) => item,
    )

  return {
    ...app,
    client,
    clientIn: (version: string) => app.client({ version }),
    clientOf: (token: string) => app.client({ version: 'Preview', token }),
    deps: depsOf(app),
    post,
    unique,
    message,
    events,
    takeDue: () => takeFinJobs(app, app.workspace.id),
    settle: (answerer?: Answerer) => runFinJobs(app, app.workspace.id, answerer && { answerer }),
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
    /** The events of a session by their status, in their order; its words are `reply`. */
    told: async (conversationId: string): Promise<string[]> =>
      (await events(conversationId)).map(({ event_name, status }) =>
        event_name === 'fin_replied' ? 'reply' : (status ?? 'rating'),
      ),
  }
}
