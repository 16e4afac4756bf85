import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { KNOWN_KEYS } from '../../placeholders/vocabulary.ts'
import { workflowScene } from './test-scene.ts'

const scene = await workflowScene()
const { client, clock, converse, conversation, post, runs, settle, workflow, workspace } = scene
const owner = String(workspace.adminId)

const partsOf = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts
const saidOf = async (id: string) =>
  (await partsOf(id)).flatMap(({ body, author }) => (body ? [[author.type, body.replace(/<\/?p>/g, '')]] : []))
const answer = async (id: string, body: string) => {
  const [contact] = (await conversation(id)).contacts.contacts
  return post(`/conversations/${id}/reply`, {
    type: 'user',
    message_type: 'comment',
    intercom_user_id: contact.id,
    body,
  })
}
const outcome = async (id: string) => {
  const [run] = await runs(id)
  return [run.state, run.outcome, run.steps.map((step: any) => [step.step, step.outcome, step.error])]
}
const asking = (more: object = {}, state = 'live') =>
  workflow({
    trigger_type: 'inbound_conversation',
    state,
    steps: [
      { type: 'ask', body: 'Which order?', ...more },
      { type: 'reply', body: 'Thanks' },
    ],
  })

/** Ends the workflow of a test, so that conversations of the next start nothing of it. */
const only = (title: string, work: (made: (id: string) => void) => Promise<void>) =>
  test(title, async () => {
    const made: string[] = []
    await work((id) => made.push(id))
    for (const id of made) await client.delete(`/parley/workflows/${id}`)
  })

