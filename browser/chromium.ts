/** The browser, and pages of it that reach this machine only. */
import { existsSync } from 'node:fs'
import { after } from 'node:test'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function executable(): string {
  const named = process.env['PARLEY_CHROMIUM']
  const found = [...(named ? [named] : PLACES)].find((path) => existsSync(path))
  if (!found) throw new Error(`There is no Chromium at ${named ?? PLACES.join(', ')}: set PARLEY_CHROMIUM`)
  return found
}

let running: Promise<Browser> | undefined
after(async () => (await running)?.close())

function browser(): Promise<Browser> {
  if (!running) {
    // As root, in containers, Chromium has no sandbox of its own.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    running = chromium.launch({ executablePath: executable(), args })
  }
  return running
}

export interface Visitor {
  page: Page
  /** Errors in the console, and exceptions that no code caught. */
  errors: string[]
  /** Requests to elsewhere, none of which left: their kind and address. */
  foreign: string[]
  /** Dialogs that opened: a script ran. */
  dialogs: string[]
  close(): Promise<void>
}

const PICTURE = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

/** @param origin of the server; requests to anywhere else are recorded, pictures answered, the rest cut off */
export async function visit(origin: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await (await browser()).newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const [errors, foreign, dialogs]: string[][] = [[], [], []]
  page.on('pageerror', ({ message }) => errors!.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors!.push(`${message.text()} (${message.location().url})`)
  })
  page.on('dialog', async (dialog) => {
    dialogs!.push(dialog.message())
    await dialog.dismiss()
  })
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      const kind = route.request().resourceType()
      foreign!.push(`${kind} ${route.request().url()}`)
      if (kind === 'image') await route.fulfill({ contentType: 'image/gif', body: PICTURE })
      else await route.abort()
    },
  )
  return { page, errors: errors!, foreign: foreign!, dialogs: dialogs!, close: () => context.close() }
}
