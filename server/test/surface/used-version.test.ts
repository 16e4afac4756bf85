/**
 * The version in use: header × workspace default × webhook version, each set or not. Requests and webhooks of one
 * workspace are asked in each case. A delivery is held against the item in the form of every version.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history } from '../../versions/index.ts'
import { presentItem } from '../../webhooks/notification.ts'
import { webhookScene } from '../../webhooks/test-scene.ts'
import type { Client } from '../app.ts'
import { until } from '../until.ts'

const scene = await webhookScene()
const stable = history.newestStable.name
const TOPIC = 'conversation.user.created'

const HEADERS = [undefined, '', ' ', '2.7', ' 2.11 ', stable, 'Preview', 'unstable']
const DEFAULTS = [null, '2.11', '2.14', stable, 'Preview']
const OF_WEBHOOK = [null, '2.7', '2.15', stable, 'Preview']

const nameOf = (asked: string) => history.find(asked.trim())!.name
/** Servers drop their cache of a workspace when the database notifies them, which may take a moment. */
async function setDefault(client: Client, version: string | null): Promise<void> {
  const { status, text } = await client.put('/parley/workspace', { default_version: version })
  assert.equal(status, 200, text)
  const used = async () => (await client.get('/me')).headers['intercom-version']
  await until(async () => (await used()) === (version ?? stable))
}

for (const preset of DEFAULTS)
  test(`requests of a workspace whose default is ${preset ?? 'not set'}`, async () => {
    const { token } = await scene.createWorkspace()
    await setDefault(scene.client({ token }), preset)
    for (const header of HEADERS) {
      const headers = header === undefined ? {} : { 'intercom-version': header }
      const reply = await scene.client({ token, headers }).get('/me')
      const expected = header?.trim() ? nameOf(header) : (preset ?? stable)
      assert.equal(reply.headers['intercom-version'], expected, `header ${JSON.stringify(header)}`)
    }
  })

/** The form of an item in a version. */
const formOf = (item: object, version: string) =>
  JSON.stringify(presentItem(TOPIC, structuredClone(item), history.find(version)!))

async function lastItem(workspaceId: number): Promise<object> {
  const [event] = await scene.db<[{ item: object }]>`
    select item from events where workspace_id = ${workspaceId} and topic = ${TOPIC} order by id desc limit 1`
  return event.item
}

function assertForm(told: any, item: object, version: string, message: string): void {
  const forms = new Map(history.versions.map(({ name }) => [name, formOf(item, name)]))
  assert.notEqual(forms.get(stable), forms.get('Preview'), 'use a topic here that tells the newest two apart')
  const text = JSON.stringify(told?.body.data.item)
  const seen = [...forms].filter(([, form]) => form === text).map(([name]) => name)
  assert.ok(
    seen.includes(version),
    `${message}: told in the form of ${seen.join(', ') || 'no version'}, not ${version}`,
  )
}

for (const preset of DEFAULTS)
  for (const header of [undefined, '2.7', 'Preview'])
    test(`webhooks of a workspace whose default is ${preset ?? 'not set'}, told of a request with ${header ? `the header ${header}` : 'no header'}`, async () => {
      const workspace = await scene.createWorkspace()
      const client = scene.client({ token: workspace.token })
      await setDefault(client, preset)
      const told = (version: string | null, field: string) => `/${workspace.id}/${version}/${field}`
      for (const api_version of OF_WEBHOOK)
        await scene.listen(told(api_version, 'given'), [TOPIC], { api_version }, client)
      await scene.listen(told(null, 'left out'), [TOPIC], {}, client)
      const asking = scene.client({ token: workspace.token, ...(header && { version: header }) })
      const contact = await asking.post('/contacts', { external_id: 'ada' })
      const from = { type: 'user', id: contact.body.id }
      assert.equal((await asking.post('/conversations', { from, body: '<p>Hello <b>you</b></p>' })).status, 200)
      await scene.tell()
      const item = await lastItem(workspace.id)
      for (const [version, field] of [
        ...OF_WEBHOOK.map((one) => [one, 'given'] as const),
        [null, 'left out'] as const,
      ]) {
        const [notification] = scene.receiver.at(encodeURI(told(version, field)))
        assertForm(notification, item, version ?? preset ?? stable, told(version, field))
      }
    })

test('a default that is changed is that of the next request and of the next delivery', async () => {
  const workspace = await scene.createWorkspace()
  const client = scene.client({ token: workspace.token })
  await scene.listen(`/${workspace.id}/changed`, [TOPIC], {}, client)
  const from = { type: 'user', id: (await client.post('/contacts', { external_id: 'ada' })).body.id }
  for (const preset of ['2.7', '2.14', null]) {
    await setDefault(client, preset)
    assert.equal((await client.get('/me')).headers['intercom-version'], preset ?? stable)
    await client.post('/conversations', { from, body: 'Hello' })
    await scene.tell()
    assertForm(
      scene.receiver.at(`/${workspace.id}/changed`).at(-1),
      await lastItem(workspace.id),
      preset ?? stable,
      'changed',
    )
  }
})
