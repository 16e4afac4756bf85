/** A visitor walks the site on a phone and at a desk, in light and dark, from left and from right. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf } from './axe.ts'
import { visit } from './chromium.ts'
import { demoScene } from './scene.ts'

const { origin, pages, fromRight, base } = await demoScene()

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }

/** True if the page is wider than its window. */
const overflows = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

/** Browsers write a line for each address that answers with an error. */
const expected = (path: string) => (error: string) =>
  !(error.includes('404') && (path === pages.missing || path === fromRight.missing))

for (const [size, viewport] of Object.entries(SIZES))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [kind, path] of [
      ...Object.entries(pages),
      ...Object.entries(fromRight).map(([kind, path]) => [`${kind} from the right`, path] as const),
    ])
      test(`${kind}, ${size}, ${colorScheme}: no fault, no error, nothing wider than the window`, async () => {
        const visitor = await visit(origin, { viewport, colorScheme })
        const reply = await visitor.page.goto(origin + path)
        assert.equal(reply?.status(), expected(path)('404') ? 200 : 404)
        assert.equal(await overflows(visitor.page), false)
        assert.deepEqual(await faultsOf(visitor.page), [])
        assert.deepEqual(visitor.errors.filter(expected(path)), [])
        assert.deepEqual(
          visitor.foreign.filter((one) => !one.startsWith('image ')),
          [],
        )
        await visitor.close()
      })

test('on a phone, links that stand by themselves are as high as a finger', async () => {
  const visitor = await visit(origin, { viewport: SIZES.phone })
  for (const path of [pages.long, pages.collection, pages.contact, fromRight.article]) {
    await visitor.page.goto(origin + path)
    const low = await visitor.page.evaluate<string[]>(
      `[...document.querySelectorAll('.crumbs a, .contents a, .section > h2 a, .bar a, .bar button, main button')]
        .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
        .map((one) => one.outerHTML)`,
    )
    assert.deepEqual(low, [], path)
  }
  await visitor.close()
})

test('from the home page to an article, by search as you type, with the pointer', async () => {
  const { page, errors, close } = await visit(origin, { viewport: SIZES.desk })
  await page.goto(origin + pages.home)
  await page.getByRole('combobox').fill('every part of')
  await page.getByRole('option').first().click()
  await page.waitForURL(origin + pages.long)
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Settings' }).click()
  assert.match(page.url(), /#h_/)
  assert.deepEqual(errors, [])
  await close()
})

test('the language is changed on the same article, where the page turns round', async () => {
  const { page, errors, close } = await visit(origin, { viewport: SIZES.phone })
  await page.goto(origin + pages.long)
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('link', { name: 'العربية' }).click()
  await page.waitForURL(origin + fromRight.article)
  assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".body")).direction'), 'rtl')
  assert.equal(await page.evaluate('getComputedStyle(document.querySelector("td")).textAlign'), 'start')
  assert.deepEqual(errors, [])
  await close()
})

test('a no becomes a message, and the message is sent', async () => {
  const { page, errors, close } = await visit(origin, { viewport: SIZES.phone })
  await page.goto(origin + pages.article)
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByLabel('Your message').fill('Where is the manual?')
  await page.getByLabel(/e-mail/).fill('ada@example.com')
  await page.getByRole('button', { name: 'Send message' }).click()
  await page.getByText('Your message was sent.').waitFor()
  assert.deepEqual(errors, [])
  await close()
})

test('after a form that was refused, the way back leads to its text', async () => {
  const { page, close } = await visit(origin, { viewport: SIZES.phone })
  for (const path of [pages.contact, fromRight.contact]) {
    await page.goto(origin + path)
    const message = page.locator('textarea[name=message]')
    await message.fill('Where is the manual?')
    await page.evaluate('document.querySelector("textarea").form.enctype = "multipart/form-data"')
    const refused = page.waitForResponse((reply) => reply.status() === 415)
    await page.locator('main button').click()
    await refused
    await page.waitForLoadState()
    assert.equal(await overflows(page), false)
    assert.deepEqual(await faultsOf(page), [])
    await page.goBack()
    assert.equal(await message.inputValue(), 'Where is the manual?')
  }
  await close()
})

test('a page prints as the article alone, in black on white', async () => {
  const { page, close } = await visit(origin, { viewport: SIZES.desk, colorScheme: 'dark' })
  await page.goto(origin + pages.long)
  await page.emulateMedia({ media: 'print' })
  for (const part of ['.search', '.languages', '.contents', '.feedback', '.related'])
    for (const one of await page.locator(part).all()) assert.equal(await one.isVisible(), false, part)
  assert.equal(await page.evaluate('getComputedStyle(document.body).color'), 'rgb(0, 0, 0)')
  assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)')
  await close()
})

test('a theme of the settings goes before the choice of the reader', async () => {
  const { client } = await demoScene()
  const [{ id }] = (await client.get('/parley/help_centers')).body.data
  await client.put(`/parley/help_centers/${id}`, { theme: 'dark', accent_color: '#7a1fa2' })
  const { page, errors, close } = await visit(origin, { colorScheme: 'light' })
  await page.goto(`${origin}${base}/en`)
  assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(20, 22, 21)')
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(errors, [])
  await client.put(`/parley/help_centers/${id}`, { theme: 'system', accent_color: null })
  await close()
})
