/** The modules that are pure logic, and the tests that are to notice a fault in them: quick ones, without a database. */
export interface Module {
  /** Files to put faults into. */
  files: string[]
  tests: string[]
}

export const modules: Record<string, Module> = {
  versions: {
    files: [
      'server/versions/history.ts',
      'server/versions/fold.ts',
      'server/versions/names.ts',
      'server/versions/rewrite.ts',
    ],
    tests: [
      'server/versions/history.test.ts',
      'server/versions/history-steps.test.ts',
      'server/versions/fold.test.ts',
      'server/versions/names.test.ts',
      'server/versions/rewrite.test.ts',
    ],
  },
  search: {
    files: [
      'server/search/parse.ts',
      'server/search/compile.ts',
      'server/search/combine.ts',
      'server/search/values.ts',
    ],
    tests: [
      'server/search/parse.test.ts',
      'server/search/compile.test.ts',
      'server/search/compile-errors.test.ts',
      'server/search/compile-narrow.test.ts',
      'server/search/combine.test.ts',
      'server/search/values.test.ts',
    ],
  },
  fields: {
    files: ['string', 'number', 'date', 'list', 'text'].map((type) => `server/search/${type}-field.ts`),
    tests: ['string', 'number', 'date', 'list', 'text'].map((type) => `server/search/${type}-field.test.ts`),
  },
  threads: {
    files: [
      'server/threads/happenings.ts',
      'server/threads/fold.ts',
      'server/threads/placed.ts',
      'server/threads/statistics.ts',
      'server/resources/conversations/statistics.ts',
    ],
    tests: [
      'server/threads/happenings.test.ts',
      'server/threads/fold.test.ts',
      'server/threads/placed.test.ts',
      'server/threads/statistics.test.ts',
      'server/resources/conversations/statistics.test.ts',
    ],
  },
  webhooks: {
    files: ['server/webhooks/outcome.ts', 'server/outgoing/addresses.ts'],
    tests: [
      'server/webhooks/outcome.test.ts',
      'server/webhooks/outcome-of.test.ts',
      'server/webhooks/health.test.ts',
      'server/outgoing/addresses.test.ts',
    ],
  },
  pages: {
    files: ['server/http/cursor.ts', 'server/http/pages.ts', 'server/search/keyset.ts'],
    tests: [
      'server/http/cursor.test.ts',
      'server/http/pages.test.ts',
      'server/search/keyset.test.ts',
      'server/search/keyset-ahead.test.ts',
    ],
  },
  validation: {
    files: [
      'server/http/validate.ts',
      'server/http/coerce.ts',
      'server/http/request-id.ts',
      'server/schema/types.ts',
      'server/iso-time.ts',
    ],
    tests: [
      'server/http/validate.test.ts',
      'server/http/coerce.test.ts',
      'server/iso-time.test.ts',
      'server/http/request-id-of.test.ts',
      'server/schema/types.test.ts',
    ],
  },
  'rate-limit': {
    files: ['server/http/rate-limit.ts'],
    tests: ['server/http/rate-limit.test.ts'],
  },
  encode: {
    files: ['server/http/encode.ts'],
    tests: ['server/http/encode.test.ts'],
  },
}
