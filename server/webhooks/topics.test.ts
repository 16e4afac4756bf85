/** That all that is told of is a topic that one can listen to, and can be told in every version. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv, type ValidateFunction } from 'ajv'
import { testApp } from '../test/app.ts'
import { insertUnmakeable, runTour, settingsTour } from '../test/tour.ts'
import { history } from '../versions/index.ts'
import { presentItem } from './notification.ts'
import { isTopic, modelOf } from './topics.ts'

const app = await testApp({ own: true })
// Each check is used a few times: to compile it fast matters more than to run it fast.
const ajv = new Ajv({ strict: false, allowUnionTypes: true, code: { optimize: false } })
const checks = new Map<string, ValidateFunction>()

/** Most models are the same in many versions. */
function checkOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema)
  const check = checks.get(text) ?? ajv.compile(JSON.parse(text))
  checks.set(text, check)
  return check
}

test('every event of a tour is of a known topic, and what it tells is of the topic’s model in every version', async () => {
  const { token, id } = await app.createWorkspace()
  const found = await insertUnmakeable(app, id)
  for (const { go, find } of settingsTour) {
    const { body } = (await go(app.client({ token }), found))!
    Object.assign(found, find?.(body))
  }
  await runTour(app, history.newest)
  const events = await app.db<{ topic: string; item: { type?: unknown } }[]>`select topic, item from events`
  const topics = new Set(events.map(({ topic }) => topic))
  assert.ok(topics.size > 30, `${topics.size}`)
  for (const { topic, item } of events) {
    assert.ok(isTopic(topic), topic)
    for (const version of history.versions) {
      const told = JSON.parse(JSON.stringify(version.down(modelOf(topic), topic)(structuredClone(item))))
      const check = checkOf(version.replySchema(modelOf(topic), topic))
      assert.ok(check(told), `${topic} ${version.name}: ${ajv.errorsText(check.errors)} ${JSON.stringify(told)}`)
      presentItem(topic, structuredClone(item), version)
    }
  }
})
