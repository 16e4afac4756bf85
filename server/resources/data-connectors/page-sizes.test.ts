/** Sizes of pages beyond the bounds: versions take the nearest bound, as documented; others take the most only. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const { id } = (await client.post('/data_connectors', { name: 'Orders', url: 'https://orders.example/' })).body
const path = `/data_connectors/${id}`
for (const name of ['One', 'Two']) await client.patch(path, { name, state: 'live' })

for (const [size, shown, rows] of [
  [0, 1, 1],
  [-5, 1, 1],
  [1, 1, 1],
  [50, 50, 2],
  [51, 50, 2],
])
  test(`${size} versions a page are ${shown}`, async () => {
    const { status, body } = await client.get(`${path}/versions?per_page=${size}`)
    assert.deepEqual([status, body.pages?.per_page, body.data?.length], [200, shown, rows])
  })

for (const [list, most] of [
  ['/data_connectors', 50],
  [`${path}/execution_results`, 30],
  ['/auth_tokens', 50],
] as const)
  test(`${list.replace(id, '{id}')} has ${most} items a page at most, and refuses less than one`, async () => {
    assert.equal((await client.get(`${list}?per_page=${most + 1}`)).body.pages.per_page, most)
    const refused = await client.get(`${list}?per_page=0`)
    assert.deepEqual([refused.status, refused.body.errors[0].code], [400, 'parameter_invalid'])
  })
