/** Good and bad samples of what a field may hold, and which fields hold it. */

export interface Kind {
  /** Fields by their names in queries and bodies; their texts. */
  fields: RegExp
  good: unknown[]
  bad: unknown[]
}

const LONG = 'x'.repeat(2001)

/** Fields that are written: those that only look somebody up take whatever there is not for nobody. */
export const kinds: Record<string, Kind> = {
  email: {
    fields: /^(POST|PUT) \/(contacts|contacts\/\{\}|parley\/admins|parley\/admins\/\{\}) body\.email$/,
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
    fields: /body\.phone$/,
    good: ['+353871234567', '087 123 4567', '+1 (555) 010-9999', 'ask Bob', ''],
    bad: [42, true, [], {}, 'x'.repeat(256)],
  },
  'web address': {
    fields: /body\.(url|avatar\.image_url|attachment_urls\.0)$/,
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
    fields: /body\.(\w+_at|snoozed_until)$/,
    good: [1_700_000_000, 0],
    bad: [-1, 253_402_300_800, 'tomorrow', {}, [], true],
  },
}

/** Samples that one operation judges otherwise, with the reason. */
export const otherwise: { at: RegExp; value: (value: any) => boolean; good: boolean; reason: string }[] = [
  {
    at: /snoozed_until$/,
    value: (value) => typeof value === 'number' && value < 4_000_000_000 && value >= 0,
    good: false,
    reason: 'nothing is snoozed until a time that is past',
  },
  { at: /size$/, value: (value) => value === -1, good: false, reason: 'nobody has fewer than no employees' },
]
