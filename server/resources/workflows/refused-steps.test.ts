import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workflowScene } from './test-scene.ts'

const { client, converse, conversation, post, run, runs, start, takeDue, workflow } = await workflowScene()

test('two jobs of one token that are refused a step fail it once, and the next steps are taken', async () => {
  for (let round = 0; round < 4; round++) {
    const { id: gone } = await post('/tags', { name: `gone ${round}` })
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'tag', tag_id: gone }, { type: 'reply', body: 'Not skipped' }, { type: 'close' }],
    })
    await client.delete(`/tags/${gone}`)
    const talk = await converse()
    await start()
    const due = await takeDue()
    await Promise.all(due.flatMap((payload) => [run(payload), run(payload)]))
    const [one] = await runs(id)
    assert.deepEqual(
      one.steps.map(({ outcome, error }: { outcome: string; error: string | null }) => [outcome, error]),
      [
        ['failed', 'tag_not_found'],
        ['done', null],
        ['done', null],
      ],
    )
    const said = (await conversation(talk)).conversation_parts.conversation_parts
    assert.equal(said.filter(({ body }: { body: string | null }) => body?.includes('Not skipped')).length, 1)
    assert.equal((await client.delete(`/parley/workflows/${id}`)).status, 200)
  }
})
