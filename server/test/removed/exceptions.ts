/** Expected answers that several removed records share, and the places that answer otherwise, with the reason. */
export interface Expected {
  /** The answer in every place that no exception names. */
  answer: string | RegExp
  /** Places by what they answer, each with the reason. `shown` is an answer that has the thing's id. */
  except?: { answer: string; reason: string; places: RegExp }[]
  /** Known faults with today's answer; a row fails here once its fault is mended. */
  findings?: { name: string; today: string; places: RegExp }[]
}

export const settingsOnly = 'the settings go on showing it, and say that it was removed'
export const search = 'nobody is found by it; a filter may name what there is not'
const filter = 'a filter may name what there is not: nobody is in the segment, and the rule matches nothing'
export const EVERY_FILTER =
  /^(POST|PUT) \/parley\/(segments\S* body.filter|(banners|assignment_rules)\S* body.(audience|conditions))/

export const EMPTY_SEARCH = { answer: '200', reason: search, places: /\/search body.query|preview body.filter/ }
export const SEGMENT = (
  places = /^(POST|PUT) \/parley\/(segments(\/\{\})? body.filter|(banners|assignment_rules)(\/\{\})? body.(audience|conditions))/,
) => ({
  answer: '200 shown?',
  reason: filter,
  places,
})
export const GRANT = {
  answer: '204',
  reason: 'has no answer to show it in',
  places: /granted_companies\/\{\} params.contact_id/,
}
export const TAGGED = (content: string) => ({
  answer: `404 ${content}_not_found`,
  reason: 'what is to be tagged has a code of its own, as documented',
  places: /\/tags(\/\{\})? params/,
})
export const NO_PAGE = { answer: '200', reason: 'no page is found by it', places: /^GET \/ai\/external_pages query/ }
export const REVOKED = {
  answer: '204',
  reason: 'has no answer to show it in',
  places: /stream_tokens\/revoke body/,
}
export const SKIPPED = {
  answer: '200',
  reason: 'since 2.11 whom there is not is skipped by `POST /tags`',
  places: /^POST \/tags body.(users|contacts|companies)/,
}
export const OF_USERS = {
  answer: '404 not_found',
  reason: 'a lead is named there by its id alone, or not at all',
  places:
    /find_by_external_id|merge_history params|^POST \/events\S* body.(user_id|email)|^GET \/events query.(user_id|email)/,
}
export const INTO_LEAD = {
  answer: '400 invalid_merge',
  reason: 'only a user takes others in',
  places: /contacts\/merge body.into/,
}
export const EVENTS_KEPT = {
  answer: '202',
  reason: 'events of somebody archived are kept',
  places: /^POST \/events body/,
}
export const BLOCKED = {
  answer: '404 not_found',
  reason: 'whoever is blocked writes nothing, and nothing is told of them any more',
  places:
    /events\S* (query|body)|^POST \/(conversations|messages) body|^POST \/tickets body.contacts.0.(id|external_id)|(reply|rating) body|stream_tokens\S* body|proactive_trigger body|customer.(intercom_user_id|user_id)/,
}
export const BLOCKED_EMAIL = {
  answer: '200',
  reason: 'the email of somebody blocked makes a lead',
  places: /customers body.customer.email|^POST \/tickets body.contacts.0.email/,
}
export const BROUGHT_BACK = {
  answer: '200 shown',
  reason: 'it can be brought back and ended',
  places: /^(DELETE \/contacts\/\{\}|POST \/contacts\/\{\}\/(un)?archive|POST \/contacts\/\{\}\/block) params/,
}
export const ARCHIVED = {
  answer: '404 not_found',
  reason: 'as such it is not read or changed',
  places: /\/contacts\/(\{\}|find_by_external_id).* params|^GET \/events query|\/contacts\/merge|calls body.contact_id/,
}
export const LINKED = {
  answer: '404 conversation_not_found',
  reason: 'links of tickets call both sides so',
  places: /linked_conversations body/,
}
export const gone: Expected = {
  answer: '404 not_found',
  except: [
    EMPTY_SEARCH,
    SEGMENT(),
    SKIPPED,
    {
      answer: '200',
      reason: 'an email or an id of their own that nobody has is of somebody new',
      places: /customers body.customer.email|^POST \/tickets body.contacts.0.email|convert body.user.(email|user_id)/,
    },
  ],
}
