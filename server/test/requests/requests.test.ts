/** Every operation has a valid request, which is answered with success time and again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { allOperations } from '../../operations.ts'
import { sampleOf, samples } from './index.ts'
import { give, prepare, send } from './request.ts'

const app = await testApp()

test('every valid request is of an operation', () => {
  const keys = new Set(allOperations.map(({ key }) => key))
  assert.deepEqual(
    Object.keys(samples).filter((key) => !keys.has(key)),
    [],
  )
})

test('every operation answers its valid request with success, twice', async (t) => {
  const scene = createScene(app)
  for (const operation of allOperations)
    await t.test(operation.key, async () => {
      const sample = sampleOf(operation.key)
      for (const turn of ['first', 'second']) {
        const request = await prepare(scene, operation, sample, await give(scene, operation, sample))
        const reply = await send(scene, request)
        assert.ok(reply.status < 400, `${turn}: ${reply.status} ${reply.text}`)
      }
    })
})
