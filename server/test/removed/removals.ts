/** Each operation that takes something away, and the states that it leaves, or why it leaves none to look at. */
import { allOperations } from '../../operations.ts'
import type { FixtureName } from '../fixtures/vocabulary.ts'

export const removing = allOperations
  .filter(({ method, path }) => method === 'DELETE' || /\/(archive|block|merge|delete|redact)$/.test(path))
  .map(({ key }) => key)

const link = 'it takes a link away: neither of the two is removed, and the counts of both are held after each step'
const bulk = 'each item is the single operation, asked by the job: `perform`'
const part = 'the settings show a type whole: what was taken from it is not named by any request'

export const removals: Record<string, FixtureName[] | string> = {
  'POST /contacts/merge': ['a merged lead', 'a lead merged into a deleted contact'],
  'POST /contacts/{}/archive': ['an archived contact', 'an archived lead'],
  'POST /contacts/{}/block': ['a blocked contact', 'a blocked lead'],
  'DELETE /contacts/{}': [
    'a deleted contact',
    'a deleted contact that was archived',
    'a deleted lead',
    'a lead merged into a deleted contact',
    'a note of a deleted contact',
  ],
  'POST /contacts/bulk/delete': bulk,
  'DELETE /contacts/{}/companies/{}': link,
  'DELETE /contacts/{}/granted_companies/{}': link,
  'DELETE /contacts/{}/tags/{}': link,
  'DELETE /contacts/{}/subscriptions/{}': link,
  'DELETE /audiences/{}': ['a deleted audience'],
  'DELETE /ai/content_import_sources/{}': ['a deleted import source', 'an external page of a deleted source'],
  'DELETE /ai/external_pages/{}': ['a deleted external page'],
  'DELETE /ai/external_pages/{}/tags/{}': link,
  'DELETE /content_snippets/{}': ['a deleted content snippet'],
  'DELETE /content_snippets/{}/tags/{}': link,
  'DELETE /dynamic_contents/{}': ['a deleted dynamic content'],
  'DELETE /folders/{}': ['a deleted folder'],
  'DELETE /internal_articles/{}': ['a deleted internal article'],
  'DELETE /internal_articles/{}/tags/{}': link,
  'DELETE /parley/calls/{}': ['a deleted call'],
  'DELETE /parley/banners/{}': ['a deleted banner'],
  'DELETE /parley/brands/{}': ['a deleted brand'],
  'DELETE /parley/emails/{}': ['a deleted sender address'],
  'DELETE /companies/{}': ['a deleted company', 'a note of a deleted company'],
  'POST /companies/bulk/delete': bulk,
  'DELETE /tags/{}': ['a deleted tag'],
  'DELETE /notes/{}': ['a deleted note'],
  'DELETE /tickets/{}': ['a deleted ticket', 'a deleted tracker ticket'],
  'DELETE /tickets/{}/tags/{}': link,
  'DELETE /tickets/{}/linked_conversations/{}': link,
  'PUT /ticket_types/{}': ['an archived ticket type'],
  'PUT /ticket_types/{}/attributes/{}': ['an archived ticket type attribute'],
  'DELETE /office_hours_schedules/{}': ['a deleted office hours schedule'],
  'DELETE /office_hours_schedules/{}/office_hours_exceptions/{}':
    'an exception is named by its own path alone: resources/office-hours',
  'DELETE /parley/away_status_reasons/{}': ['a deleted away status reason'],
  'DELETE /conversations/{}': ['a deleted conversation'],
  'DELETE /conversations/{}/tags/{}': link,
  'DELETE /conversations/{}/customers/{}': link,
  'POST /conversations/redact': 'the part stays, without its words: kind B',
  'DELETE /conversations/attributes/{}': ['a deleted conversation attribute'],
  'DELETE /conversations/attributes/{}/options/{}': ['an archived option of a conversation attribute'],
  'PUT /data_attributes/{}': [
    'an archived data attribute',
    'an archived data attribute of companies',
    'an archived option of a data attribute',
  ],
  'DELETE /parley/admins/{}': ['a removed admin'],
  'DELETE /parley/teams/{}': ['a deleted team'],
  'DELETE /parley/segments/{}': ['a deleted segment', 'a deleted segment of companies'],
  'DELETE /parley/help_centers/{}': ['a deleted help center'],
  'DELETE /parley/newsfeeds/{}': ['a deleted newsfeed'],
  'DELETE /parley/tokens/{}': ['a revoked token'],
  'DELETE /parley/webhooks/{}': ['a deleted webhook'],
  'DELETE /parley/custom_object_types/{}': ['a deleted custom object type'],
  'DELETE /parley/custom_object_types/{}/attributes/{}': part,
  'DELETE /parley/custom_object_types/{}/relationships/{}': part,
  'POST /parley/ticket_states/{}/archive': ['an archived ticket state'],
  'POST /parley/subscription_types/{}/archive': ['an archived subscription type'],
}
