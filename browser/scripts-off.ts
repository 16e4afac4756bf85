/** The site in a browser that runs no script. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visit } from './chromium.ts'
import { demoScene } from './scene.ts'

const { origin, pages, fromRight } = await demoScene()
const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }

test('every page has its title, its text and its search', async () => {
  const { page, close } = await visit(origin, options)
  for (const path of [...Object.values(pages), ...Object.values(fromRight)]) {
    await page.goto(origin + path)
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, path)
    assert.equal(await page.getByRole('search').count(), 1, path)
    assert.ok(await page.getByRole('link').count(), path)
  }
  await close()
})

test('home, search, article, another language, a no and a message', async () => {
  const { page, close } = await visit(origin, options)
  await page.goto(origin + pages.home)
  await page.getByRole('searchbox').fill('every part')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Every part of a page in one article' }).click()
  assert.equal(page.url(), origin + pages.long)
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('link', { name: 'العربية' }).click()
  assert.equal(page.url(), origin + fromRight.article)
  await page.goto(origin + pages.article)
  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByLabel('Your message').fill('Which grind?')
  await page.getByRole('button', { name: 'Send message' }).click()
  assert.equal(await page.getByText('Your message was sent.').isVisible(), true)
  await close()
})
