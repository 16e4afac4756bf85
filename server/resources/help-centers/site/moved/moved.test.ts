import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../../test/app.ts'
import { plansOf } from '../../../../test/plans.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId
const [center] = (await client.get('/parley/help_centers')).body.data
await client.put(`/parley/help_centers/${center.id}`, { website_turned_on: true, locales: ['en', 'de', 'pt-BR'] })
const ROOT = `/help/${center.identifier}`
const HOST = 'http://localhost'

const newCollection = async (name: string) => (await client.post('/help_center/collections', { name })).body
const collection = await newCollection('Some tools')
const write = async (article: object) =>
  (await client.post('/articles', { author_id, state: 'published', parent_id: collection.id, ...article })).body
const pathOf = ({ url }: { url: string }) => url.slice(HOST.length)
const get = async (path: string) => {
  const { statusCode, headers } = await app.app.inject({ url: path })
  return [statusCode, headers.location] as const
}
/** One answer that leads to a page. */
async function leads(from: string, to: string) {
  assert.deepEqual(await get(from), [301, to], from)
  assert.equal((await get(to))[0], 200, to)
}
const redirect = async (from: string, more: object) =>
  (
    await client.post(`/help_center/help_centers/${center.id}/redirects`, {
      from_url: `${center.url}${from}`,
      locale: 'en',
      target_type: 'article',
      ...more,
    })
  ).body

const article = await write({
  title: 'Sharpen a rake',
  translated_content: { de: { title: 'Rechen schärfen', body: '<p>x</p>', state: 'published' } },
})
const german = pathOf(article.translated_content.de)

test("addresses in the shape of Intercom's lead to the page, whatever their words and their language's letter case", async () => {
  assert.deepEqual(await get(pathOf(article)), [200, undefined])
  for (const path of [
    `/en/articles/${article.id}-some-other-words`,
    `/en/articles/${article.id}`,
    `/articles/${article.id}-sharpen-a-rake`,
    `/EN/articles/${article.id}-sharpen-a-rake`,
    `/en-GB/articles/${article.id}`,
  ])
    await leads(ROOT + path, pathOf(article))
  for (const path of [`/de/articles/${article.id}-x`, `/de-at/articles/${article.id}`]) await leads(ROOT + path, german)
  for (const path of ['/collections/', '/en/collections/', '/en-us/collections/'])
    await leads(`${ROOT}${path}${collection.id}-x`, pathOf(collection))
})

test('an article or a collection in a language that the help center lacks leads to its default language', async () => {
  for (const prefix of ['/fr', '/hc/fr', '/fr-ca', '/hc/fr-ca']) {
    await leads(`${ROOT}${prefix}/articles/${article.id}-x`, pathOf(article))
    await leads(`${ROOT}${prefix}/articles/${article.id}`, pathOf(article))
  }
  await leads(`${ROOT}/fr/collections/${collection.id}`, pathOf(collection))
  await leads(`${ROOT}/hc/fr/sections/${collection.id}`, pathOf(collection))
})

test("addresses in the shape of Zendesk's lead to the page", async () => {
  await leads(`${ROOT}/hc/en-us/articles/${article.id}-Sharpen-A-Rake`, pathOf(article))
  await leads(`${ROOT}/hc/de/articles/${article.id}`, german)
  await leads(`${ROOT}/hc/xx/articles/${article.id}`, pathOf(article))
  for (const kind of ['sections', 'categories'])
    await leads(`${ROOT}/hc/en-us/${kind}/${collection.id}-T`, pathOf(collection))
  await leads(`${ROOT}/hc/en-us`, `${ROOT}/en`)
  await leads(`${ROOT}/hc`, `${ROOT}/en`)
  await leads(`${ROOT}/pt-br`, `${ROOT}/pt-BR`)
})

test('an article that was imported is found by the id that it had elsewhere', async () => {
  await app.db`
    insert into article_imports ${app.db({
      workspace_id: app.workspace.id,
      path: '/files/360001234567-Rake.html',
      locale: 'en',
      article_id: Number(article.id),
      source_id: '360001234567',
      imported_at: app.clock.now(),
    })}`
  await leads(`${ROOT}/hc/en-us/articles/360001234567-Rake`, pathOf(article))
})

test('pages that nobody may see, and addresses of none, are missing and lead nowhere', async () => {
  const draft = await write({ title: 'Draft', state: 'draft' })
  for (const path of [
    `/en/articles/${draft.id}-draft`,
    `/hc/en-us/articles/${draft.id}`,
    '/hc/en-us/articles/1',
    '/hc/en-us/requests/new',
    '/xx',
    '/xx/articles/1',
    '/en/other',
    '/en/articles/999999999999999999999',
    '/en/articles/%ff',
    '/%00',
  ])
    assert.ok([400, 404].includes((await get(ROOT + path))[0]), path)
})

