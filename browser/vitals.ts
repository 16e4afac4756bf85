/** The weight and the speed of pages as a phone on a slow network meets them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visit } from './chromium.ts'
import { demoScene } from './scene.ts'

const { origin, pages } = await demoScene()

/** A slow 4G: 1.6 Mbit/s down, 150 ms of delay. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const MAX_PAINT_MS = 1000

const WATCH = `
  window.vitals = { paint: 0, shift: 0 }
  new PerformanceObserver((list) => { for (const one of list.getEntries()) vitals.paint = one.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const one of list.getEntries()) vitals.shift += one.value })
    .observe({ type: 'layout-shift', buffered: true })`

for (const kind of ['home', 'collection', 'long'] as const)
  test(`the ${kind} page paints within a second on a slow network, and nothing moves afterwards`, async () => {
    const { page, close } = await visit(origin, { viewport: { width: 390, height: 844 } })
    await page.addInitScript(WATCH)
    // A warm server: its first page compiles what it needs.
    await page.goto(origin + pages[kind])
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await session.send('Network.emulateNetworkConditions', SLOW)
    await page.goto(origin + pages[kind], { waitUntil: 'load' })
    await page.waitForTimeout(300)
    const { paint, shift } = await page.evaluate<{ paint: number; shift: number }>('vitals')
    assert.ok(paint > 0 && paint <= MAX_PAINT_MS, `painted after ${Math.round(paint)} ms`)
    assert.ok(shift < 0.01, `moved by ${shift}`)
    await close()
  })
