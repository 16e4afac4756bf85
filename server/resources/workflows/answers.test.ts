/** Questions of several workflows in one conversation: an answer belongs to one of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workflowScene } from './test-scene.ts'

const scene = await workflowScene()
const { client, converse, conversation, post, runs, settle, workflow } = scene

const partsOf = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts
const said = async (id: string) =>
  (await partsOf(id)).flatMap(({ body }) => (body ? [body.replace(/<\/?p>/g, '')] : []))
const reply = async (id: string, more: object) => {
  const [contact] = (await conversation(id)).contacts.contacts
  return post(`/conversations/${id}/reply`, {
    type: 'user',
    message_type: 'comment',
    intercom_user_id: contact.id,
    ...more,
  })
}
const answer = async (id: string, body: string) => {
  await reply(id, { body })
  await settle()
}
const outcomes = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await runs(id))[0].outcome))

/** Workflows that ask one after the other, and repeat what they heard. They end with the test. */
const asked = (title: string, questions: object[], work: (talk: string, ...ids: [string, string]) => Promise<void>) =>
  test(title, async () => {
    const ids: string[] = []
    for (const [position, more] of questions.entries()) {
      const steps = [
        { type: 'ask', body: `Q${position}`, seconds: 600, ...more },
        { type: 'reply', body: `A${position}: {{message.body}}` },
      ]
      ids.push((await workflow({ trigger_type: 'inbound_conversation', position, steps })).id)
    }
    const talk = await converse()
    await settle()
    await work(talk, ...(ids as [string, string]))
    for (const id of ids) await client.delete(`/parley/workflows/${id}`)
  })

asked(
  'an answer is taken by the question that was asked last, the next one by the other',
  [{}, {}],
  async (talk, a, b) => {
    await answer(talk, 'one')
    assert.deepEqual(await said(talk), ['Q0', 'Q1', 'one', 'A1: one'])
    assert.deepEqual(await outcomes(a, b), [null, 'completed'])
    await answer(talk, 'two')
    assert.deepEqual((await said(talk)).slice(4), ['two', 'A0: two'])
    assert.deepEqual(await outcomes(a, b), ['completed', 'completed'])
  },
)

asked('two answers at once are one for each, whichever run looks first', [{}, {}], async (talk, a, b) => {
  await reply(talk, { body: 'one' })
  await reply(talk, { body: 'two' })
  await scene.start()
  const jobs = await scene.takeDue()
  for (const job of jobs) for (const run of job.runs) await scene.run({ ...job, runs: [run] })
  await settle()
  assert.deepEqual((await said(talk)).filter((words) => words.startsWith('A')).toSorted(), ['A0: two', 'A1: one'])
  assert.deepEqual(await outcomes(a, b), ['completed', 'completed'])
})

asked('a question that nobody answered ends by itself beside one that was', [{}, {}], async (talk, a, b) => {
  await answer(talk, 'one')
  scene.clock.advance(600)
  await settle()
  assert.deepEqual(await outcomes(a, b), ['unanswered', 'completed'])
})

const OPTIONS = { options: ['Yes', 'No'] }

asked('words that are no option go to a question without options', [{}, OPTIONS], async (talk, a, b) => {
  await answer(talk, '1042')
  assert.deepEqual(await outcomes(a, b), ['completed', null])
  await answer(talk, 'yes')
  assert.deepEqual(await outcomes(a, b), ['completed', 'completed'])
  assert.deepEqual((await said(talk)).slice(2), ['1042', 'A0: 1042', 'yes', 'A1: yes'])
})

const choose = async (talk: string, question: number) => {
  const offers = (await partsOf(talk)).filter(({ part_type }) => part_type === 'quick_reply')
  const [choice] = offers[question].metadata.quick_reply_options
  await reply(talk, { message_type: 'quick_reply', reply_options: [choice] })
  await settle()
}

asked('a quick reply goes to the question that offered it', [OPTIONS, {}], async (talk, a, b) => {
  await choose(talk, 0)
  assert.deepEqual(await outcomes(a, b), ['completed', null])
})

asked('quick replies of each question that waits can be chosen', [OPTIONS, OPTIONS], async (talk, a, b) => {
  await choose(talk, 0)
  assert.deepEqual(await outcomes(a, b), ['completed', null])
  await assert.rejects(choose(talk, 0), /reply_options must have a uuid/)
  await choose(talk, 1)
  assert.deepEqual(await outcomes(a, b), ['completed', 'completed'])
})

asked(
  'words that no question takes have the last one asked again, and no other',
  [OPTIONS, OPTIONS],
  async (talk, a, b) => {
    await answer(talk, 'Perhaps')
    assert.deepEqual(await said(talk), ['Q0', 'Q1', 'Perhaps', 'Q1'])
    await answer(talk, 'No')
    assert.deepEqual((await said(talk)).slice(4), ['No', 'A1: No'])
    assert.deepEqual(await outcomes(a, b), [null, 'completed'])
  },
)

const { id: team } = await post('/parley/teams', { name: 'Support' })

/** The second workflow asks in a conversation that the first one has lost by then. */
const LOST: [string, string, object[], (talk: string) => Promise<unknown>][] = [
  [
    'a teammate wrote',
    'teammate_replied',
    [],
    (talk) =>
      post(`/conversations/${talk}/reply`, {
        type: 'admin',
        admin_id: scene.workspace.adminId,
        message_type: 'comment',
        body: 'I look into it',
      }),
  ],
  [
    'another workflow assigned the conversation',
    'inbound_conversation',
    [{ type: 'assign', assignee_type: 'team', assignee_id: team }],
    async () => undefined,
  ],
]
for (const [why, trigger_type, before, happen] of LOST)
  for (const isFirst of [true, false])
    test(`an answer is not lost to a question that ends since ${why}, which looks ${isFirst ? 'first' : 'last'}`, async () => {
      const lost = await workflow({ trigger_type: 'inbound_conversation', steps: [{ type: 'ask', body: 'QA' }] })
      const asking = { type: 'ask', body: 'QB', ...OPTIONS }
      const other = await workflow({ trigger_type, position: 1, steps: [...before, asking] })
      const talk = await converse()
      await settle()
      await happen(talk)
      await settle()
      await reply(talk, { body: 'Maybe' })
      await scene.start()
      const woken = (await scene.takeDue()).flatMap((job) => job.runs.map((run) => ({ ...job, runs: [run] })))
      const jobs = woken.toSorted((a, b) => a.runs[0]!.id - b.runs[0]!.id)
      for (const job of isFirst ? jobs : jobs.toReversed()) await scene.run(job)
      assert.deepEqual(await outcomes(lost.id, other.id), ['interrupted', null])
      assert.deepEqual((await said(talk)).slice(-2), ['Maybe', 'QB'])
      for (const { id } of [lost, other]) await client.delete(`/parley/workflows/${id}`)
    })

test('an answer that is no value of its attribute is not left to another question', async () => {
  await post('/conversations/attributes', { name: 'amount', data_type: 'integer' })
  const ask = (position: number, more: object) =>
    workflow({
      trigger_type: 'inbound_conversation',
      position,
      steps: [{ type: 'ask', body: `Q${position}`, ...more }],
    })
  const [a, b] = [await ask(0, {}), await ask(1, { attribute: 'amount' })]
  const talk = await converse()
  await settle()
  await answer(talk, 'a lot')
  await settle()
  assert.deepEqual(await outcomes(a.id, b.id), [null, 'completed'])
})
