import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyRequest } from 'fastify'
import { heavy, leftAfter } from '../test/young.ts'
import { RequestContext } from './request-context.ts'

test('a young collection frees the request that a context has', async () => {
  const [deps, access, version] = [{ limits: 'off' }, { workspace: { id: 1 }, adminId: 2 }, { has: () => true }]
  const make = () => {
    const request = { protocol: 'https', host: 'api.example.com', url: '/tags', held: heavy() }
    return new RequestContext(
      deps as never,
      access as never,
      version as never,
      new Date(),
      request as unknown as FastifyRequest,
    )
  }
  assert.equal(make().url, 'https://api.example.com/tags')
  await leftAfter(50, make)
  const left = await leftAfter(200, make)
  assert.ok(left < 1_000_000, `${left} bytes of 3.2 MB are left`)
})
