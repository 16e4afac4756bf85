/** A server of its own whose webhooks are told when the test says so, by the test's clock. */
import type { Reach } from '../config.ts'
import { deliverNotification } from './deliver-notification.task.ts'
import { testApp, testSecrets, type TestAppOptions } from '../test/app.ts'
import { createFanOut } from './fan-out.ts'
import { DELIVER, type Delivery } from './queue.ts'
import { startReceiver } from '../outgoing/test-receiver.ts'

interface SceneOptions extends Pick<TestAppOptions, 'log'> {
  reach?: Reach
}

export async function webhookScene({ reach = 'private', ...options }: SceneOptions = {}) {
  const app = await testApp({ own: true, ...options })
  const receiver = await startReceiver()
  const { db, clock } = app
  const deps = { db, clock, secrets: testSecrets, reach }
  const fanOut = createFanOut(deps)

  /** The deliveries that are due, taken from the worker. */
  const takeDue = () => db<{ payload: Delivery }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = ${DELIVER} and j.run_at <= ${clock.now()}
    returning j.payload`

  const deliverDue = async () => {
    const due = await takeDue()
    await Promise.all(due.map(({ payload }) => deliverNotification.run(deps, payload)))
    return due.map(({ payload }) => payload)
  }

  return {
    ...app,
    receiver,
    deps,
    fanOut,
    deliverDue,
    /** All that is to be told now. */
    async tell() {
      await fanOut()
      return deliverDue()
    },
    /** Makes a webhook that goes to a path of the receiver. */
    async listen(path: string, topics: string[], more: object = {}, client = app.client()) {
      const reply = await client.post('/parley/webhooks', { url: receiver.url(path), topics, ...more })
      if (reply.status !== 200) throw new Error(reply.text)
      return reply.body as { id: string; secret: string }
    },
    async attempts(id: string) {
      const { body } = await app.client().get(`/parley/webhooks/${id}/attempts`)
      return body.data as Record<string, any>[]
    },
    webhook: async (id: string) => (await app.client().get(`/parley/webhooks/${id}`)).body as Record<string, any>,
  }
}