test('a redirect leads to its target in one step, also after the target has got another title', async () => {
  await redirect('/en/old-rakes', { target_id: article.id })
  await redirect('/Alte/Straße', { target_id: article.id, locale: 'de' })
  await redirect('/en/old-tools', { target_type: 'collection', target_id: collection.id })
  await leads(`${ROOT}/en/old-rakes`, pathOf(article))
  await leads(`${ROOT}/en/old-rakes/?from=mail`, pathOf(article))
  await leads(`${ROOT}/alte/stra%c3%9fe`, german)
  await leads(`${ROOT}/en/old-tools`, pathOf(collection))
  const renamed = (await client.put(`/articles/${article.id}`, { title: 'Sharpen every rake' })).body
  await leads(`${ROOT}/en/old-rakes`, pathOf(renamed))
  await leads(pathOf(article), pathOf(renamed))
  await client.put(`/articles/${article.id}`, { title: 'Sharpen a rake' })
  await leads(pathOf(renamed), pathOf(article))
})

test('a live page goes before a redirect from its address', async () => {
  const other = await write({ title: 'Other' })
  await redirect(pathOf(other).slice(ROOT.length), { target_id: article.id })
  assert.deepEqual(await get(pathOf(other)), [200, undefined])
  await client.put(`/articles/${other.id}`, { state: 'draft' })
  await leads(pathOf(other), pathOf(article))
})

test('redirects that lead on are followed to the end, and a circle leads nowhere', async () => {
  const [first, second] = [await write({ title: 'First' }), await write({ title: 'Second' })]
  await redirect('/en/start', { target_id: first.id })
  await redirect(pathOf(first).slice(ROOT.length), { target_id: second.id })
  await redirect(pathOf(second).slice(ROOT.length), { target_id: first.id })
  await client.put(`/articles/${first.id}`, { state: 'draft' })
  await leads(`${ROOT}/en/start`, pathOf(second))
  await client.put(`/articles/${second.id}`, { state: 'draft' })
  assert.equal((await get(`${ROOT}/en/start`))[0], 404)
  await client.put(`/articles/${first.id}`, { state: 'published' })
  await leads(`${ROOT}/en/start`, pathOf(first))
  await leads(pathOf(second), pathOf(first))
})

test('a redirect holds on after the help center has got a domain of its own', async () => {
  await client.put(`/parley/help_centers/${center.id}`, { custom_domain: 'moved.rake.example' })
  await leads(`${ROOT}/en/old-rakes`, pathOf(article))
  await redirect('', { from_url: 'https://moved.rake.example/en/older-rakes', target_id: article.id })
  await leads(`${ROOT}/en/older-rakes`, pathOf(article))
  await client.put(`/parley/help_centers/${center.id}`, { custom_domain: null })
})

test('an address that is nowhere is compared with no other redirect than its own', async () => {
  const own = await testApp({ own: true })
  const [site] = (await own.client().get('/parley/help_centers')).body.data
  await own.client().put(`/parley/help_centers/${site.id}`, { website_turned_on: true })
  const { id } = (await own.client().post('/help_center/collections', { name: 'Rakes' })).body
  await own.db`
    insert into help_center_redirects
      (workspace_id, help_center_id, from_url, locale, collection_id, created_at, updated_at)
    select ${own.workspace.id}, ${site.id}, 'http://localhost/help/' || ${site.identifier}::text || '/en/old/' || n,
      'en', ${id}, now(), now()
    from generate_series(1, 5000) n`
  await own.db`analyze help_center_redirects`
  for (const [path, status] of [
    ['/en/nowhere', 404],
    ['/en/articles/123-nowhere', 404],
    ['/en/old/77', 301],
  ] as const) {
    const plans = await plansOf(own.db, /from help_center_redirects/, async () => {
      const { statusCode } = await own.app.inject({ url: `/help/${site.identifier}${path}` })
      assert.equal(statusCode, status)
    })
    for (const { reads } of plans)
      for (const { table, rows = 0, wasted, index } of reads) {
        if (table !== 'help_center_redirects') continue
        assert.match(String(index), /^help_center_redirects_by_pa(th|ge)$|^undefined$/)
        assert.ok(rows + wasted <= 1, `${path} reads ${rows} and ${wasted} more by ${index}`)
      }
  }
})

test('an address of another host, with query and words, is found as it is opened', async () => {
  await redirect('/en/Guides/Rakes/?from=old#top', { target_id: article.id })
  await leads(`${ROOT}/en/guides/rakes`, pathOf(article))
  const gone = await write({ title: 'Gone' })
  await redirect(`${pathOf(gone).slice(ROOT.length)}?x=1`, { target_id: article.id })
  await client.delete(`/articles/${gone.id}`)
  await leads(`${ROOT}/en/articles/${gone.id}-other-words`, pathOf(article))
})
