/** Good and bad samples of what a field may hold, and which fields hold it. */

export interface Kind {
  /** Fields by their names in queries and bodies; their texts. */
  fields: RegExp
  good: unknown[]
  bad: unknown[]
}

const LONG = 'x'.repeat(2001)

/** Fields that are written. Fields that only look a person up answer an unknown value as nobody. */
export const kinds: Record<string, Kind> = {
  email: {
    fields:
      /^(POST|PUT) \/(contacts|contacts\/\{\}|parley\/admins|parley\/admins\/\{\}|parley\/emails|parley\/emails\/\{\}) body\.email$|^POST \/tickets body\.contacts\.0\.email$/,
    good: [
      'ada@b.example',
      'a.b+c@d-e.example',
      "o'neil@b.example",
      'ä@ü.example',
      'ADA@B.EXAMPLE',
      ' padded@b.example ',
    ],
    bad: [
      'ada',
      'a@',
      '@b.example',
      'a@@b.example',
      'a@b@c.example',
      'a b@c.example',
      'a@b c.example',
      '@',
      42,
      true,
      [],
    ],
  },
  phone: {
    fields: /contacts\S* body\.phone$/,
    good: ['+353871234567', '087 123 4567', '+1 (555) 010-9999', 'ask Bob', ''],
    bad: [42, true, [], {}, 'x'.repeat(256)],
  },
  'phone in E.164': {
    fields: /calls body\.phone$/,
    good: ['+353871234567', '+1 (555) 010-9999', null],
    bad: ['087 123 4567', 'ask Bob', '+0871234567', '+1234567890123456', true, [], {}],
  },
  'web address': {
    fields:
      /^(?!\w+ \/(contacts|data_connectors)).* body\.(url|avatar\.image_url|attachment_urls\.0|action\.tour_url)$/,
    good: ['https://example.com', 'http://example.com/a?b=c#d', 'HTTPS://EXAMPLE.COM/', 'https://example.com:8443/a'],
    bad: [
      'example.com',
      'ftp://example.com',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://',
      '//example.com',
      42,
    ],
  },
  'address of a webhook': {
    fields: /^(POST|PUT) \/parley\/webhooks\S* body\.url$/,
    good: ['https://example.com:8443/a?b=c', 'https://93.184.215.14/hook', ' https://example.com/padded '],
    bad: [
      'https://user@example.com',
      'https://:secret@example.com',
      'https://user:secret@example.com',
      'http://169.254.169.254/latest',
      'https://0.0.0.0/',
      ' ',
    ],
  },
  'money or size': {
    fields: /body\.(monthly_spend|size)$/,
    good: [0, 1, 1.5, 2_147_483_647, null],
    bad: ['x', true, [], {}, 2_147_483_648, 1e300],
  },
  metadata: {
    fields: /body\.metadata$/,
    good: [
      {},
      { price: { amount: 0, currency: 'eur' } },
      { price: { amount: 34_999, currency: 'EUR' } },
      { link: { url: 'https://example.com', value: 'a' } },
      { text: 'x'.repeat(2000), number: 0, float: -1.5, flag: false, nothing: null, paid_date: 1_700_000_000 },
      Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`key ${at}`, at])),
      {
        ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`key ${at}`, at])),
        eleventh: { is: { ignored: 1 } },
      },
      { ['k'.repeat(255)]: 1 },
    ],
    bad: [
      { price: { amount: -1, currency: 'eur' } },
      { price: { amount: 1.5, currency: 'eur' } },
      { price: { amount: '1', currency: 'eur' } },
      { price: { amount: 1, currency: 'euro' } },
      { price: { amount: 1, currency: 'eur', tax: 1 } },
      { price: { amount: 1 } },
      { link: { url: 'example.com', value: 'a' } },
      { link: { url: 'ftp://example.com', value: 'a' } },
      { link: { url: 'https://example.com' } },
      { list: [1] },
      { nested: { a: { b: 1 } } },
      { text: LONG },
      { ['k'.repeat(256)]: 1 },
      { tenth: 1, ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`key ${at}`, at])), last: { a: 1 } },
      'text',
      [],
    ],
  },
  time: {
    fields: /^(?!(POST|PUT) \/articles).* body\.(newsfeed_assignments\.0\.)?(\w+_at|snoozed_until)$/,
    good: [
      1_700_000_000,
      0,
      -1,
      4_102_444_800,
      '2100-01-01T00:00:00Z',
      1_700_000_000.7,
      '1700000000',
      '1700000000.7',
      '2023-11-14',
      '2023-11-14T22:13:20',
      '2023-11-14T22:13:20.5Z',
      '2023-11-14T23:13:20+01:00',
    ],
    bad: [
      -30_610_224_001,
      253_402_300_800,
      1_700_000_000_000,
      '1700000000000',
      '0999-12-31',
      '2023-14-11',
      '14/11/2023',
      'tomorrow',
      'soon',
      '',
      {},
      [],
      true,
    ],
  },
}

/** Samples that one operation judges otherwise, with the reason. */
export const otherwise: { at: RegExp; value: (value: any) => boolean; good: boolean; reason: string }[] = [
  {
    at: /snoozed_until$/,
    value: (value) => !/^(4102444800|2100.*)$/.test(String(value)),
    good: false,
    reason: 'nothing is snoozed until a time that is past',
  },
  {
    at: /^POST \/(conversations|messages|tickets)\S* body.created_at$/,
    value: (value) => /^(4102444800|2100.*)$/.test(String(value)),
    good: false,
    reason: 'what is written has happened',
  },
  {
    at: /^(POST|PUT) \/news\/news_items\S* body.newsfeed_assignments.0.published_at$/,
    value: (value) => /^(4102444800|2100.*)$/.test(String(value)),
    good: false,
    reason: 'news was published in the past',
  },
  {
    at: /^POST \/parley\/(calls|\S+\/handling_events)\S* body.(initiated|answered|ended|happened)_at$/,
    value: (value) => /^(4102444800|2100.*)$/.test(String(value)),
    good: false,
    reason: 'a record is of something that has happened',
  },
  {
    at: /^POST \/custom_object_instances\/\{\} body.external_(created|updated)_at$/,
    value: () => true,
    good: true,
    reason: 'a value that is no time counts as null',
  },
  { at: /size$/, value: (value) => value === -1, good: false, reason: 'nobody has fewer than no employees' },
]
