/** Words that the agent was asked, after they were redacted or their conversation was deleted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from './test-scene.ts'

const { client, conversation, db, settle, start, workspace } = await finScene()

const turnsOf = async (id: string) =>
  (
    await db<{ body: string }[]>`
      select t.body from fin_turns t
      join fin_sessions s on s.workspace_id = t.workspace_id and s.id = t.session_id
      where s.workspace_id = ${workspace.id} and s.thread_id = ${id} order by t.number`
  ).map(({ body }) => body)

async function redactSource(id: string): Promise<void> {
  const { source } = await conversation(id)
  const { status, text } = await client.post('/conversations/redact', {
    type: 'source',
    conversation_id: id,
    source_id: source.id,
  })
  assert.equal(status, 200, text)
}

test('a redacted message is kept by no turn of the agent', async () => {
  const { intercom_conversation_id: id } = await start('My secret PIN is 4711')
  await settle()
  assert.match((await turnsOf(id))[0]!, /4711/)
  await redactSource(id)
  assert.deepEqual(await turnsOf(id), [''])
})

test('a message that is redacted before its answer is not answered', async () => {
  const { intercom_conversation_id: id } = await start('My other PIN is 4712')
  await redactSource(id)
  await settle()
  const { conversation_parts } = await conversation(id)
  assert.deepEqual(
    conversation_parts.conversation_parts.filter(({ part_type }: any) => part_type === 'comment'),
    [],
  )
  assert.deepEqual(await turnsOf(id), [''])
})
