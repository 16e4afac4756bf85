/**
 * The official client 4.x, which asks for no version by itself, and sends the token as the user name
 * of Basic credentials. Its tests run as it comes, and told to ask for the oldest version.
 */
import assert from 'node:assert/strict'
import v4 from 'intercom-client-v4'
import { history } from '../../versions/index.ts'
import { newWorkspace, type Listening } from './listening.ts'

export interface Habit {
  /** As test titles call it. */
  name: string
  /** The header that it is told to send. */
  header?: string
  /** The version that it is answered in. */
  served: string
  /** The form of an unassigned conversation. */
  nobody: 0 | null
}

export const habits: Habit[] = [
  { name: '4.x as it comes', served: history.newestStable.name, nobody: 0 },
  { name: '4.x told to ask for 2.7', header: '2.7', served: '2.7', nobody: null },
]

export type Client = InstanceType<typeof v4.Client>

export async function connect({ header }: Habit): Promise<Listening & { client: Client }> {
  const workspace = await newWorkspace()
  const client = new v4.Client({ tokenAuth: { token: workspace.token } })
  const headers = { ...(header && { 'Intercom-Version': header }) }
  // A proxy that the environment names is not for this machine.
  client.useRequestOpts({ baseURL: workspace.url, headers: headers as any, proxy: false })
  return { ...workspace, client }
}

/** A user called `ada` has that external id, the name `ada User`, and the address `ada@example.com`. */
export function createUser(client: Client, name: string) {
  return client.contacts.createUser({ externalId: name, email: `${name}@example.com`, name: `${name} User` })
}

/** For `assert.rejects`: an error bearing the status, the code, and what the message is to match. */
export function refusal(status: number, code: string, message = /./): (error: unknown) => true {
  return (error) => {
    // The client's own error class is lost on the way: it throws an Error with more properties.
    assert.ok(error instanceof Error)
    const { statusCode, body } = error as Error & { statusCode?: number; body?: { errors: { code: string }[] } }
    assert.equal(statusCode, status, error.message)
    assert.equal(body?.errors[0]?.code, code)
    assert.match(error.message, message)
    return true
  }
}

/** The pages that a list shows one after the other, each begun where the one before says. */
export async function walk<Item>(
  list: (startingAfter: string | undefined) => Promise<{ pages: { next?: { starting_after?: string } } }>,
  items: (page: any) => Item[],
): Promise<Item[][]> {
  const pages: Item[][] = []
  let startingAfter: string | undefined
  do {
    const page = await list(startingAfter)
    pages.push(items(page))
    startingAfter = page.pages.next?.starting_after
  } while (startingAfter !== undefined && pages.length < 20)
  return pages
}
