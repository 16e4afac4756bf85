/** Happenings that follow from the doing of a workflow by way of a job. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distributeWaiting } from '../teams/distribute-waiting.task.ts'
import { workflowScene } from './test-scene.ts'

const { client, clock, converse, conversation, deps, post, runs, settle, workflow, workspace } = await workflowScene()

test('a workflow does not start from the share-out that follows when it takes a conversation off its teammate', async () => {
  const admin = await post('/parley/admins', { name: 'Ada', email: 'ada@example.com', has_inbox_seat: true })
  const team = { name: 'Support', distribution_method: 'round_robin', admin_ids: [Number(admin.id)] }
  const { id: teamId } = await post('/parley/teams', team)
  const returning = await workflow({
    trigger_type: 'conversation_assigned',
    steps: [{ type: 'assign', assignee_type: 'admin', assignee_id: '0' }],
  })
  const other = await workflow({
    position: 1,
    trigger_type: 'conversation_assigned',
    conditions: { field: 'admin_assignee_id', operator: '=', value: Number(admin.id) },
    steps: [{ type: 'reply', body: 'Ada has it' }],
  })
  const talk = await converse()
  const toTeam = { type: 'team', admin_id: String(workspace.adminId), assignee_id: teamId, message_type: 'assignment' }
  await post(`/conversations/${talk}/parts`, toTeam)
  for (let round = 0; round < 4; round++) {
    await settle()
    clock.advance(1)
    await distributeWaiting.run(deps, { workspace_id: workspace.id })
  }
  assert.equal((await runs(returning.id)).length, 2)
  assert.equal((await conversation(talk)).admin_assignee_id, Number(admin.id))
  assert.ok((await runs(other.id)).some(({ outcome }) => outcome === 'completed'))
  for (const { id } of [returning, other]) await client.delete(`/parley/workflows/${id}`)
})
