import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { createTicketTask } from './create-ticket.task.ts'
import { newContact, newType, toldBy } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const type = await newType(client)
const contacts = [{ id: (await newContact(client)).id }]
const work = (job: { id: string }) =>
  createTicketTask.run(app, { workspace_id: app.workspace.id, job_id: Number(job.id), admin_id: app.workspace.adminId })

for (const version of ['2.14', '2.16', 'Preview'])
  test(`a job creates the ticket in ${version}`, async () => {
    const speaker = app.client({ version })
    const { body: job } = await speaker.post('/tickets/enqueue', { ticket_type_id: type.id, contacts })
    assert.deepEqual(
      [job.type, job.status, job.resource_type, job.resource_id, job.resource_url],
      ['job', 'pending', 'ticket', null, null],
    )
    assert.match(job.url, new RegExp(`/jobs/status/${job.id}$`))
    await toldBy(app)
    await work(job)
    const { body: done } = await speaker.get(`/jobs/status/${job.id}`)
    assert.equal(done.status, 'success')
    assert.equal('url' in done, false)
    assert.equal((await client.get(`/tickets/${done.resource_id}`)).body.ticket_type.id, type.id)
    const told = await toldBy(app)
    assert.equal(told.at(-1)!.topic, 'job.completed')
    assert.equal(told.at(-1)!.item.resource_id, done.resource_id)
    await work(job)
    assert.deepEqual(await toldBy(app), [])
  })

test('a request that is refused later is a failed job', async () => {
  const nobody = [{ id: '0'.repeat(24) }]
  const { body: job } = await client.post('/tickets/enqueue', { ticket_type_id: type.id, contacts: nobody })
  await work(job)
  const { body } = await client.get(`/jobs/status/${job.id}`)
  assert.deepEqual([body.status, body.resource_id], ['failed', null])
})

test('a request that is wrong by itself makes no job', async () => {
  const wrong = { ticket_type_id: type.id, contacts, ticket_attributes: { Colour: 'red' } }
  assert.equal((await client.post('/tickets/enqueue', wrong)).status, 400)
  assert.equal((await client.get('/jobs/status/0')).status, 404)
})
