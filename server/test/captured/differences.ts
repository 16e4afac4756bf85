/** Where ours differs from a captured payload on purpose, and where a capture shows something else than the API of today. */
import type { Difference } from './forms.ts'

interface Deliberate {
  ids: RegExp
  at: RegExp
  detail: RegExp
  /** The first cell of its row in docs/deviations.md. */
  row?: string
  /** Facts about the capture, where Parley does not differ from the API. */
  because?: string
}

export const DELIBERATE: Deliberate[] = [
  {
    ids: /^R53$/,
    at: /^sse_subscription_url$/,
    detail: /not captured/,
    because: 'that workspace followed sessions by webhooks alone',
  },
  {
    ids: /^R5[56]$/,
    at: /^(created_at_ms|message\.id)$/,
    detail: /not captured/,
    because: 'it was derived from what clients read; the descriptions have these keys',
  },
  {
    ids: /^R25$/,
    at: /^download_expires_at$/,
    detail: /string, captured: number/,
    row: '`download_expires_at` of an export without an archive',
  },
  {
    ids: /^(H-ticket\.|A-ticket-tracker)/,
    at: /ticket_parts\[\]\.author\.type$/,
    detail: /"bot", captured: "admin"/,
    because: 'made in the inbox, by a teammate; by the API it is the bot, as A-ticket-2.11 shows',
  },
  {
    ids: /^H-ticket\.note\.created$/,
    at: /ticket_parts\[\]\.(assigned_to|(previous_)?ticket_state)$/,
    detail: /missing|not captured/,
    because: 'two parts of one second, in the order opposite to that of A-ticket-tracker-2.11',
  },
  {
    ids: /^A-ticket-tracker-2\.11$/,
    at: /assigned_to$/,
    detail: /order/,
    because: 'the keys were sorted by the keeper',
  },
  {
    ids: /^A-conversation-of-a-ticket$/,
    at: /^ticket\.url$/,
    detail: /null, captured: string/,
    row: '`ticket.url` of a conversation',
  },
  {
    ids: /conversation|R0|tag\.created/,
    at: /custom_attributes\.[^.]+$/,
    detail: /missing/,
    row: 'built-in attributes of conversations',
  },
  {
    ids: /^H-conversation\./,
    at: /(source|first_contact_reply)\.url$/,
    detail: /null, captured: string/,
    because: 'the conversation began in the messenger, on a page',
  },
  {
    ids: /^H-conversation\.contact\./,
    at: /^data\.item\.conversation\./,
    detail: /missing|not captured/,
    row: '`conversation.contact.attached` and `.detached`',
  },
  {
    ids: /^H-conversation\.contact\./,
    at: /contact\.phone$/,
    detail: /null, captured: string/,
    because: 'an empty phone was typed in',
  },
  {
    ids: /^H-company\.contact\.detached$/,
    at: /contact\.formatted_phone$/,
    detail: /string, captured: null/,
    row: '`formatted_phone` of a contact beside a company or a conversation',
  },
  {
    ids: /^H-company\./,
    at: /custom_attributes\.creation_source$/,
    detail: /not captured/,
    because: 'the company was typed in beside a conversation; ours was made by the API',
  },
  {
    ids: /^H-admin\.added_to_workspace$/,
    at: /team_ids$/,
    detail: /empty/,
    because: 'the workspace puts new admins into a team; here they are added to teams afterwards',
  },
  {
    ids: /^A-GET-activity_logs$/,
    at: /metadata\.(before|after)\.[a-z_]+$/,
    detail: /missing|not captured/,
    row: 'permissions in activity logs',
  },
  {
    ids: /^H-admin\.activity_log_event\.created$/,
    at: /metadata\.(enabled|team)$/,
    detail: /missing|not captured/,
    because: 'it tells of a setting that is not here; ours tells of a new team',
  },
  {
    ids: /^H-visitor\.signed_up$/,
    at: /location_data\.(postal_code|timezone)$/,
    detail: /null, captured: string/,
    row: 'places of visitors',
  },
  {
    ids: /^H-event\.created$/,
    at: /^data\.item(\.ext_metadata)?$/,
    detail: /missing|order/,
    because: 'of 2019, in a version before 2.7',
  },
  {
    ids: /^H-conversation_part\.tag\.created-old$/,
    at: /^data\.item(?!\.(conversation_parts|tags_added))/,
    detail: /./,
    because: 'of 2019, in a version before 2.7: conversations had another form; the part and tags_added are held',
  },
  {
    ids: /^H-conversation_part\.tag\.created-old$/,
    at: /^data\.item\.conversation_parts/,
    detail: /not captured|order/,
    because: 'of 2019, in a version before 2.7: parts have more keys now',
  },
  {
    ids: /^H-contact\.user\.updated-retry$/,
    at: /^self$/,
    detail: /not captured/,
    because: 'left out by the keeper: all others have it',
  },
  {
    ids: /^A-GET-me$/,
    at: /^(away_mode_enabled|away_mode_reassign|team_ids)$/,
    detail: /not captured/,
    row: '`GET /me`',
  },
  {
    ids: /^A-conversation-source-null$/,
    at: /./,
    detail: /order/,
    because: 'the keys were sorted by the keeper',
  },
  {
    ids: /^A-GET-conversations$/,
    at: /^pages\.per_page$/,
    detail: /number, captured: string/,
    row: '`per_page` in `pages` of `GET /conversations`',
  },
  {
    ids: /^A-GET-conversations$/,
    at: /source\.type$/,
    detail: /string, captured: null/,
    because: 'the example of a new workspace, which begins without one here',
  },
  {
    ids: /^A-part-rating-changed-old$/,
    at: /^(redacted|author(\.name|\.email)?)$/,
    detail: /not captured|order/,
    because: 'of 2017, in a version before 2.7',
  },
  {
    ids: /^R05$/,
    at: /(workspace_id|url|custom_domain)$/,
    detail: /not captured/,
    because: 'the workspace was taken out by the publisher, and the other two came after 2024',
  },
  {
    ids: /^R0[123]$/,
    at: /(^|\.)(content_id|tags)$/,
    detail: /not captured/,
    because: 'of 2024: both came to these articles later',
  },
  { ids: /^R0[34]$/, at: /^data\[\]\.workspace_id$/, detail: /not captured/, because: 'taken out by the publisher' },
  { ids: /^R0[34]$/, at: /^pages$/, detail: /captured: null/, because: 'taken out by the publisher' },
  { ids: /^R10$/, at: /^data\[\]\.workspace_id$/, detail: /not captured/, because: 'taken out by the publisher' },
  { ids: /^R(09|10)$/, at: /^pages$/, detail: /captured: null/, because: 'taken out by the publisher' },
  {
    ids: /^R[67]/,
    at: /^headers\.(status|x-(frame-options|xss-protection|runtime|intercom-version))$/,
    detail: /missing/,
    row: '`Status`, `X-Frame-Options`, `X-XSS-Protection`, `X-Runtime`, `X-Intercom-Version` of answers',
  },
  {
    ids: /^R62$/,
    at: /errors\[\]\.(code|message)$/,
    detail: /./,
    because: 'of 2018: the descriptions have another code and message now',
  },
]

export const deliberate = (id: string, { at, detail }: Difference): Deliberate | undefined =>
  DELIBERATE.find((one) => one.ids.test(id) && one.at.test(at) && one.detail.test(detail))
