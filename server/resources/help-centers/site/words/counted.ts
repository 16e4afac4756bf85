/** Words that go with a number: the form that the language has for it, with the number in place of `#`. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export function counted(locale: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count))
}
