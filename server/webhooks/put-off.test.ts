/** A notification that waits for another one's pause has the same two hours as one that was answered 429 itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webhookScene } from './test-scene.ts'

const { receiver, clock, client, listen, tell, fanOut, deliverDue, db } = await webhookScene()
const newest = client({ version: 'Preview' })
let number = 0

interface Waiting {
  title: string
  /** The pause that begins when the notification is as old as this, and how long it lasts, in minutes. */
  age: number
  pause: number
  throttles: number
  told: boolean
}

const WAITING: Waiting[] = [
  { title: 'young', age: 1, pause: 64, throttles: 7, told: true },
  { title: 'two hours old to the minute', age: 56, pause: 64, throttles: 7, told: true },
  { title: 'older than two hours by then', age: 57, pause: 64, throttles: 7, told: false },
  { title: 'behind a pause for errors, which has no such limit', age: 110, pause: 15, throttles: 0, told: true },
]

for (const { title, age, pause, throttles, told } of WAITING)
  test(`a notification behind a pause is ${told ? 'told after it' : 'let go'}: ${title}`, async () => {
    const path = `/waiting-${++number}`
    const { id } = await listen(path, ['company.created'])
    await newest.post('/companies', { company_id: path })
    await fanOut()
    const until = new Date(clock.now().getTime() + (age + pause) * 60_000)
    await db`update webhooks set paused_until = ${until}, throttles = ${throttles} where id = ${id}`
    clock.advance(age * 60)
    await tell()
    assert.equal(receiver.at(path).length, 0)
    clock.advance(pause * 60)
    await tell()
    assert.equal(receiver.at(path).length, told ? 1 : 0)
    const [row] = await db`select state from webhook_notifications where webhook_id = ${id}`
    assert.equal(row!['state'], told ? 'delivered' : 'dropped')
  })

test('a ping does not wait for the end of a pause', async () => {
  const { id } = await listen('/paused', ['company.created'])
  await db`update webhooks set paused_until = ${new Date(clock.now().getTime() + 600_000)}, throttles = 4 where id = ${id}`
  await client().post(`/parley/webhooks/${id}/ping`, {})
  await deliverDue()
  assert.equal(receiver.at('/paused').length, 1)
})
