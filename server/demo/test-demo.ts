/**
 * The demo workspace in a server of its own, for files that only read it: it is filled once in a process.
 *
 *   const { db, client, workspace } = await filledDemo()
 */
import { testApp, testSecrets, type TestApp } from '../test/app.ts'
import { fillDemo } from './fill.ts'

let filled: Promise<TestApp> | undefined

export const filledDemo = (): Promise<TestApp> => (filled ??= fill())

async function fill(): Promise<TestApp> {
  const app = await testApp({ own: true, lasting: true })
  await fillDemo(app.db, app.workspace.id, app.clock, testSecrets)
  return app
}
