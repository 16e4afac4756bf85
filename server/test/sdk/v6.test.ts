/** The official client, 6.x: asks for 2.11, with a bearer token, through fetch. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as v6 from 'intercom-client-v6'
import { adminTests } from './generated/admins.ts'
import { companyTests } from './generated/companies.ts'
import { contactTests } from './generated/contacts.ts'
import { conversationTests } from './generated/conversations.ts'
import { labelTests } from './generated/labels.ts'
import { managingTests } from './generated/managing.ts'
import { connect, createConversation, createUser, type Sdk } from './generated/session.ts'
import { subscriptionTests } from './generated/subscriptions.ts'

const sdk = { name: '6.x', ...v6 } as unknown as Sdk

adminTests(sdk, '2.11')
contactTests(sdk)
companyTests(sdk)
labelTests(sdk)
conversationTests(sdk)
managingTests(sdk)
subscriptionTests(sdk)

test('6.x updates a company without a body, which changes nothing', async () => {
  const { client } = await connect(sdk)
  const company = await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme', plan: 'Gold' })
  const updated = await client.companies.update({ company_id: company.id })
  assert.deepEqual([updated.id, updated.name, updated.plan?.name], [company.id, 'Acme', 'Gold'])
})

test('6.x runs assignment rules, of which there are none', async () => {
  const { client, adminId } = await connect(sdk)
  const ada = await createUser(client, 'ada')
  const conversation_id = await createConversation(client, ada.id)
  const body = { message_type: 'assignment', type: 'admin', admin_id: adminId, assignee_id: adminId } as const
  await client.conversations.manage({ conversation_id, body })
  const conversation = await client.conversations.runAssignmentRules({ conversation_id })
  assert.equal(conversation.id, conversation_id)
})
