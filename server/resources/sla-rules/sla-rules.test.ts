import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { createScene } from '../../test/fixtures/scene.ts'

const app = await testApp()
const { send, client } = createScene(app, { workspace: await app.createWorkspace() })
const rule = (name: string, more: object = {}) => ({ name, first_reply_time_in_seconds: 300, ...more })
const codeOf = async (reply: Promise<{ status: number; body: any }>) => {
  const { status, body } = await reply
  return [status, body.errors?.[0].code]
}

test('a rule is read as the API shows it, and with its conditions by the settings', async () => {
  const conditions = { field: 'priority', operator: '=', value: 'high' }
  const made = await send('POST', '/parley/sla_rules', rule(' VIP ', { conditions, pause_on_snooze: false }))
  const { pause_on_snooze, in_office_hours, conditions: shown, ...wire } = made
  assert.deepEqual([pause_on_snooze, in_office_hours, shown], [false, true, conditions])
  assert.deepEqual(wire, {
    type: 'sla_rule',
    id: made['id'],
    name: 'VIP',
    created_at: made['created_at'],
    updated_at: made['updated_at'],
    archived: false,
    archived_at: null,
    first_reply_time_in_seconds: 300,
    next_reply_time_in_seconds: null,
    time_to_close_in_seconds: null,
    resolution_time_in_seconds: null,
    speed_of_answer_in_seconds: null,
  })
  assert.deepEqual(await send('GET', `/sla_rules/${made['id']}`), wire)
  assert.deepEqual(await send('GET', '/sla_rules'), { type: 'sla_rule.list', data: [wire] })
  assert.deepEqual((await send('GET', '/parley/sla_rules'))['data'], [made])
})

test('a rule is changed by what is given, and an archived one is still read', async () => {
  const { id } = await send('POST', '/parley/sla_rules', rule('Changed', { speed_of_answer_in_seconds: 20 }))
  const path = `/parley/sla_rules/${id}`
  const changed = await send('PUT', path, { first_reply_time_in_seconds: null, in_office_hours: false })
  assert.deepEqual(
    [changed['name'], changed['first_reply_time_in_seconds'], changed['speed_of_answer_in_seconds']],
    ['Changed', null, 20],
  )
  const archived = await send('PUT', path, { archived: true })
  assert.deepEqual([archived['archived'], typeof archived['archived_at']], [true, 'number'])
  assert.equal((await send('GET', `/sla_rules/${id}`))['archived'], true)
  assert.equal((await send('PUT', path, { archived: true }))['archived_at'], archived['archived_at'])
  assert.equal((await send('PUT', path, { archived: false }))['archived_at'], null)
})

test('a rule needs a name of its own, a target, and conditions that a search would take', async () => {
  const { id } = await send('POST', '/parley/sla_rules', rule('Own'))
  const create = (body: object) => codeOf(client.post('/parley/sla_rules', body))
  assert.deepEqual(await create(rule('own')), [409, 'conflict'])
  assert.deepEqual(await create(rule(' ')), [400, 'parameter_invalid'])
  assert.deepEqual(await create({ name: 'None' }), [400, 'parameter_invalid'])
  assert.deepEqual(await create(rule('Long', { first_reply_time_in_seconds: 1e9 })), [400, 'parameter_invalid'])
  const conditions = { field: 'nothing', operator: '=', value: 1 }
  assert.deepEqual(await create(rule('Fields', { conditions })), [400, 'invalid_field'])
  assert.deepEqual(await create(rule('Query', { conditions: 'high' })), [400, 'invalid_query'])
  const huge = { field: 'source.body', operator: '~', value: 'x'.repeat(70_000) }
  assert.deepEqual(await create(rule('Huge', { conditions: huge })), [400, 'parameter_invalid'])
  const change = (body: object) => codeOf(client.put(`/parley/sla_rules/${id}`, body))
  assert.deepEqual(await change({ first_reply_time_in_seconds: null }), [400, 'parameter_invalid'])
  assert.deepEqual(await change({ name: 'VIP' }), [409, 'conflict'])
  assert.deepEqual(await codeOf(client.get('/sla_rules/1')), [404, 'not_found'])
  assert.deepEqual(await codeOf(client.put('/parley/sla_rules/abc', {})), [404, 'not_found'])
})

test('a workspace has a hundred rules at the most', async () => {
  const { length } = (await send('GET', '/sla_rules'))['data']
  for (let number = length; number < 100; number++) await send('POST', '/parley/sla_rules', rule(`Rule ${number}`))
  assert.deepEqual(await codeOf(client.post('/parley/sla_rules', rule('Last'))), [422, 'parameter_invalid'])
})
