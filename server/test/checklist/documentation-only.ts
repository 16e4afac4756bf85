/**
 * The lines of the checklist that no schema of ours shows, and why: a description that became
 * stricter or looser, and nothing else; a thing that Parley does not have; a value that changed
 * by a named change. Each must match a line, else it is taken out.
 */
export interface Entry {
  /** The step: `2.10 2.11`. */
  step: RegExp
  line: RegExp
  /** Where it stands, if not everywhere: `GET /contacts/{} answer owner_id`. */
  place?: RegExp
  reason: string
  /** The change of that step that does it, where it is a value and not a name that changed. */
  change?: string
}

const ANY = /./
/** 2.11 was described anew by other hands, and 2.12 went back to the text of 2.10. */
const THERE_AND_BACK = /^2\.1[01] /

export const DOCUMENTATION_ONLY: Entry[] = [
  {
    step: ANY,
    line: / data_export\.job_identi?fier /,
    reason: 'The examples of every version, and every captured answer, spell it `job_identifier`.',
  },
  {
    step: /^2\.11 /,
    line: /create_phone_switch_request\.custom_attributes /,
    reason: 'The schema is named in one version and written out in the other: custom attributes in both.',
  },
  {
    step: THERE_AND_BACK,
    line: /^~ .* object\?? => object\??$/,
    reason: 'Only 2.11 says of these objects that they are never null; whether they are did not change.',
  },
  {
    step: THERE_AND_BACK,
    line: /\.type string.* => string/,
    reason: 'Only 2.11 lists the one word that a type can be; it was the same word before and after.',
  },
  {
    step: THERE_AND_BACK,
    line: / query of .*: (page|per_page|starting_after)$/,
    reason: 'Only 2.11 lists these parameters; the guides to paging give them for every version, and they are taken.',
  },
  {
    step: THERE_AND_BACK,
    line: / admin\.avatar/,
    reason: 'The avatar of an admin is described in two ways, and no example or recorded answer of an admin shows one.',
  },
  {
    step: THERE_AND_BACK,
    line: / contact\.formatted_phone /,
    reason: '2.11 lists it, its examples and recorded answers lack it, 2.12 does not know it: it comes with Preview.',
  },
  {
    step: THERE_AND_BACK,
    line: / contact_companies\.type /,
    reason: "The list of a contact's companies bears its type in the examples of every version.",
  },
  {
    step: /^(2\.10|2\.11|2\.12) /,
    line: / (paginated_(conversation_)?response|conversation_list)\.(data|conversations|type) /,
    place: /^GET \/conversations answer/,
    reason:
      'The list of conversations is described by three schemas in turn; its examples are the same in every version.',
  },
  {
    step: /^2\.(9|10|11) /,
    line: / update_conversation_request\.custom_attributes /,
    reason:
      '2.10 alone forgets them in the body, and 2.12 writes the same differently; they are taken in every version.',
  },
  {
    step: /^2\.1[13] /,
    line: / conversation(_list_item)?\.custom_attributes /,
    reason: '2.12 and 2.13 forget them, an example of 2.13 shows them: they are shown from 2.11 on.',
  },
  {
    step: ANY,
    line: / body of POST \/contacts\/{}\/notes\.contact_id /,
    reason: 'The contact of a note is named by the path; the same id in the body comes and goes, and is ignored.',
  },
  {
    step: ANY,
    line: ANY,
    place: /^(POST \/conversations\/{}\/customers|DELETE \/conversations\/{}\/customers\/{}) answer/,
    reason: 'These answer the list of customers, as recorded; the descriptions name the schema of a conversation.',
  },
  {
    step: /^2\.12 /,
    line: / single_filter_search_request\.value/,
    reason: 'A schema that told of a group within a group in two ways; what can be searched is the same.',
  },
  {
    step: ANY,
    line: / activity_log_metadata\./,
    reason: 'The details of a change are those of its type, in every version: captured ones have keys of no schema.',
  },
  {
    step: ANY,
    line: /^~ activity_log\.activity_type /,
    reason: 'A longer list of types; captured changes have types of no list, and Parley lists those that it records.',
  },
  {
    step: /^2\.10 /,
    line: /^\+ conversation(_list_item)?\.custom_attributes /,
    reason: 'Recorded in every version; the older schemas forget it.',
  },
  {
    step: /^2\.13 /,
    line: /^\+ team\.distribution_method /,
    reason: 'A captured answer of 2.11 shows it already.',
  },
  {
    step: /^2\.13 /,
    line: /^\+ admin\.away_status_reason_id /,
    reason: 'Recorded answers of 2.11 show it already, so it is in every version; setting it begins here.',
  },
  {
    step: /^2\.1(3|6) /,
    line: /^[+-] update_company_request object/,
    reason: 'The body of this operation is described from 2.14 to 2.16 only; it is one and the same in every version.',
  },
  {
    step: /^2\.1[35] /,
    line: / conversation_part_author\.(from_ai_agent|is_ai_answer) /,
    place: /\bsource\/author\//,
    reason:
      '2.14 and 2.15 use the schema of the author of a part for the author of a source; no example of a source has these.',
  },
  {
    step: /^2\.13 /,
    line: / conversation_part\.metadata /,
    reason: 'The examples of 2.13 show it, so it comes one version before its schema.',
  },
  {
    step: /^2\.1[34] /,
    line: / ai_agent\./,
    reason: 'Parley has no AI agent: ai_agent is null.',
  },
  {
    step: /^2\.14 /,
    line: / email_message_metadata\./,
    reason: 'Parley receives no email: email_message_metadata is null.',
  },
  {
    step: /^2\.14 /,
    line: / conversation_attribute_updated_by_admin\.value\.previous /,
    reason: 'A key within the details of a part, whose form follows from what the part tells.',
    change: 'TellPreviousAttributeValue',
  },
  {
    step: /^2\.15 /,
    line: /_contact_request\.owner_id /,
    reason: 'Ids are taken as strings and as numbers in every version.',
  },
  {
    step: /^2\.15 /,
    line: / contact_search_request\.sort /,
    reason: 'Searches are sorted in every version, as the guide to searching tells; the schema had left it out.',
  },
  {
    step: /^2\.15 /,
    line: / company\.notes /,
    place: / \/contacts\/{}\/companies.* answer /,
    reason: "The examples of a contact's companies show the notes in every version.",
  },
  {
    step: /^2\.15 /,
    line: / note\.company /,
    reason: 'The examples of 2.15, which first lists the notes of a company, show it: it comes one version early.',
  },
  {
    step: /^2\.15 /,
    line: / conversation_source\.(recipients|reply_to|email_message_metadata) /,
    reason: 'Only conversations by email have these, and Parley receives no email.',
  },
  {
    step: /^2\.1(5|6) /,
    line: /^~ conversation_source(_author)?\.(type|id|email|subject|body) /,
    reason: 'What may stand there became wider; a source of Parley is one that was always allowed.',
  },
  {
    step: /^2\.16 /,
    line: /_contact_request\.language_override /,
    reason: 'Kept in every version, as the note on languages that are none in 2.15 presumes; listed late.',
  },
  {
    step: /^2\.1[013] /,
    line: / (create|update)_data_attribute_request(\.data_type|\.options\[\](\.value)?)? /,
    reason:
      'The options of a list are described as texts and as objects with a value in turn, and from 2.14 as a data_type ' +
      'of its own; all forms are taken in every version.',
  },
  {
    step: THERE_AND_BACK,
    line: / (news_item\.|newsfeed\.name )/,
    place: /^GET \/news\//,
    reason: 'Lists of newsfeeds and of news items share a schema, and only 2.11 tells the two apart.',
  },
  {
    step: /^2\.15 /,
    line: / (custom_object_instances_paginated_list|custom_object_instance)[. ]/,
    place: /^GET \/custom_object_instances\/{} answer/,
    reason: 'The answer became a list; one object is still answered to an external_id.',
    change: 'ListCustomObjects',
  },
  {
    step: /^2\.15 /,
    line: /^~ answer of POST \/fin\/(start|reply)\.status /,
    reason: 'No answer tells `replying`: it is the status of an event.',
  },
  {
    step: /^2\.16 /,
    line: /^\+ operation POST \/fin\//,
    reason: 'These are in Preview of the descriptions, and graduated to 2.14 on later pages.',
  },
  {
    step: /^2\.16 /,
    line: /^- operation (GET|PUT) \/ip_allowlist/,
    reason: 'The description of Preview lacks both, and its later pages have them.',
  },
  {
    step: /^2\.16 /,
    line: /^\+ (conversation_tags_updated|snoozed|priority_changed)\./,
    reason: 'Keys within the details of a part, whose form follows from what the part tells.',
    change: 'TellDetailsOfMoreParts',
  },
  {
    step: /^2\.16 /,
    line: /^\+ (conversation_sla_\w+|call_summary)\./,
    reason: 'Parley has no SLAs and no calls that a part could tell of.',
  },
  {
    step: /^2\.16 /,
    line: /^~ message\.message_type /,
    place: /^POST \/conversations answer/,
    reason: 'The message that begins a conversation is of the messenger; what else a message can be became wider.',
  },
  {
    step: /^2\.9 /,
    line: /^\+ ticket_type\.category /,
    reason: 'Deliveries of 2.9 were captured with it; the schema has it from 2.10 on.',
  },
  {
    step: /^2\.9 /,
    line: /^[~+] (ticket_part_author\.type|ticket_reply\.part_type|contact_reply_base_request\.type) /,
    reason: 'Contacts and comments came with the change ReplyToTickets; our schema names every kind at all times.',
  },
  {
    step: /^2\.11 /,
    line: /^[+-] ticket_type_list\.(data|ticket_types) /,
    reason: 'The examples and recorded answers of every version have `data`.',
  },
  {
    step: /^2\.16 /,
    line: /^\+ ticket_(part|reply)\.translations /,
    reason: 'Parts of tickets leave out what they do not have, and Parley translates nothing.',
  },
  {
    step: /^2\.1[01] /,
    line: /^~ create_message_request any or object/,
    reason: 'A body of null came and went; without words it is refused as any other.',
  },
  {
    step: /^2\.16 /,
    line: /^~ message\.message_type /,
    place: /^POST \/messages answer/,
    reason: 'A WhatsApp message says that it is one wherever it is taken; 2.16 takes it and forgot the word.',
  },
  {
    step: /^2\.16 /,
    line: /^~ content_import_source\.audience_ids array\? => array$/,
    reason: 'Only 2.15 and 2.16 say that it may be null; it is a list in every version.',
  },
  {
    step: /^2\.16 /,
    line: /^\+ internal_article_list_item\.(folder_id|tags) /,
    place: /^GET \/internal_articles\/search/,
    reason: 'The articles of a search stand beside the total since 2.17, and have both there.',
  },
  {
    step: /^2\.15 /,
    line: /^\+ article_content\./,
    place: /^(POST|PUT) \/articles/,
    reason: 'Languages of a request are read field by field; their schema is an object of any.',
  },
  {
    step: /^2\.16 /,
    line: /article(_list_item|_request)\.folder_id /,
    reason: 'Folders are not served yet.',
  },
  {
    step: /^2\.16 /,
    line: /^\+ update_article_request\.parent_ids /,
    place: /^PUT \/articles\/{}\/draft/,
    reason: 'Only texts wait in a draft: other fields are ignored, as the description says.',
  },
]
