/**
 * Attacks in every text of the site: bodies, titles, descriptions, names, settings, search words, paths and forms. Each
 * page is opened, everything in it is touched, and then nothing may have run: no script, no dialog, no refusal of the
 * policy (which would mean that something tried), and no request to elsewhere but for a picture.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { PLAYER_ORIGINS } from '../server/html.ts'
import { visit, type Visitor } from './chromium.ts'
import { ATTACKS } from './known-attacks.ts'
import { demoScene } from './scene.ts'

const { origin, client, adminId, base } = await demoScene()
const shelf = (await client.post('/help_center/collections', { name: 'Attacks' })).body

const SAMPLES = join(import.meta.dirname, '../server/content/samples')
const bodies = readdirSync(SAMPLES).filter((name) => /attack.*\.html$/.test(name))

async function write(article: object): Promise<string> {
  const { status, body, text } = await client.post('/articles', {
    author_id: adminId,
    state: 'published',
    parent_ids: [shelf.id],
    ...article,
  })
  assert.equal(status, 200, text)
  return new URL(body.url).pathname
}

/** Counts what ran, whatever name an attack has for it. */
const TRAP = `
  window.hits = 0
  for (const name of ['hit', 'alert', 'confirm', 'prompt', 'print', 'xss']) window[name] = () => { window.hits++ }`

async function trapped(): Promise<Visitor> {
  const visitor = await visit(origin)
  await visitor.page.addInitScript(TRAP)
  return visitor
}

/** Events that attacks wait for, on every element; links and forms are kept from leaving. */
const TOUCH = `
  addEventListener('click', (event) => event.preventDefault(), true)
  addEventListener('submit', (event) => event.preventDefault(), true)
  for (const one of document.querySelectorAll('body *')) {
    for (const type of ['mouseover', 'focus', 'mouseenter', 'pointerdown', 'toggle', 'animationstart'])
      one.dispatchEvent(new Event(type, { bubbles: true }))
    one.focus?.()
  }`

/** Articles may hold players of known hosts. */
const isPlayer = (request: string): boolean => PLAYER_ORIGINS.some((host) => request.startsWith(`document ${host}/`))

/** Structured data are scripts by their element alone. */
const SCRIPTS = '[...document.scripts].filter(({ type }) => type !== "application/ld+json").length'

const INERT = /^(https?:|mailto:|tel:|\/|#|$)/

async function assertHarmless(visitor: Visitor, path: string, status: number | undefined): Promise<void> {
  const { page, errors, foreign, dialogs } = visitor
  await page.evaluate(TOUCH)
  assert.equal(await page.evaluate('window.hits'), 0, path)
  assert.deepEqual(dialogs, [], path)
  assert.deepEqual(
    foreign.filter((one) => !one.startsWith('image ') && !isPlayer(one)),
    [],
    path,
  )
  assert.deepEqual(
    errors.filter((error) => !(status === 404 && error.includes('404')) && !/ERR_FAILED.*embed/.test(error)),
    [],
    path,
  )
  const addresses = await page.evaluate<string[]>(
    '[...document.querySelectorAll("[href], [action], [formaction]")].flatMap((one) => ["href", "action", "formaction"].flatMap((name) => one.getAttribute(name) ?? []))',
  )
  for (const address of addresses) assert.match(address, INERT, path)
  assert.equal(await page.evaluate(SCRIPTS), 1, path)
  assert.equal(await page.evaluate('document.querySelectorAll("style, object, embed, base, [style]").length'), 0, path)
}

async function open(path: string, visitor: Visitor): Promise<void> {
  visitor.errors.length = 0
  visitor.foreign.length = 0
  const reply = await visitor.page.goto(origin + path)
  await assertHarmless(visitor, path, reply?.status())
}

test('bodies of articles, as HTML and as Markdown', async () => {
  const visitor = await trapped()
  const samples = bodies.map((name) => readFileSync(join(SAMPLES, name), 'utf8'))
  for (const [at, body] of [...ATTACKS, ...samples].entries())
    await open(await write({ title: `Attack ${at}`, body: `<p>before</p>${body}<p>after</p>` }), visitor)
  for (const [at, body_markdown] of ATTACKS.entries())
    await open(await write({ title: `Attack in Markdown ${at}`, body_markdown }), visitor)
  await visitor.close()
})

test('titles and descriptions of articles, in pages, lists, searches and suggestions', async () => {
  const visitor = await trapped()
  for (const attack of ATTACKS) await open(await write({ title: `press ${attack}`, description: attack }), visitor)
  await open(`${new URL(shelf.url).pathname}`, visitor)
  await open(`${base}/en/search?q=press`, visitor)
  await open(`${base}/en`, visitor)
  for (const word of ['script', 'press', 'onerror', 'javascript']) {
    await visitor.page.getByRole('combobox').fill(word)
    await visitor.page.getByRole('option').first().waitFor()
    await assertHarmless(visitor, word, 200)
  }
  await visitor.close()
})

test('search words and paths', async () => {
  const visitor = await trapped()
  for (const attack of ATTACKS) {
    await open(`${base}/en/search?q=${encodeURIComponent(attack)}`, visitor)
    await open(`${base}/en/${encodeURIComponent(attack)}`, visitor)
    await open(`${base}/en/articles/1-${encodeURIComponent(attack)}?feedback=${encodeURIComponent(attack)}`, visitor)
  }
  await open(`${base}/en`, visitor)
  for (const attack of ATTACKS) {
    await visitor.page.getByRole('combobox').fill(`zzzxq ${attack.slice(0, 150)}`)
    await visitor.page.waitForResponse(/suggest/)
  }
  await assertHarmless(visitor, 'suggestions', 200)
  await visitor.close()
})

test('names of the help center, its collections and its authors', async () => {
  const visitor = await trapped()
  const [{ id, display_name }] = (await client.get('/parley/help_centers')).body.data
  const author = (await client.post('/parley/admins', { name: 'Mallory', email: 'mallory@example.com' })).body
  const path = await write({ title: 'By Mallory', body: '<p>x</p>', author_id: Number(author.id) })
  for (const attack of ATTACKS) {
    const name = attack.slice(0, 120)
    await client.put(`/parley/help_centers/${id}`, { display_name: name, header_text: { en: name } })
    await client.put(`/help_center/collections/${shelf.id}`, { name, description: attack })
    await client.put(`/parley/admins/${author.id}`, { name })
    const { url } = (await client.get(`/help_center/collections/${shelf.id}`)).body
    for (const one of [`${base}/en`, new URL(url).pathname, path]) await open(one, visitor)
  }
  await client.put(`/parley/help_centers/${id}`, { display_name, header_text: { en: null } })
  await visitor.close()
})

test('messages and e-mails that come back in a form', async () => {
  const visitor = await trapped()
  const path = await write({ title: 'Asked', body: '<p>x</p>' })
  for (const attack of ATTACKS.slice(0, 20)) {
    await visitor.page.goto(`${origin}${path}?feedback=no`)
    await visitor.page.getByLabel('Your message').fill('')
    await visitor.page.getByLabel(/e-mail/).fill(attack)
    await visitor.page.getByRole('button', { name: 'Send message' }).click()
    const limited = (await visitor.page.getByText('Too many messages').count()) > 0
    await visitor.page.waitForLoadState()
    visitor.errors.splice(0, visitor.errors.length, ...visitor.errors.filter((one) => !/422|429/.test(one)))
    await assertHarmless(visitor, attack, 422)
    if (limited) break
  }
  await visitor.close()
})
