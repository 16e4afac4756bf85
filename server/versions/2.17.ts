import Type from 'typebox'
import { internalArticle } from '../schema/internal-article.ts'
import { described, IdInput, model, Text, TimeInput } from '../schema/types.ts'
import { version } from './history.ts'

/** A person that a visitor is, or becomes, as 2.16 names one. */
const Named = Type.Object({
  id: described(Type.Optional(IdInput), 'Its `id`.'),
  user_id: described(Type.Optional(IdInput), 'Its `user_id`, which is the `external_id` of a contact.'),
  email: described(Type.Optional(Text()), 'Its email address.'),
})

/** It has no default before 2.17. */
const OldestLog = described(TimeInput, 'The time of the oldest change to list.')

export default version('2.17', {
  adds: {
    operations: [
      'GET /conversations/{}/hitl_events',
      'GET /data_connectors/{}/versions',
      'GET /data_connectors/{}/versions/{}',
      'DELETE /ai/external_pages/{}/tags/{}',
      'DELETE /dynamic_contents/{}',
      'DELETE /folders/{}',
      'GET /dynamic_contents',
      'GET /dynamic_contents/{}',
      'GET /folders',
      'GET /folders/{}',
      'POST /ai/external_pages/{}/tags',
      'POST /dynamic_contents',
      'POST /folders',
      'PUT /dynamic_contents/{}',
      'PUT /folders/{}',
      'GET /contacts/deleted',
      'GET /contacts/activities',
      'POST /contacts/merge/preview',
      'POST /contacts/bulk',
      'PUT /contacts/bulk',
      'POST /contacts/bulk/delete',
      'GET /contacts/bulk/{}',
      'POST /companies/search',
      'DELETE /notes/{}',
      'PATCH /data_connectors/{}/versions/{}',
    ],
    fields: {
      conversation_part: ['translations'],
      content_pages: ['prev'],
      external_page: ['tags'],
      article: ['folder_id'],
      internal_article: ['folder_id'],
      internal_article_pages: ['next', 'prev'],
      offset_pages: ['prev'],
      call_pages: ['next', 'prev'],
      ai_call_response: ['vendor_internal_id'],
      data_connector_detail: ['internal_description'],
    },
    body: {
      'POST /data_connectors': ['internal_description'],
      'PATCH /data_connectors/{}': ['internal_description'],
      'POST /fin_voice/register': ['vendor_internal_id'],
      'POST /news/news_items': ['cover_image_url'],
      'PUT /news/news_items/{}': ['cover_image_url'],
      'POST /help_center/collections': ['icon'],
      'POST /articles': ['folder_id'],
      'PUT /articles/{}': ['folder_id'],
      'POST /internal_articles': ['folder_id'],
      'PUT /internal_articles/{}': ['folder_id', 'json_blocks', 'locale'],
    },
    query: {
      'GET /ai/external_pages': ['source_id', 'external_id'],
      'GET /companies/{}/contacts': ['include_merge_history'],
      'GET /companies/{}/notes': ['order'],
    },
  },
  removes: {
    query: { 'GET /companies/{}/contacts': ['page'] },
  },
  changes: [
    {
      name: 'RaiseInternalArticles',
      note: 'A search of internal articles answers them beside the total, no longer inside of data.',
      model: 'internal_article_search',
      was: {
        internal_articles: null,
        data: described(
          Type.Object({
            internal_articles: described(
              Type.Array(model('internal_article', internalArticle)),
              'The articles of the page.',
            ),
          }),
          'The articles of the page.',
        ),
      },
      gone: ['data'],
      down: ({ internal_articles, ...found }) => ({ ...found, data: { internal_articles } }),
    },
    {
      name: 'KeepExportsAWeek',
      note: 'An export of messages is kept for a week from its request; before, for two days from its completion.',
    },
    {
      name: 'ReserveExternalId',
      note: "A custom object cannot have 'reference_not_found' for its external id.",
      inferred: 'that the word is refused as an id, and the message',
    },
    {
      name: 'AnswerNoArticlesAsList',
      note: 'A search for articles that finds nothing has an empty list as its data; before, it was an object of empty lists.',
    },
    {
      name: 'SearchTimestampsExactly',
      note: 'Searches of contacts compare built-in timestamps to the second, no longer by whole days of the workspace.',
    },
    {
      name: 'TellTimesOfAttributes',
      note: 'A data attribute that holds times of day is a datetime; it was told as a date before.',
      inferred: 'that it begins with this version',
      model: 'data_attribute',
      was: {
        data_type: described(
          Type.Enum(['string', 'integer', 'float', 'boolean', 'date']),
          'The type of its values; `date` also for times of day.',
        ),
      },
      down: (attribute) => {
        if (attribute.data_type === 'datetime') attribute.data_type = 'date'
        return attribute
      },
    },
    {
      name: 'FollowContactsOfCompanyByCursor',
      note: 'The contacts of a company are paged by a cursor only, 150 a page at most; a page number was taken as well before, and more than 60 refused.',
      inferred: 'that page is no longer taken',
    },
    {
      name: 'NeedSeatToReassign',
      note: 'An admin without a seat in the inbox cannot have replies reassigned while away.',
      inferred: 'the code of the 403',
    },
    {
      name: 'DefaultPeriodOfActivityLogs',
      note: 'Activity logs without created_at_after are those of the last 30 days; it had to be given before.',
      operations: ['POST /admins/activity_logs/search'],
      body: { created_at_after: OldestLog },
      query: { 'GET /admins/activity_logs': { created_at_after: OldestLog } },
    },
    {
      name: 'RefuseDayOfWeek',
      note: 'Intervals of office hours are refused with a day_of_week, which follows from their minutes; it was ignored before.',
      inferred: 'that a new list of intervals of a schedule is refused as well',
    },
    {
      name: 'RefuseOrderOfCompanies',
      note: 'Lists of companies refuse an order other than asc and desc; before, it meant desc.',
      inferred: 'that it meant desc before, and that `GET /companies` refuses it as well',
    },
    {
      name: 'RefuseSixthReaction',
      note: 'A news item is refused with more than five reactions; before, there was no such limit.',
    },
    {
      name: 'ShareLinkedTickets',
      note: 'A ticket is shared with its contacts if it is a back-office one that is linked to a conversation which shares no other ticket; before, any type that is not internal could be.',
      inferred: 'the code of the refusal, and that sharing what is shared changes nothing',
    },
    {
      name: 'RefuseReasonOfPresentAdmin',
      note: 'A reason to be away is taken only together with away_mode_enabled; it was ignored before.',
      inferred: 'that it is refused with 400',
    },
    {
      name: 'ConvertNamedVisitors',
      note: 'A visitor to be converted is named by id or user_id, no longer by email; a lead needs no user.',
      operations: ['POST /visitors/convert'],
      body: {
        visitor: described(Named, 'The visitor, by one of its ids or its email.'),
        user: described(Named, 'The contact that it becomes: one that exists, or a new one.'),
      },
    },
    {
      name: 'RefuseLastOfNone',
      note: 'A reply to the last conversation of a contact that has none answers 422; it answered 400 before.',
      inferred: 'the code of the 422',
    },
    {
      name: 'TellTimeOfRemovedTag',
      note: 'A tag that was taken off tells when it had been applied; it told null before.',
      inferred: 'that it begins with this version, and that applied_by stays null',
    },
  ],
})
