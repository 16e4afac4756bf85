/**
 * The clients 6.x and 7.x are generated from one description and have the same methods. The files in this folder test
 * the abilities of both, each as a function of the package:
 *
 *   contactTests({ name: '7.x', IntercomClient, Intercom, IntercomError })
 *
 * They are typed by 7.x.
 */
import assert from 'node:assert/strict'
import type { Intercom, IntercomClient, IntercomError } from 'intercom-client'
import { newWorkspace, type Listening } from '../listening.ts'

export interface Sdk {
  /** As test titles call it. */
  name: string
  IntercomClient: typeof IntercomClient
  IntercomError: typeof IntercomError
  Intercom: typeof Intercom
}

export interface Session extends Listening {
  client: IntercomClient
}

export type Contact = Intercom.Contact & { id: string }

/** A client for a workspace of its own. */
export async function connect(sdk: Sdk): Promise<Session> {
  const workspace = await newWorkspace()
  const client = new sdk.IntercomClient({ token: workspace.token, environment: workspace.url })
  return { ...workspace, client }
}

/** A user called `ada` has that external id, the name `ada User`, and the address `ada@example.com`. */
export async function createUser(client: IntercomClient, name: string): Promise<Contact> {
  const request = { external_id: name, email: `${name}@example.com`, name: `${name} User` }
  return (await client.contacts.create(request)) as Contact
}

export async function createLead(client: IntercomClient, lead: { name?: string; phone?: string }): Promise<Contact> {
  return (await client.contacts.create({ role: 'lead', ...lead })) as Contact
}

/** @returns the id of a conversation that this contact began */
export async function createConversation(client: IntercomClient, contactId: string, body = 'Hello'): Promise<string> {
  const message = await client.conversations.create({ from: { type: 'user', id: contactId }, body })
  return message.conversation_id!
}

/** The newest part of a conversation. */
export function lastPart(conversation: Intercom.Conversation): Intercom.ConversationPart {
  return conversation.conversation_parts!.conversation_parts!.at(-1)!
}

/** Items of a page's iterator, to the last page. */
export async function all<Item>(page: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of page) items.push(item)
  return items
}

/** For `assert.rejects`: an error of this class, bearing the status, the code, and what the message is to match. */
export function refusal(
  kind: new (...args: any[]) => IntercomError,
  status: number,
  code: string,
  message = /./,
): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof kind, `not the class of error: ${error}`)
    assert.equal(error.statusCode, status)
    const { type, errors } = error.body as { type: string; errors: { code: string; message: string }[] }
    assert.equal(type, 'error.list')
    assert.equal(errors[0]!.code, code)
    assert.match(errors[0]!.message, message)
    return true
  }
}
