/** The site by keyboard alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { visit } from './chromium.ts'
import { demoScene } from './scene.ts'

const { origin, pages } = await demoScene()

const focused = (page: Page) =>
  page.evaluate<string>(
    'document.activeElement.innerText?.trim() || document.activeElement.name || document.activeElement.tagName',
  )

/** Presses Tab until the element with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).startsWith(words)) return
  }
  assert.fail(`Tab does not come to ${words}`)
}

test('the first stop skips to the content', async () => {
  const { page, close } = await visit(origin)
  await page.goto(origin + pages.long)
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Skip to the content')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'content')
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'All collections')
  await close()
})

test('suggestions are walked with the arrows, closed with Escape and opened with Enter', async () => {
  const { page, errors, close } = await visit(origin)
  await page.goto(origin + pages.home)
  await tabTo(page, 'q')
  await page.keyboard.type('every part')
  const field = page.getByRole('combobox')
  await page.getByRole('option').first().waitFor()
  assert.equal(await field.getAttribute('aria-expanded'), 'true')
  await page.keyboard.press('ArrowDown')
  const chosen = await field.getAttribute('aria-activedescendant')
  assert.equal(await page.locator(`[id="${chosen}"]`).getAttribute('aria-selected'), 'true')
  await page.keyboard.press('Escape')
  assert.equal(await page.getByRole('listbox').isVisible(), false)
  assert.equal(await field.inputValue(), 'every part')
  await page.keyboard.type(' of a page')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(origin + pages.long)
  assert.deepEqual(errors, [])
  await close()
})

test('Enter without a choice leads to the page of results', async () => {
  const { page, close } = await visit(origin)
  await page.goto(origin + pages.home)
  await tabTo(page, 'q')
  await page.keyboard.type('machine')
  await page.keyboard.press('Enter')
  await page.waitForURL(origin + pages.search)
  await close()
})

test('the list of languages opens, closes and leads on', async () => {
  const { page, close } = await visit(origin)
  await page.goto(origin + pages.long)
  await tabTo(page, 'Language')
  await page.keyboard.press('Enter')
  const list = page.getByRole('navigation', { name: 'Language' })
  await list.waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  assert.match(await focused(page), /^Language/)
  await page.keyboard.press('Enter')
  await tabTo(page, 'العربية')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/ar\/articles\//)
  await close()
})

test('a no and a message are given with the keys', async () => {
  const { page, close } = await visit(origin)
  await page.goto(origin + pages.article)
  await tabTo(page, 'No')
  await page.keyboard.press('Enter')
  await page.waitForURL(/feedback=no/)
  await tabTo(page, 'message')
  await page.keyboard.type('Which grind?')
  await tabTo(page, 'Send message')
  await page.keyboard.press('Enter')
  await page.getByText('Your message was sent.').waitFor()
  await close()
})

/** The focused element, or what is drawn in its place, has a ring that can be seen. */
const RING = `(() => {
  const drawn = [document.activeElement, ...['::before', '::after'].map((part) => [document.activeElement, part])]
  return drawn.some((one) => {
    const style = Array.isArray(one) ? getComputedStyle(...one) : getComputedStyle(one)
    return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2
  })
})()`

for (const kind of ['home', 'collection', 'long', 'search', 'asked'] as const)
  test(`every stop of the ${kind} page shows that it has the focus, and stands in the window`, async () => {
    const { page, close } = await visit(origin, { viewport: { width: 390, height: 844 } })
    await page.goto(origin + pages[kind])
    await page.evaluate('document.activeElement.blur()')
    let stops = 0
    for (; stops < 80; stops++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate('document.activeElement === document.body')) break
      const name = await focused(page)
      assert.equal(await page.evaluate(RING), true, name)
      const box = await page.evaluate<{ top: number; bottom: number; width: number }>(
        '(({ top, bottom, width }) => ({ top, bottom, width }))(document.activeElement.getBoundingClientRect())',
      )
      assert.ok(box.width > 0 && box.bottom > 0 && box.top < 844, `${name} ${JSON.stringify(box)}`)
    }
    assert.ok(stops > 3 && stops < 80, `${stops} stops`)
    await close()
  })
