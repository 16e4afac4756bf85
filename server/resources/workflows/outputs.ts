/** Values of a data connector's answer, by the paths that its response fields have: `order.id`, `items[0].name`. */

const STEP = /\.?([A-Za-z_][\w-]*)|\[(\d{1,6}|"(?:[^"\\]|\\.)*")\]/gy

/** @param outputs paths by the names of variables @returns values by those names; a path that leads nowhere has none */
export function readOutputs(outputs: Record<string, string>, answer: string | null): Record<string, unknown> {
  const value = parse(answer)
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, path]) => {
      const found = follow(value, path)
      return found === undefined ? [] : [[name, found]]
    }),
  )
}

/** Undefined for text that is no path. */
export function stepsOf(path: string): (string | number)[] | undefined {
  const steps: (string | number)[] = []
  let end = 0
  for (const { index, 0: written, 1: word, 2: key } of path.matchAll(STEP)) {
    if (index !== end) return undefined
    end += written.length
    steps.push(word ?? JSON.parse(key!))
  }
  return end === path.length && steps.length > 0 ? steps : undefined
}

function follow(value: unknown, path: string): unknown {
  let at = value
  for (const step of stepsOf(path) ?? []) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string | number, unknown>)[step]
  }
  return at
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}
