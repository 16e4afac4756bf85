/** Submitting bulk jobs: accepted bodies, immediate refusals, and answers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { bulkScene } from './test-scene.ts'

const app = await testApp()
const { client, workspace, finished, queued } = await bulkScene(app)

const ACTIONS = [
  ['POST', 'bulk'],
  ['PUT', 'bulk'],
  ['POST', 'bulk/delete'],
] as const
const unix = () => app.clock.now().getTime() / 1000

for (const [resource, one] of [
  ['contacts', 'contact'],
  ['companies', 'company'],
] as const) {
  for (const [method, path] of ACTIONS) {
    const url = `/${resource}/${path}`
    const send = method === 'PUT' ? client.put : client.post
    const isCreation = method === 'POST' && path === 'bulk'

    test(`${method} ${url} refuses what is no list of ${resource}, and keeps nothing of it`, async () => {
      const before = (await queued()).length
      const most = url === '/contacts/bulk/delete' ? 1000 : 100
      const many = Array.from({ length: most + 1 }, () => ({ id: 'x' }))
      for (const [body, code, message] of [
        [{}, 'field_not_found', `${resource} field must be supplied`],
        [{ [resource]: null }, 'field_not_found', `${resource} field must be supplied`],
        [{ [resource]: [] }, 'field_not_found', `${resource} field must be supplied`],
        [{ [resource]: { id: 'x' } }, 'type_mismatch', `${resource} must be an array`],
        [{ [resource]: 'x' }, 'type_mismatch', `${resource} must be an array`],
        [{ [resource]: many }, 'parameter_invalid', `maximum number of ${resource} per request is ${most}`],
        [{ [resource]: [{ id: 'x' }, 'x'] }, 'type_mismatch', `each ${one} must be an object`],
        [{ [resource]: [null] }, 'type_mismatch', `each ${one} must be an object`],
        [{ [resource]: [[]] }, 'type_mismatch', `each ${one} must be an object`],
        ...(isCreation
          ? []
          : ([
              [{ [resource]: [{ id: 'x' }, {}] }, 'field_not_found', `${resource} must be identified by id`],
              [{ [resource]: [{ id: '' }] }, 'field_not_found', `${resource} must be identified by id`],
            ] as const)),
      ] as const) {
        const { status, body: answer } = await send(url, body)
        assert.deepEqual([status, answer.errors[0]], [422, { code, message }], JSON.stringify(body).slice(0, 100))
      }
      assert.equal((await send(url, { [resource]: [{ id: 'x' }], job: 'x' })).status, 400)
      assert.equal((await queued()).length, before)
    })

    test(`${method} ${url} answers with the job, which waits for the worker`, async () => {
      const { status, body } = await send(url, { [resource]: [{ id: 'x' }, { id: 'y' }] })
      assert.equal(status, 202)
      const { id, url: address, tasks, ...rest } = body
      assert.match(id, /^job_v2_\d+$/)
      const [task] = tasks
      assert.match(task.id, /^task_v2_\d+$/)
      assert.deepEqual(tasks, [
        { id: task.id, item_count: 2, state: 'pending', created_at: unix(), started_at: null, completed_at: null },
      ])
      assert.deepEqual(rest, {
        type: `${resource}.bulk.job`,
        state: 'pending',
        created_at: unix(),
        updated_at: unix(),
        completed_at: null,
      })
      assert.match(address, new RegExp(`^http://[^/]+/${resource}/bulk/${id}$`))
      assert.deepEqual((await client.get(`/${resource}/bulk/${id}`)).body, body)
      const key = `bulk:${workspace.id}:${id.slice('job_v2_'.length)}`
      assert.ok((await queued()).some((job) => job.key === key && job.task_identifier === 'run_bulk_job'))
    })

    test(`${method} ${url} adds to a job that is open, and to no other`, async () => {
      const first = await client.post(`/${resource}/bulk/delete`, { [resource]: [{ id: 'x' }] })
      const append = (id: unknown, asker = send) => asker(url, { [resource]: [{ id: 'x' }], job: { id } })
      app.clock.advance(5)
      const second = await append(first.body.id)
      assert.equal(second.status, 202)
      assert.deepEqual([second.body.id, second.body.tasks.length], [first.body.id, 2])
      assert.deepEqual([second.body.created_at, second.body.updated_at], [unix() - 5, unix()])
      assert.equal((await queued()).filter(({ key }) => key.endsWith(`:${first.body.id.slice(7)}`)).length, 1)

      await finished(first)
      const closed = await append(first.body.id)
      assert.deepEqual(
        [closed.status, closed.body.errors[0]],
        [403, { code: 'forbidden', message: `job ${first.body.id} is closed for new task updates` }],
      )

      const foreignResource = resource === 'contacts' ? 'companies' : 'contacts'
      const foreign = await client.post(`/${foreignResource}/bulk/delete`, { [foreignResource]: [{ id: 'x' }] })
      const stranger = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
      const theirs = await stranger.post(`/${resource}/bulk/delete`, { [resource]: [{ id: 'x' }] })
      for (const id of ['job_v2_1', 'job_v2_x', 'x', 5, foreign.body.id, theirs.body.id]) {
        const { status, body } = await append(id)
        assert.deepEqual([status, body.errors[0]], [404, { code: 'job_not_found', message: `job ${id} not found` }])
      }
    })
  }

  test(`a job of ${resource} is shown to its workspace alone, under its own address`, async () => {
    const { body: job } = await client.post(`/${resource}/bulk/delete`, { [resource]: [{ id: 'x' }] })
    const stranger = app.client({ version: 'Preview', token: (await app.createWorkspace()).token })
    const other = resource === 'contacts' ? 'companies' : 'contacts'
    for (const [asker, path] of [
      [stranger, `/${resource}/bulk/${job.id}`],
      [client, `/${other}/bulk/${job.id}`],
      [client, `/${resource}/bulk/job_v2_1`],
      [client, `/${resource}/bulk/x`],
    ] as const) {
      const { status, body } = await asker.get(path)
      assert.deepEqual([status, body.errors[0].code], [404, 'job_not_found'], path)
    }
    const older = app.client({ version: '2.16', token: workspace.token })
    for (const reply of [
      await older.get(`/${resource}/bulk/${job.id}`),
      await older.post(`/${resource}/bulk`, {}),
      await older.put(`/${resource}/bulk`, {}),
    ])
      assert.equal(reply.body.errors[0].code, 'intercom_version_invalid')
    // Contacts in bulk are of the stable versions from 2.17 on, companies of Preview alone.
    const stable = await app.client({ token: workspace.token, version: '2.17' }).post(`/${resource}/bulk`, {})
    assert.equal(stable.body.errors[0].code, resource === 'contacts' ? 'field_not_found' : 'intercom_version_invalid')
  })
}

test('contacts are deleted by up to a thousand', async () => {
  const ids = Array.from({ length: 1001 }, (_, at) => ({ id: String(at) }))
  const many = await client.post('/contacts/bulk/delete', { contacts: ids.slice(1) })
  assert.deepEqual([many.status, many.body.tasks[0].item_count], [202, 1000])
  const more = await client.post('/contacts/bulk/delete', { contacts: ids })
  assert.deepEqual([more.status, more.body.errors[0].message], [422, 'maximum number of contacts per request is 1000'])
})
