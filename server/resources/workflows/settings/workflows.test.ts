import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { workflowScene } from '../test-scene.ts'

const scene = await workflowScene()
const { client, workflow, workspace } = scene
const end = (id: string) => client.delete(`/parley/workflows/${id}`)

suite('settings', () => {
  const trigger_type = 'inbound_conversation'

  for (const [why, details, code] of [
    ['an unknown field', { conditions: { field: 'mood', operator: '=', value: 'x' } }, 'invalid_field'],
    ['a condition of a step that is none', { steps: [{ type: 'close', if: 'open' }] }, 'invalid_query'],
    ['a tag that is not there', { steps: [{ type: 'tag', tag_id: '1' }] }, 'tag_not_found'],
    [
      'a connector that is not there',
      { steps: [{ type: 'run_connector', data_connector_id: '1' }] },
      'data_connector_not_found',
    ],
    [
      'an assignee who is not there',
      { steps: [{ type: 'assign', assignee_type: 'team', assignee_id: '1' }] },
      'assignee_not_found',
    ],
    ['no steps', { steps: [] }, 'parameter_invalid'],
    ['a step of an unknown type', { steps: [{ type: 'dance' }] }, 'parameter_invalid'],
    ['a wait without its length', { steps: [{ type: 'wait' }] }, 'parameter_not_found'],
    ['an id with capitals', { id: 'Mine' }, 'parameter_invalid'],
    ['a blank title', { title: ' ' }, 'parameter_invalid'],
  ] as const)
    test(`${why} is refused`, async () => {
      const { status, body } = await client.post('/parley/workflows', {
        title: 'A test',
        trigger_type,
        steps: [{ type: 'close' }],
        ...details,
      })
      assert.ok(status === 400 || status === 404)
      assert.equal(body.errors[0].code, code)
    })

  test('an id is taken once', async () => {
    const details = { id: 'mine', trigger_type, steps: [{ type: 'close' }] }
    await workflow({ ...details, state: 'draft' })
    const { status, body } = await client.post('/parley/workflows', { title: 'Another', ...details })
    assert.deepEqual([status, body.errors[0].code], [409, 'conflict'])
    assert.equal((await end('mine')).body.deleted, true)
    assert.equal((await client.get('/parley/workflows/mine')).status, 404)
    assert.equal((await workflow({ ...details, state: 'draft' })).id, 'mine')
  })

  test('the export tells the whole workflow, from 2.15 on', async () => {
    const conditions = { field: 'open', operator: '=', value: true }
    const steps = [{ type: 'close', if: conditions }]
    const made = await workflow({ id: 'told', state: 'draft', trigger_type, conditions, steps })
    const { body } = await scene.client.get('/export/workflows/told')
    assert.deepEqual(
      [body.export_version, body.app_id, body.workflow.title, body.workflow.trigger_type, body.workflow.state],
      ['1.0', workspace.id, made.title, trigger_type, 'draft'],
    )
    assert.deepEqual(
      [body.workflow.targeting, body.workflow.snapshot, body.workflow.embedded_rules],
      [conditions, { version: 1, steps }, [{ step: 0, if: conditions }]],
    )
    const older = (version: string) =>
      scene.app.inject({
        url: '/export/workflows/told',
        headers: { authorization: `Bearer ${workspace.token}`, 'intercom-version': version },
      })
    assert.deepEqual([(await older('2.14')).statusCode, (await older('2.15')).statusCode], [400, 200])
    const none = await client.get('/export/workflows/none')
    assert.deepEqual([none.status, none.body.errors[0].message], [404, 'Workflow not found'])
    await end('told')
  })
})