suite('a question', () => {
  only('is asked once, and the run goes on with the answer', async (made) => {
    const { id } = await asking()
    made(id)
    const talk = await converse()
    await scene.start()
    const [job] = await scene.takeDue()
    await Promise.all([scene.run(job!), scene.run(job!)])
    await scene.run(job!)
    assert.deepEqual(await saidOf(talk), [['bot', 'Which order?']])
    assert.deepEqual(await outcome(id), ['waiting', null, []])
    await answer(talk, '1042')
    await settle()
    await settle()
    assert.deepEqual(await saidOf(talk), [
      ['bot', 'Which order?'],
      ['lead', '1042'],
      ['bot', 'Thanks'],
    ])
    assert.deepEqual(await outcome(id), [
      'ended',
      'completed',
      [
        [0, 'done', null],
        [1, 'done', null],
      ],
    ])
  })

  only('ends the run where the conversation is merged into another meanwhile', async (made) => {
    const primary = await converse()
    const { id } = await asking()
    made(id)
    const talk = await converse()
    await settle()
    await post(`/conversations/${talk}/merge`, { merge_into_conversation_id: primary })
    const before = await conversation(talk)
    clock.advance(30 * 86_400)
    await settle()
    assert.deepEqual(await outcome(id), ['ended', 'interrupted', []])
    assert.deepEqual(await conversation(talk), before)
  })

  only('and a reply are filled in; a placeholder that nothing can fill is refused by its name', async (made) => {
    const details = { title: 'A test', trigger_type: 'inbound_conversation' }
    for (const [written, told] of [
      ['{{contact.bogus}}', 'contact.bogus'],
      ['{{variables.nope}}', 'variables.nope'],
      ['{{contact.name | upcase}}', '{{contact.name | upcase}}'],
      ['{{contact.name | fallback: friend}}', '{{contact.name | fallback: friend}}'],
      ['{% if contact.name %}', '{% if contact.name %}'],
    ]) {
      const { status, body } = await client.post('/parley/workflows', {
        ...details,
        steps: [{ type: 'reply', body: `Hello ${written}` }],
      })
      const message = `steps.0.body has a placeholder that nothing fills: ${told}. Known are ${KNOWN_KEYS}`
      assert.deepEqual([status, body.errors[0].message], [400, message])
    }
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'ask', body: 'Order of {{contact.name | fallback: "you"}}?' },
        { type: 'reply', body: 'Thanks for {{message.body}} in {{conversation.id}}' },
      ],
    })
    made(id)
    const talk = await converse()
    await settle()
    await answer(talk, '<b>1042</b>')
    await settle()
    const said = await saidOf(talk)
    assert.match(said[0]![1], /^Order of \w[^{]*\?$/)
    assert.equal(said.at(-1)![1], `Thanks for 1042 in ${talk}`)
  })

  only('offers its options as quick replies', async (made) => {
    const { id } = await asking({ options: ['Beans', 'Machines'] })
    made(id)
    const talk = await converse()
    await settle()
    const [{ part_type, metadata }] = await partsOf(talk)
    assert.equal(part_type, 'quick_reply')
    assert.deepEqual(
      metadata.quick_reply_options.map(({ text }: any) => text),
      ['Beans', 'Machines'],
    )
  })

  only('is asked once more where the answer is none of its options, and then counts as unanswered', async (made) => {
    const { id } = await asking({ options: ['Beans', 'Machines'] })
    made(id)
    const [taken, given] = [await converse(), await converse()]
    await settle()
    for (const talk of [taken, given]) await answer(talk, 'Tea')
    await settle()
    const asked = async (talk: string) => (await saidOf(talk)).filter(([, body]) => body === 'Which order?').length
    assert.deepEqual([await asked(taken), await asked(given)], [2, 2])
    await answer(taken, ' beans')
    await answer(given, 'Coffee')
    await settle()
    assert.deepEqual(
      [(await saidOf(taken)).at(-1), (await saidOf(given)).at(-1)],
      [
        ['bot', 'Thanks'],
        ['lead', 'Coffee'],
      ],
    )
    const outcomes = (await runs(id)).map((run: any) => run.outcome)
    assert.deepEqual(outcomes.toSorted(), ['completed', 'unanswered'])
    assert.deepEqual([await asked(taken), await asked(given)], [2, 2])
  })

  only('gives its answer to an attribute; one that is no value of it is noted, and the run goes on', async (made) => {
    for (const [name, data_type] of [
      ['order', 'string'],
      ['amount', 'integer'],
    ] as const)
      await post('/conversations/attributes', { name, data_type })
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'ask', body: 'Which?', attribute: 'order' },
        { type: 'ask', body: 'How many?', attribute: 'amount' },
        { type: 'reply', body: 'You said {{message.body}}' },
      ],
    })
    made(id)
    const talk = await converse()
    await settle()
    await answer(talk, 'FH-1042')
    await settle()
    await answer(talk, 'a lot')
    await settle()
    assert.equal((await conversation(talk)).custom_attributes.order, 'FH-1042')
    assert.deepEqual((await saidOf(talk)).at(-1), ['bot', 'You said a lot'])
    assert.deepEqual(await outcome(id), [
      'ended',
      'completed',
      [
        [0, 'done', null],
        [1, 'failed', 'parameter_invalid'],
        [2, 'done', null],
      ],
    ])
  })

  only('that nobody answers ends the run when its time is over', async (made) => {
    const { id } = await asking({ seconds: 600 })
    made(id)
    const talk = await converse()
    await settle()
    clock.advance(599)
    await settle()
    assert.equal((await outcome(id))[0], 'waiting')
    clock.advance(1)
    await settle()
    assert.deepEqual(await outcome(id), ['ended', 'unanswered', [[0, 'done', null]]])
    await answer(talk, 'Late')
    await settle()
    assert.equal((await saidOf(talk)).at(-1)![1], 'Late')
  })

  const tomorrow = () => Math.floor(clock.now().getTime() / 1000) + 86_400
  for (const [state, before] of [
    ['closed', { type: 'close' }],
    ['snoozed', { type: 'snooze', seconds: 86_400 }],
  ] as const)
    only(`in a ${state} conversation is answered by the words that open it`, async (made) => {
      const { id } = await workflow({
        trigger_type: 'inbound_conversation',
        state: 'live',
        steps: [before, { type: 'ask', body: 'Which order?' }, { type: 'reply', body: 'Thanks' }],
      })
      made(id)
      const talk = await converse()
      await settle()
      await answer(talk, '1042')
      await settle()
      assert.deepEqual((await saidOf(talk)).at(-1), ['bot', 'Thanks'])
      assert.deepEqual((await outcome(id)).slice(0, 2), ['ended', 'completed'])
    })

  for (const [what, act] of [
    ['snoozes', () => ({ message_type: 'snoozed', snoozed_until: tomorrow() })],
    ['writes', () => ({ message_type: 'comment', body: 'I take this' })],
    ['closes', () => ({ message_type: 'close' })],
    ['takes the conversation', () => ({ message_type: 'assignment', assignee_id: owner })],
  ] as const)
    only(`that a teammate ${what} before the answer ends the run`, async (made) => {
      const { id } = await asking()
      made(id)
      const talk = await converse()
      await settle()
      const happened = { type: 'admin', admin_id: owner, ...act() }
      await post(`/conversations/${talk}/${happened.message_type === 'comment' ? 'reply' : 'parts'}`, happened)
      await answer(talk, '1042')
      await settle()
      assert.deepEqual((await outcome(id)).slice(0, 2), ['ended', 'interrupted'])
    })

  only('is answered although no workflow is live any more, by the version that asked', async (made) => {
    const { id } = await asking()
    made(id)
    const talk = await converse()
    await settle()
    await client.put(`/parley/workflows/${id}`, { state: 'paused', steps: [{ type: 'close' }] })
    await answer(talk, '1042')
    await settle()
    assert.deepEqual((await saidOf(talk)).at(-1), ['bot', 'Thanks'])
  })

  test('an attribute that is not there is refused; the export tells the question', async () => {
    const step = { type: 'ask', body: 'Which?', attribute: 'nowhere' }
    const details = { title: 'A test', trigger_type: 'inbound_conversation', steps: [step] }
    const { status, body } = await client.post('/parley/workflows', details)
    assert.deepEqual([status, body.errors[0].code], [404, 'conversation_attribute_not_found'])
    const { id } = await asking({ options: ['Yes'], seconds: 60 }, 'draft')
    const exported = (await client.get(`/export/workflows/${id}`)).body.workflow.snapshot.steps
    assert.deepEqual(exported, [
      { type: 'ask', body: 'Which order?', options: ['Yes'], seconds: 60 },
      { type: 'reply', body: 'Thanks' },
    ])
  })
})

test('untag takes a tag off, and is skipped where the conversation does not have it', async () => {
  const { id: tag } = await post('/tags', { name: 'waiting' })
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'tag', tag_id: tag },
      { type: 'untag', tag_id: tag },
      { type: 'untag', tag_id: tag },
    ],
  })
  const talk = await converse()
  await settle()
  assert.deepEqual((await conversation(talk)).tags.tags, [])
  assert.deepEqual((await outcome(id))[2], [
    [0, 'done', null],
    [1, 'done', null],
    [2, 'skipped', null],
  ])
  await client.delete(`/parley/workflows/${id}`)
})
