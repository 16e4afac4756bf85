import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const [center] = (await client.get('/help_center/help_centers')).body.data
const path = `/help_center/help_centers/${center.id}/redirects`
const collection = (await client.post('/help_center/collections', { name: 'Tools' })).body
const fields = { title: 'Rakes', author_id: app.workspace.adminId, parent_id: collection.id }
const article = (await client.post('/articles', fields)).body
const now = () => Math.floor(app.clock.now().getTime() / 1000)

const redirect = (from: string, more: object = {}) =>
  client.post(path, {
    from_url: `${center.url}${from}`,
    locale: 'en',
    target_type: 'article',
    target_id: article.id,
    ...more,
  })

test('a redirect leads from an address of the help center to an article or a collection', async () => {
  const { body } = await redirect('/en/old')
  assert.deepEqual(body, {
    id: body.id,
    type: 'help_center_redirect',
    from_url: `${center.url}/en/old`,
    locale: 'en',
    help_center_id: center.id,
    target_type: 'article',
    target_id: article.id,
    created_at: now(),
    updated_at: now(),
  })
  assert.deepEqual((await client.get(`${path}/${body.id}`)).body, body)
  const other = (await redirect('/en/tools', { target_type: 'collection', target_id: collection.id })).body
  const list = (await client.get(path)).body
  assert.deepEqual(list.data, [other, body])
  assert.deepEqual(list.pages, { type: 'pages', page: 1, per_page: 50, total_pages: 1 })
  assert.deepEqual((await client.delete(`${path}/${body.id}`)).body, {
    id: body.id,
    object: 'help_center_redirect',
    deleted: true,
  })
  assert.equal((await client.get(`${path}/${body.id}`)).status, 404)
})

test('a redirect in a language that the article lacks has one that it has', async () => {
  assert.equal((await redirect('/fr/old', { locale: 'fr' })).body.locale, 'en')
})

test('a language that nothing can be written in is refused, and nothing is stored', async () => {
  const before = (await client.get(path)).body.total_count
  for (const more of [{}, { target_type: 'collection', target_id: collection.id }])
    assert.deepEqual(await errorOf(redirect('/xx/old', { locale: 'xx', ...more })), [
      400,
      'parameter_invalid',
      'Unknown locale',
    ])
  assert.equal((await client.get(path)).body.total_count, before)
})

test('addresses that the site takes for one have one redirect', async () => {
  const taken = [409, 'resource_conflict', 'A redirect with that URL already exists']
  assert.equal((await redirect('/en/old-page')).status, 200)
  const local = `http://localhost/help/${center.identifier}/en/old-page`
  for (const from_url of ['/', '?from=mail', '#top', '/?a=1'].map((end) => `${center.url}/en/old-page${end}`))
    assert.deepEqual(await errorOf(redirect('', { from_url })), taken, from_url)
  for (const from_url of [`${center.url}/en/Old-Page`, local])
    assert.deepEqual(await errorOf(redirect('', { from_url })), taken, from_url)
  assert.equal((await redirect('/en/old-page/2')).status, 200)
  assert.equal((await redirect('/en/slashed/')).status, 200)
  assert.deepEqual(await errorOf(redirect('/en/slashed')), taken)
})

test('one of two redirects that are sent at once is refused', async () => {
  const replies = await Promise.all(['', '/'].map((end) => redirect(`/en/at-once${end}`)))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
})

const errorOf = async (reply: Promise<any>) => {
  const { status, body } = await reply
  return [status, body.errors[0].code, body.errors[0].message]
}

test('an address that names the server as this machine does is one of the help center', async () => {
  const place = `/help/${center.identifier}`
  for (const origin of ['http://127.0.0.1:4400', 'http://localhost', 'http://[::1]:80'])
    assert.equal((await redirect('', { from_url: `${origin}${place}/en/${origin.length}` })).status, 200, origin)
  for (const from_url of [
    `http://127.0.0.1.example.com${place}/en/x`,
    `http://localhost:4400${place}-2/en/x`,
    `http://localhost@example.com${place}/en/x`,
  ])
    assert.equal((await redirect('', { from_url })).status, 422, from_url)
})

test('addresses outside of the site, taken ones, and strange targets are refused', async () => {
  const outside = "from_url must be an absolute URL within this help center's URL space"
  for (const from_url of ['https://example.com/x', '/en/x', `${center.url}x`, 'javascript:x'])
    assert.deepEqual(await errorOf(redirect('', { from_url })), [422, 'data_invalid', outside])
  assert.deepEqual(await errorOf(redirect('', { from_url: undefined })), [
    400,
    'parameter_not_found',
    'from_url is required',
  ])
  assert.deepEqual(await errorOf(redirect('/a', { target_type: 'page' })), [
    400,
    'parameter_invalid',
    "target_type must be 'article' or 'collection'",
  ])
  assert.equal((await redirect('/a', { target_id: '1' })).status, 422)
  await redirect('/b')
  assert.deepEqual(await errorOf(redirect(`/${'ß'.repeat(700)}`)), [
    422,
    'data_invalid',
    'from_url must not be longer than 2000 characters once it is encoded',
  ])
  assert.deepEqual(await errorOf(redirect('/b')), [409, 'resource_conflict', 'A redirect with that URL already exists'])
  assert.deepEqual(await errorOf(client.get('/help_center/help_centers/1/redirects')), [
    404,
    'not_found',
    'Resource not found',
  ])
})
