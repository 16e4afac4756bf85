/**
 * Expected answers to requests that name a removed record, by its state; written by hand. A state that is not here,
 * or a place that answers otherwise, fails.
 */
import type { FixtureName } from '../fixtures/vocabulary.ts'

import {
  settingsOnly,
  search,
  EVERY_FILTER,
  EMPTY_SEARCH,
  SEGMENT,
  GRANT,
  TAGGED,
  NO_PAGE,
  REVOKED,
  SKIPPED,
  OF_USERS,
  INTO_LEAD,
  EVENTS_KEPT,
  BLOCKED,
  BLOCKED_EMAIL,
  BROUGHT_BACK,
  ARCHIVED,
  LINKED,
  gone,
  type Expected,
} from './exceptions.ts'

export const expected: Partial<Record<FixtureName, Expected>> = {
  'an archived contact': {
    answer: '200 shown?',
    except: [
      EMPTY_SEARCH,
      EVENTS_KEPT,
      REVOKED,
      { answer: '409 conflict', reason: 'whoever is archived is not taken for new', places: /convert body.user/ },
      BROUGHT_BACK,
      ARCHIVED,
    ],
  },
  'a blocked contact': {
    answer: '200 shown?',
    except: [
      EMPTY_SEARCH,
      GRANT,
      BLOCKED,
      BLOCKED_EMAIL,
      {
        answer: '422 not_restorable',
        reason: 'a blocked contact stays so',
        places: /unarchive params|convert body.user/,
      },
    ],
  },
  'a deleted contact': gone,
  'a deleted contact that was archived': gone,
  'an archived lead': {
    answer: '200 shown?',
    except: [
      EMPTY_SEARCH,
      OF_USERS,
      EVENTS_KEPT,
      REVOKED,
      BROUGHT_BACK,
      ARCHIVED,
      {
        answer: '409 conflict',
        reason: 'whoever is archived is not taken for new',
        places: /convert body.user.(id|user_id)/,
      },
      { answer: '200', reason: 'leads may share an email: it is of somebody new', places: /convert body.user.email/ },
    ],
  },
  'a blocked lead': {
    answer: '200 shown?',
    except: [
      EMPTY_SEARCH,
      GRANT,
      OF_USERS,
      INTO_LEAD,
      BLOCKED,
      BLOCKED_EMAIL,
      {
        answer: '422 not_restorable',
        reason: 'a blocked contact stays so',
        places: /unarchive params|convert body.user.(id|user_id)/,
      },
      { answer: '200', reason: 'leads may share an email: it is of somebody new', places: /convert body.user.email/ },
    ],
  },
  'a deleted lead': gone,
  'a merged lead': {
    ...gone,
    except: [
      {
        answer: '200',
        reason: 'the agent follows it to the contact that it became',
        places: /^POST \/procedures\/\{\}\/proactive_trigger body.user.id/,
      },
      ...gone.except!,
      {
        answer: '410 contact_merged',
        reason: 'it leads to the contact that it became',
        places: /^GET \/contacts\/(\{\}|find_by_external_id\/\{\}) params/,
      },
    ],
  },
  'a lead merged into a deleted contact': gone,
  'a deleted company': {
    answer: '404 company_not_found',
    except: [EMPTY_SEARCH, { ...SKIPPED, places: /^POST \/tags body.companies/ }],
  },
  'a deleted tag': {
    answer: '404 not_found',
    except: [
      EMPTY_SEARCH,
      SEGMENT(),
      { answer: '200', reason: search, places: /^GET \/companies query.tag_id/ },
      {
        answer: '404 tag_not_found',
        reason: 'conversations, tickets, content and workflows call it so',
        places: /^\w+ \/(articles|conversations|tickets|ai|internal_articles|content_snippets|parley\/workflows)/,
      },
    ],
  },
  'a deleted note': { answer: '404 not_found' },
  'a note of a deleted contact': { answer: '404 not_found' },
  'a note of a deleted company': { answer: '404 not_found' },
  'a deleted conversation': {
    answer: '404 not_found',
    except: [
      {
        answer: '404 conversation_part_or_message_not_found',
        reason: 'redacting has one answer for the conversation and its parts',
        places: /^POST \/conversations\/redact/,
      },
      { ...LINKED, places: /linked_conversations/ },
      {
        answer: '422 merge_failed',
        reason: 'a missing primary has an answer of its own',
        places: /merge_into_conversation_id/,
      },
      { answer: '200', reason: search, places: /^POST \/calls\/search/ },
    ],
  },
  'a deleted call': { answer: '404 not_found' },
  'a deleted conversation attribute': {
    answer: '200 shown',
    except: [
      { answer: '400 parameter_invalid', reason: 'it takes no new values', places: /^PUT \/conversations\/\{\} body/ },
    ],
  },
  'an archived option of a conversation attribute': { answer: '400 parameter_invalid' },
  'an archived option of a data attribute': { answer: '400 parameter_invalid' },
  'a removed admin': {
    answer: '404 admin_not_found',
    except: [
      EMPTY_SEARCH,
      SEGMENT(),
      { answer: '200 shown', reason: settingsOnly, places: /^GET \/parley\/admins\/\{\} params/ },
      {
        answer: '404 assignee_not_found',
        reason: 'the place names an assignee',
        places: /hand_over|assignee_id|assign_to/,
      },
      { answer: '404 not_found', reason: 'notes call it so', places: /notes body.admin_id/ },
      {
        answer: '400 parameter_invalid',
        reason: 'the author of an article is judged with the rest of the body',
        places: /^(POST|PUT) \/articles\S* body.author_id/,
      },
      {
        answer: '400 parameter_invalid',
        reason: 'who owns a contact or is in a team is judged with the rest of the body',
        places: /contacts\S* body.owner_id|teams\S* body.admin/,
      },
    ],
  },
  'a deleted team': {
    answer: '404 team_not_found',
    except: [
      EMPTY_SEARCH,
      SEGMENT(),
      {
        answer: '404 assignee_not_found',
        reason: 'the place names an assignee',
        places: /hand_over|assignee_id|assign_to/,
      },
    ],
  },
  'an archived data attribute': {
    answer: '400 invalid_field',
    except: [
      { answer: '200 shown', reason: 'it is brought back by its id', places: /^PUT \/data_attributes\/\{\} params/ },
      { answer: '400 parameter_invalid', reason: 'it takes no new values', places: /body.custom_attributes$/ },
      { answer: '400 bad_request', reason: 'a report knows the attributes in use', places: /body.attribute_ids$/ },
    ],
  },
  'an archived data attribute of companies': {
    answer: '400 invalid_field',
    except: [{ answer: '400 parameter_invalid', reason: 'it takes no new values', places: /body.custom_attributes$/ }],
  },
  'an archived ticket state': {
    answer: '200 shown',
    except: [
      {
        answer: '400 ticket_state_id_invalid',
        reason: 'no ticket comes into it any more',
        places: /^(PUT \/tickets|POST \/conversations\S*\/convert)\S* body.ticket_state_id/,
      },
      {
        answer: '400 parameter_invalid',
        reason: 'the new type does not have it any more',
        places: /change_type body.ticket_state_id/,
      },
    ],
  },
  'an archived ticket type': {
    answer: '200 shown',
    except: [
      {
        answer: '400 parameter_invalid',
        reason: 'no ticket is made of it or changed to it any more',
        places: /^POST \/(tickets|conversations)\S* body.ticket_type_id/,
      },
      { answer: '200', reason: 'its tickets are found by it, and it has none here', places: /search body.query/ },
    ],
  },
  'an archived ticket type attribute': {
    answer: '200 shown',
    except: [
      { answer: '200', reason: 'tickets keep their values of it, and none has one here', places: /search body.query/ },
    ],
  },
  'a deleted ticket': {
    answer: '404 ticket_not_found',
    except: [
      EMPTY_SEARCH,
      {
        answer: '404 not_found',
        reason: 'replies and changes of the type call it so',
        places: /^POST \/tickets\/\{\}\/(reply|change_type) params/,
      },
      LINKED,
    ],
  },
  'a deleted tracker ticket': {
    answer: '404 ticket_not_found',
    except: [{ ...LINKED, places: /body.conversation_to_link_id/ }],
  },
  'a deleted office hours schedule': {
    answer: '404 not_found',
    except: [
      {
        answer: '422 parameter_invalid',
        reason: 'an admin or a team that is found cannot have it',
        places: /body.*office_hours_schedule_id/,
      },
    ],
  },
  'a deleted away status reason': {
    answer: '200 shown',
    except: [
      {
        answer: '400 parameter_invalid',
        reason: 'nobody can choose it any more',
        places: /body.away_status_reason_id/,
      },
    ],
  },
  'an archived subscription type': { answer: '200 shown' },
  'a deleted segment': {
    answer: '404 not_found',
    except: [
      { answer: '200', reason: search, places: /^POST \/contacts\/search body.query/ },
      { answer: '400 invalid_value', reason: 'no segment is defined by one that there is not', places: EVERY_FILTER },
    ],
  },
  'a deleted segment of companies': { answer: '200' },
  'a deleted help center': {
    answer: '404 not_found',
    except: [
      { answer: '400 parameter_invalid', reason: 'it is judged with the rest of the body', places: /brands\S* body/ },
    ],
  },
  'a deleted assignment rule': { answer: '404 not_found' },
  'a deleted data connector': { answer: '404 data_connector_not_found' },
  'a deleted procedure': {
    answer: '404 not_found',
    except: [{ answer: '400 parameter_invalid', reason: 'documented so for a run', places: /^POST \/fin\/procedures/ }],
  },
  'a deleted workflow': { answer: '404 not_found' },
  'a deleted audience': {
    answer: '404 not_found',
    except: [
      {
        answer: '404 parameter_invalid',
        reason: 'documented so for content that names an unknown audience',
        places: /body.audience_ids/,
      },
    ],
  },
  'a deleted import source': { answer: '404 not_found' },
  'a deleted external page': { answer: '404 not_found', except: [TAGGED('external_page'), NO_PAGE] },
  'an external page of a deleted source': { answer: '404 not_found', except: [TAGGED('external_page'), NO_PAGE] },
  'a deleted folder': {
    answer: '404 not_found',
    except: [
      { answer: '400 parameter_invalid', reason: 'it is judged with the rest of the body', places: / body/ },
      { answer: '200', reason: 'nothing is found in it', places: / query/ },
    ],
  },
  'a deleted internal article': { answer: '404 not_found', except: [TAGGED('internal_article')] },
  'a deleted content snippet': { answer: '404 not_found', except: [TAGGED('content_snippet')] },
  'a deleted dynamic content': { answer: '404 not_found' },
  'a deleted article': {
    answer: '404 not_found',
    except: [{ answer: '404 article_not_found', reason: 'documented so', places: /articles\/\{\}\/tags/ }],
  },
  'a deleted collection': {
    answer: '404 not_found',
    except: [
      { answer: '400 parameter_invalid', reason: 'it is judged with the rest of the body', places: /body.parent_id/ },
    ],
  },
  'a deleted section': { answer: '404 not_found' },
  'a deleted redirect': { answer: '404 not_found' },
  'a deleted banner': { answer: '404 not_found' },
  'a deleted e-commerce connector': {
    answer: '404 not_found',
    except: [{ answer: '404 import_source_not_found', reason: 'documented so', places: /\/catalog / }],
  },
  'a deleted brand': {
    answer: '404 not_found',
    except: [
      {
        answer: '422 validation_error',
        reason: 'it is judged with the rest of the body',
        places: /dynamic_contents\S* body/,
      },
    ],
  },
  'a deleted sender address': { answer: '404 not_found' },
  'a deleted newsfeed': { answer: '404 not_found' },
  'a deleted news item': { answer: '404 not_found' },
  'a deleted macro': { answer: '404 not_found' },
  'a deleted identity secret': { answer: '404 identity_verification_secret_not_found' },
  'a deleted custom object': { answer: '404 not_found' },
  'a deleted custom object type': { answer: '404 not_found' },
  'a deleted webhook': { answer: '404 not_found' },
  'a revoked token': {
    answer: '404 not_found',
    except: [
      { answer: '200 shown', reason: 'one that was revoked stays so', places: /^DELETE \/parley\/tokens\/\{\} params/ },
    ],
  },
}
