import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

async function withCompanies(app: Awaited<ReturnType<typeof testApp>>, count: number) {
  await app.db`
    insert into companies (workspace_id, id, company_id, user_count, created_at, updated_at)
    select ${app.workspace.id}, lpad(to_hex(n), 24, '0'), n, (n > 0)::int, now(), now() from generate_series(0, ${count}::int) n`
  return app
}

const app = await withCompanies(await testApp(), 230)
const client = app.client()
const scroll = (token?: string) => client.get(`/companies/scroll${token ? `?scroll_param=${token}` : ''}`)

test('a scroll shows every company with contacts once, and is gone after its empty end', async () => {
  const first = await scroll()
  assert.equal(first.status, 200)
  const { scroll_param: token } = first.body
  assert.deepEqual([first.body.pages, first.body.total_count], [null, null])
  const ids: string[] = []
  for (let page = first; page.body.data.length > 0; page = await scroll(token)) {
    assert.equal(page.body.scroll_param, token)
    ids.push(...page.body.data.map((company: any) => company.company_id))
  }
  assert.deepEqual(
    ids.map(Number).sort((a, b) => a - b),
    Array.from({ length: 230 }, (_, i) => i + 1),
  )
  const gone = await scroll(token)
  assert.deepEqual([gone.status, gone.body.errors[0].message], [404, 'scroll parameter not found'])
})

test('a scroll lives while it is used, and dies after a minute of rest', async () => {
  const { scroll_param } = (await scroll()).body
  app.clock.advance(59)
  assert.equal((await scroll(scroll_param)).body.data.length, 100)
  app.clock.advance(59)
  assert.equal((await scroll(scroll_param)).body.data.length, 30)
  app.clock.advance(60)
  assert.equal((await scroll(scroll_param)).status, 404)
})

test('two requests of one scroll at the same time get two pages', async () => {
  const { scroll_param } = (await scroll()).body
  const replies = await Promise.all([scroll(scroll_param), scroll(scroll_param)])
  const ids = replies.flatMap(({ body }) => body.data.map((company: any) => company.id))
  assert.equal(new Set(ids).size, 130)
  assert.equal(ids.length, 130)
})

test('another workspace cannot go on with our scroll, nor can anybody with one that was never open', async () => {
  const { scroll_param } = (await scroll()).body
  const other = app.client({ token: (await app.createWorkspace()).token })
  assert.equal((await other.get(`/companies/scroll?scroll_param=${scroll_param}`)).status, 404)
  for (const token of ['x', "'", '43cc3160-7bb8-4666-8b23-d2da2dc42bba'])
    assert.equal((await scroll(token)).status, 404)
})

test('several scrolls are open at a time', async () => {
  assert.deepEqual([(await scroll()).status, (await scroll()).status], [200, 200])
})

test('where limits are on, a second scroll waits for the end of the first, or for its minute', async () => {
  const limited = await withCompanies(await testApp({ limits: 'intercom' }), 1)
  const open = () => limited.client().get('/companies/scroll')
  // Every connection of the pool is open before they race.
  await Promise.all(Array.from({ length: 8 }, () => limited.client().get('/companies')))
  const replies = await Promise.all(Array.from({ length: 8 }, open))
  assert.deepEqual(replies.map(({ status }) => status).sort(), [200, ...Array(7).fill(400)])
  const refused = replies.find(({ status }) => status === 400)!
  assert.deepEqual(refused.body.errors[0], {
    code: 'scroll_exists',
    message: 'scroll already exists for this workspace',
  })
  limited.clock.advance(60)
  const next = await open()
  assert.equal(next.status, 200)
  const end = await limited.client().get(`/companies/scroll?scroll_param=${next.body.scroll_param}`)
  assert.deepEqual(end.body.data, [])
  assert.equal((await open()).status, 200)
})
