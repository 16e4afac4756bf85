/** Bodies of HTML: the SQL of each operator. */
import { checkFields, column, STRINGS } from './test-fields.ts'
import { text } from './text-field.ts'

checkFields({
  'a body of HTML': {
    field: text(column),
    kind: 'words',
    operators: STRINGS,
    missing: 't.c is null',
    among: [
      [['need'], "to_tsvector('simple', left(t.c, 100000)) @@ (phraseto_tsquery('simple', $1))", 'need'],
      [
        ['need', 'two words', 'x'.repeat(1000)],
        "to_tsvector('simple', left(t.c, 100000)) @@ (phraseto_tsquery('simple', $1) || phraseto_tsquery('simple', $2))",
        'need',
        'x'.repeat(1000),
      ],
      [['two words', 'a\ttab'], 'false'],
    ],
    compare: [
      ['~', 'a<b>&"', "regexp_replace(t.c, '<[^>]*>', ' ', 'g') ilike $1", '%a&lt;b&gt;&amp;"%'],
      ['^', 'a.b é_1', "regexp_replace(t.c, '<[^>]*>', ' ', 'g') ~* $1", '(^|\\W)a\\.b é_1'],
      ['$', '(x)', "regexp_replace(t.c, '<[^>]*>', ' ', 'g') ~* $1", '\\(x\\)(\\W|$)'],
    ],
    refused: [5, 'x'.repeat(1001)],
  },
})
