/** Examples of messages, banners and calls, and of the brands and addresses that they come from. */
import {
  bannerView,
  call,
  dev,
  supportAddress,
  wholesaleBrand,
  nora,
  rattling,
  registration,
  tomas,
} from './demo-ids.ts'
import { at, type ExampleRequest } from './example-request.ts'

export const channelExamples: Record<string, ExampleRequest> = {
  'POST /messages': at('/messages', {
    from: { type: 'admin', id: tomas },
    to: { type: 'user', id: dev },
    message_type: 'email',
    template: 'plain',
    subject: 'Your order',
    body: '<p>It leaves on Tuesday.</p>',
  }),
  'GET /brands': at('/brands'),
  'GET /brands/{}': at(`/brands/${wholesaleBrand}`),
  'GET /emails': at('/emails'),
  'GET /emails/{}': at(`/emails/${supportAddress}`),
  'GET /contacts/{}/banners': at(`/contacts/${nora}/banners`),
  'POST /contacts/{}/banners/{}/dismiss': at(`/contacts/${dev}/banners/${bannerView}/dismiss`),
  'GET /calls': at('/calls'),
  'GET /calls/{}': at(`/calls/${call}`),
  'GET /calls/{}/recording': at(`/calls/${call}/recording`),
  'GET /calls/{}/transcript': at(`/calls/${call}/transcript`),
  'POST /calls/search': at('/calls/search', { conversation_ids: [rattling] }),
  'GET /fin_voice/collect/{}': at(`/fin_voice/collect/${registration}`),
  'GET /fin_voice/external_id/{}': at('/fin_voice/external_id/fernhill-call-0'),
  'GET /fin_voice/phone_number/{}': at('/fin_voice/phone_number/+15035550114'),
  'GET /fin_voice/conversation/{}': at(`/fin_voice/conversation/${rattling}`),
  'POST /fin_voice/register': at('/fin_voice/register', {
    phone_number: '+353871234567',
    call_id: 'fernhill-call-1',
    source: 'zoom_phone',
    data: { queue: 'Orders' },
  }),
  'POST /phone_call_redirects': at('/phone_call_redirects', {
    phone: '+353871234567',
    custom_attributes: { favorite_roast: 'Dark' },
  }),
  'GET /messages/status': at('/messages/status?ruleset_id=demo-ruleset'),
  'GET /messages/whatsapp/status': at('/messages/whatsapp/status?message_id=wamid_demo'),
}
