/** The probe catches a build in which one statement has lost its `workspace_id` condition. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf } from '../requests/index.ts'
import { watchWrites } from '../watched-writes.ts'
import { forgetful } from './forgetful.ts'
import { plantMarkers } from './markers.ts'
import { probe } from './probe.ts'

const build = forgetful()
const app = await testApp({ own: true, through: build.through })
await watchWrites(app.db)
await plantMarkers(app.db)
const [one, other] = [
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
  createScene(app, { workspace: await app.createWorkspace(), mark: 'twin' }),
]

const FORGOTTEN: { key: string; statement: RegExp; fault: RegExp }[] = [
  { key: 'GET /contacts/{}', statement: /select \* from contacts where/, fault: /^accepts their params.contact_id/ },
  { key: 'GET /segments', statement: /from segments/, fault: /^shows what is theirs/ },
  {
    key: 'POST /contacts/{}/archive',
    statement: /select \* from contacts where/,
    fault: /^(accepts|fails with) their params/,
  },
  { key: 'PUT /parley/newsfeeds/{}', statement: /newsfeeds/, fault: /^changes their newsfeeds/ },
]

for (const { key, statement, fault } of FORGOTTEN)
  test(`a ${key} that forgets the workspace is caught`, async () => {
    const operation = allOperations.find((one) => one.key === key)!
    build.forgets = statement
    const forgot = await probe([one, other], operation, sampleOf(key))
    build.forgets = undefined
    assert.ok(
      forgot.faults.some((text) => fault.test(text)),
      JSON.stringify(forgot.faults),
    )
    assert.deepEqual((await probe([one, other], operation, sampleOf(key))).faults, [])
  })
