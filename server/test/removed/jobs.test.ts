/** A job that names what is removed before it runs: each task, with what it does then, or why it names nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulkScene } from '../../bulk/test-scene.ts'
import { exportScene, rowsOf, untar } from '../../exports/test-scene.ts'
import { handOver } from '../../resources/admins/hand-over/hand-over.task.ts'
import { changeArticleState } from '../../resources/articles/change-article-state.task.ts'
import { wakeConversation } from '../../resources/conversations/wake-conversation.task.ts'
import { distributeWaiting } from '../../resources/teams/distribute-waiting.task.ts'
import { createTicketTask } from '../../resources/tickets/create-ticket.task.ts'
import { workflowScene } from '../../resources/workflows/test-scene.ts'
import { deliveries, tasks } from '../../tasks.ts'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'

const app = await testApp()
const deps = { db: app.db, clock: app.clock }
const newScene = async () => createScene(app, { workspace: await app.createWorkspace() })

/** Hands over to whoever has left by then. @returns to whom the conversation is assigned, and who owns the contact */
async function handedOver(type: 'admin' | 'team', taker: 'a removed admin' | 'a deleted team') {
  const scene = await newScene()
  const { given, send, adminId, workspace } = scene
  const [from, to] = [await given('an admin'), await scene.another(taker)]
  const [{ path }, contact] = [await given('a conversation'), await given('a contact')]
  const assignment = { message_type: 'assignment', type: 'admin', admin_id: adminId, assignee_id: from['id'] }
  await send('POST', `${path}/parts`, assignment)
  await send('PUT', `/contacts/${contact['id']}`, { owner_id: Number(from['id']) })
  await handOver.run(deps, {
    workspace_id: workspace.id,
    from: { type: 'admin', id: Number(from['id']) },
    to: { type, id: Number(to['id']) },
  })
  const { admin_assignee_id, team_assignee_id } = await send('GET', path)
  return [admin_assignee_id, team_assignee_id, (await send('GET', `/contacts/${contact['id']}`))['owner_id']]
}

