/** Reads that go on showing what was removed, each group with its reason. */
import type { FixtureName } from '../fixtures/vocabulary.ts'

interface Shown {
  reason: string
  reads: string[]
}

const CONTACTS = ['GET /contacts', 'GET /contacts/find_by_external_id/{}', 'GET /contacts/{}', 'POST /contacts/search']
const IN_COMPANY = 'GET /companies/{}/contacts'
const CONVERSATIONS = ['GET /conversations', 'GET /conversations/{}', 'POST /conversations/search']
const COMPANIES = ['GET /companies', 'GET /companies/scroll', 'GET /contacts/{}/companies', 'POST /companies/search']

const gone = { reason: 'it lists contacts that are no longer active', reads: ['GET /contacts/deleted'] }
const deleted = { reason: 'it lists deleted conversations', reads: ['GET /conversations/deleted'] }
const activities = { reason: 'what happened to contacts is kept for good', reads: ['GET /contacts/activities'] }

const logs = (...reads: string[]): Shown => ({
  reason: 'what admins changed is kept for good',
  reads: ['GET /admins/activity_logs', ...reads],
})

export const stillShown: Partial<Record<FixtureName, Shown[]>> = {
  'an archived contact': [activities, gone],
  'a blocked contact': [activities, gone],
  'a deleted contact': [activities, gone],
  'a deleted contact that was archived': [activities, gone],
  'an archived lead': [activities, gone],
  'a blocked lead': [activities, gone],
  'a deleted lead': [activities, gone],
  'a merged lead': [activities, gone, { reason: 'it tells who was merged', reads: ['GET /contacts/{}/merge_history'] }],
  'a lead merged into a deleted contact': [activities, gone],
  'a deleted conversation': [deleted],
  'a deleted ticket': [deleted],
  'a deleted tracker ticket': [deleted],
  'a removed admin': [
    logs(),
    { reason: 'the job that hands over has not run: settings/hand-over', reads: [...CONTACTS, ...CONVERSATIONS] },
    { reason: 'whoever wrote a note goes on being its author', reads: ['GET /contacts/{}/notes'] },
    { reason: 'the list of tokens shows revoked ones, and whose they were', reads: ['GET /parley/tokens'] },
  ],
  'a deleted team': [
    logs('POST /admins/activity_logs/search'),
    { reason: 'the job that hands over has not run: settings/hand-over', reads: CONVERSATIONS },
    {
      reason: 'without its last team an attribute would be seen by all',
      reads: ['GET /conversations/attributes', 'GET /conversations/attributes/{}'],
    },
  ],
  'a deleted webhook': [logs()],
  'a deleted banner': [logs()],
  'a deleted identity secret': [logs()],
  'a deleted sender address': [logs()],
  'a deleted office hours schedule': [logs()],
  'a deleted tag': [{ reason: 'a part tells that it was hung on', reads: ['GET /conversations/{}'] }],
  'a deleted conversation attribute': [{ reason: 'it keeps its values', reads: CONVERSATIONS }],
  'an archived option of a conversation attribute': [
    { reason: 'its `archived` says so', reads: ['GET /conversations/attributes'] },
  ],
  'an archived option of a data attribute': [{ reason: 'it keeps its values', reads: [...CONTACTS, IN_COMPANY] }],
  'an archived data attribute': [{ reason: 'it keeps its values', reads: [...CONTACTS, IN_COMPANY] }],
  'an archived data attribute of companies': [
    { reason: 'it keeps its values', reads: COMPANIES },
    { reason: 'a conversation shows its company with them', reads: CONVERSATIONS },
  ],
  'an archived subscription type': [
    { reason: 'what people chose of it is kept', reads: [...CONTACTS, IN_COMPANY, 'GET /contacts/{}/subscriptions'] },
    { reason: 'its `state` says so', reads: ['GET /parley/subscription_types', 'GET /subscription_types'] },
  ],
  'an archived ticket state': [
    { reason: 'its `archived` says so', reads: ['GET /parley/ticket_states', 'GET /ticket_states'] },
  ],
  'an archived ticket type': [
    { reason: 'its `archived` says so', reads: ['GET /ticket_types'] },
    {
      reason: 'a state tells of its types, with their `archived`',
      reads: ['GET /parley/ticket_states', 'GET /ticket_states'],
    },
  ],
  'an archived ticket type attribute': [
    { reason: 'its `archived` says so', reads: ['GET /ticket_types', 'GET /ticket_types/{}'] },
    { reason: 'a ticket shows its type whole', reads: ['GET /tickets/{}', 'POST /tickets/search'] },
  ],
  'a deleted away status reason': [{ reason: 'its `deleted` says so', reads: ['GET /away_status_reasons'] }],
  'a revoked token': [{ reason: 'its `revoked_at` says so', reads: ['GET /parley/tokens'] }],
}
