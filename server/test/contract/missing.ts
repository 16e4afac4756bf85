/** Keys that every official example of an answer has, and the answer lacks. */
import { childrenOf, isObject, type Path } from './place.ts'

/** Objects whose keys the customer chooses, so that those of an example prove nothing. */
const FREE = /custom_attributes|metadata|custom_object|translated_content|_attributes$/

export function missingKeys(examples: unknown[], value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) {
    const items = childrenOf(examples)
    return items.length === 0 ? [] : value.flatMap((item, at) => missingKeys(items, item, [...path, at]))
  }
  if (!isObject(value) || path.some((name) => FREE.test(String(name)))) return []
  const alike = sameType(examples.filter(isObject), value['type'])
  return Object.keys(alike[0] ?? {})
    .filter((key) => alike.every((example) => key in example))
    .flatMap((key) =>
      key in value ? missingKeys(childrenOf(alike, key), value[key], [...path, key]) : [[...path, key]],
    )
}

/** The examples of the value's own type; all of them where none has it. */
function sameType(examples: Record<string, unknown>[], type: unknown): Record<string, unknown>[] {
  const same = examples.filter((example) => [undefined, type].includes(example['type'] as never))
  return type === undefined || same.length === 0 ? examples : same
}