const byTheClock = 'it runs by the clock, and names nothing'
const JOBS: Record<string, (() => Promise<void>) | string> = {
  async hand_over() {
    assert.deepEqual(await handedOver('admin', 'a removed admin'), [0, 0, null])
    assert.deepEqual(await handedOver('team', 'a deleted team'), [0, 0, null])
  },
  async wake_conversation() {
    const { another, client, workspace } = await newScene()
    const { id, path } = await another('a deleted conversation')
    await wakeConversation.run(deps, { workspace_id: workspace.id, conversation_id: Number(id) })
    assert.equal((await client.get(path)).status, 404)
  },
  async change_article_state() {
    const { client, send, unique, workspace, adminId, now } = await newScene()
    const { id } = await send('POST', '/articles', {
      title: unique('article'),
      author_id: Number(adminId),
      scheduled_publish_at: new Date((now() + 60) * 1000).toISOString(),
    })
    await send('DELETE', `/articles/${id}`)
    app.clock.advance(120)
    await changeArticleState.run(deps, { workspace_id: workspace.id, article_id: Number(id) })
    assert.equal((await client.get(`/articles/${id}`)).status, 404)
  },
  async run_export() {
    const { workspace, client, run, download } = await exportScene(app)
    const { given, another, send, now } = createScene(app, { workspace })
    const [conversation, attribute] = [await given('a conversation'), await another('a data attribute')]
    const [contact] = conversation['contacts'].contacts
    await send('PUT', `/contacts/${contact.id}`, { custom_attributes: { [attribute['name']]: 'Words' } })
    const { job_identifier } = await send('POST', '/export/reporting_data/enqueue', {
      dataset_id: 'conversation',
      attribute_ids: ['conversation_id', attribute['label']],
      start_time: 1,
      end_time: now() + 3600,
    })
    await send('PUT', `/data_attributes/${attribute['id']}`, { archived: true })
    await run(job_identifier)
    const { body } = await client.get(`/export/reporting_data/${job_identifier}`)
    const [csv] = Object.values(await untar((await download(body.download_url)).bytes))
    assert.deepEqual(
      rowsOf(csv!).map((row) => row[attribute['label']]),
      [''],
    )
  },
  async advance_workflow_runs() {
    const all = await workflowScene()
    const closing = { trigger_type: 'inbound_conversation', steps: [{ type: 'close' }] }
    const [gone, kept] = [await all.workflow(closing), await all.workflow(closing)]
    const [deleted, there] = [await all.converse(), await all.converse()]
    await all.start()
    const due = await all.takeDue()
    assert.equal((await all.client.delete(`/conversations/${deleted}`)).status, 200)
    assert.equal((await all.client.delete(`/parley/workflows/${gone.id}`)).status, 200)
    await all.client.put(`/parley/workflows/${kept.id}`, { state: 'paused' })
    for (const payload of due) await all.run(payload)
    assert.equal((await all.conversation(there)).state, 'closed')
    assert.deepEqual((await all.runs(kept.id)).map(({ outcome }) => outcome).toSorted(), ['completed', 'gone'])
    assert.equal((await all.client.get(`/parley/workflows/${gone.id}/runs`)).status, 404)
  },
  async distribute_waiting() {
    const { another, client, send, workspace, adminId } = await newScene()
    const { path } = await another('a conversation')
    const team = { name: 'Support', admin_ids: [adminId], distribution_method: 'round_robin' }
    const { id } = await send('POST', '/parley/teams', { ...team, admin_ids: [] })
    const assignment = { message_type: 'assignment', type: 'team', admin_id: adminId, assignee_id: id }
    await send('POST', `${path}/parts`, assignment)
    await send('PUT', `/parley/teams/${id}`, team)
    await send('DELETE', `/parley/teams/${id}`, {})
    await distributeWaiting.run(deps, { workspace_id: workspace.id })
    assert.equal((await client.get(path)).body.admin_assignee_id, 0)
  },
  async run_bulk_job() {
    const bulk = await bulkScene(app)
    const { another } = createScene(app, { workspace: bulk.workspace })
    const [gone, there] = [await another('a contact'), await another('a contact')]
    const contacts = [gone, there].map(({ id }) => ({ id, name: 'Renamed' }))
    const job = await bulk.client.put('/contacts/bulk', { contacts })
    assert.equal((await bulk.client.delete(`/contacts/${gone['id']}`)).status, 200)
    assert.equal((await bulk.finished(job)).state, 'completed_with_errors')
    assert.deepEqual(
      (await bulk.refused()).map(({ position, error_code }) => [position, error_code]),
      [[0, 'not_found']],
    )
    assert.equal((await bulk.client.get(`/contacts/${there['id']}`)).body.name, 'Renamed')
  },
  async create_ticket() {
    const { another, client, send, workspace, adminId } = await newScene()
    const [type, contact] = [await another('a ticket type'), await another('a contact')]
    const enqueued = async (more: object) =>
      (
        await send('POST', '/tickets/enqueue', {
          ticket_type_id: type['id'],
          contacts: [{ id: contact['id'] }],
          ...more,
        })
      )['id']
    const removed = {
      '/contacts/': (id: string) => ({ contacts: [{ id }] }),
      '/companies/': (company_id: string) => ({ company_id }),
      '/conversations/': (conversation_to_link_id: string) => ({ conversation_to_link_id }),
      '/parley/teams/': (team_assignee_id: string) => ({ assignment: { team_assignee_id } }),
      '/parley/admins/': (admin_assignee_id: string) => ({ assignment: { admin_assignee_id } }),
    }
    const names = ['a contact', 'a company', 'a conversation', 'a team', 'an admin'] as const
    const jobs: string[] = []
    for (const [at, [path, naming]] of Object.entries(removed).entries()) {
      const { id } = await another(names[at]!)
      jobs.push(await enqueued(naming(id)))
      assert.equal(
        (await client.delete(`${path}${id}`, path.startsWith('/parley/') ? {} : undefined)).status,
        200,
        path,
      )
    }
    jobs.push(await enqueued({}))
    await send('PUT', `/ticket_types/${type['id']}`, { archived: true })
    for (const id of jobs) {
      await createTicketTask.run(deps, { workspace_id: workspace.id, job_id: Number(id), admin_id: Number(adminId) })
      const { status, resource_id } = await send('GET', `/jobs/status/${id}`)
      assert.deepEqual([status, resource_id], ['failed', null])
    }
    assert.equal(
      (await client.post('/tickets/search', { query: { field: 'id', operator: '>', value: '0' } })).body.total_count,
      0,
    )
  },
  answer_fin_turn: 'a deleted conversation has no session: resources/fin/sessions.test.ts',
  end_quiet_fin_sessions: 'as above',
  hand_over_fin_sessions: 'the conversation may be deleted meanwhile: resources/procedures/deleted.test.ts',
  deliver_notification: 'a webhook that is deleted takes with it what it was to be told: webhooks/deliver.test.ts',
  fetch_attachment: 'a message that is gone keeps no file: files/fetch-attachment.test.ts',
  send_mail: 'a mail keeps its words and addresses: mail/send-mail.test.ts',
  send_channel_message: 'a message keeps its words and its number: resources/messages/whatsapp.test.ts',
  breach_sla: 'a deleted conversation has no clocks: resources/sla-rules/applied.test.ts',
  keep_event_months: byTheClock,
  prune_data_connector_executions: byTheClock,
  prune_catalog_uploads: byTheClock,
  prune_content_words: 'words of a deleted article are forgotten: content/index/prune-words.test.ts',
  prune_events: byTheClock,
  prune_exports: byTheClock,
  prune_fin_stream_tokens: byTheClock,
  prune_webhooks: byTheClock,
  prune_workflow_runs: byTheClock,
}

test('each task is told', () => {
  assert.deepEqual(Object.keys(JOBS).toSorted(), [...tasks, ...deliveries].map(({ name }) => name).toSorted())
})

for (const [name, run] of Object.entries(JOBS))
  if (typeof run !== 'string') test(`${name} does nothing to what was removed since`, run)
