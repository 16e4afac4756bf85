/**
 * Draws the pictures of the demo's help center with a browser, without words that would need a translation:
 * `node cli/run.mjs --script server/demo/articles/pictures/draw.ts`, with CHROMIUM for another browser than Debian's.
 */
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { DRAWINGS } from './drawings.ts'

const [WIDTH, HEIGHT] = [640, 320]

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' })
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
  for (const [name, shapes] of Object.entries(DRAWINGS)) {
    const style = 'font: 600 26px sans-serif; stroke-linejoin: round; stroke-linecap: round'
    await page.setContent(
      `<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" style="${style}">
        <rect width="100%" height="100%" fill="#f3eee6"/>${shapes}</svg>`,
    )
    await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) })
  }
} finally {
  await browser.close()
}
