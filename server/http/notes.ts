/**
 * Notes to the caller: parts of a body that were taken, but not as they were sent, such as a picture of an article
 * whose address is relative. They travel in a header, because the form of an answer is the API's.
 */
export const NOTES_HEADER = 'X-Parley-Notes'

/** Proxies refuse headers that are much longer. */
const MOST_CHARACTERS = 4000
/** Notes that are kept; the others are counted. */
const MOST_KEPT = 100
/** Room for the number of the others. */
const FOR_REST = 24

export interface Notes {
  add(what: string): void
  clear(): void
  /** A JSON list in ASCII; undefined where there is nothing to tell. */
  header(): string | undefined
}

export function createNotes(): Notes {
  const notes = new Set<string>()
  let more = 0
  return {
    add(what) {
      if (notes.size < MOST_KEPT) notes.add(what)
      else if (!notes.has(what)) more++
    },
    clear() {
      notes.clear()
      more = 0
    },
    header: () => (notes.size === 0 ? undefined : encode([...notes], more)),
  }
}

function encode(notes: string[], more: number): string {
  const texts: string[] = []
  let length = 2
  for (const note of notes) {
    const text = ascii(JSON.stringify(note))
    length += text.length + 1
    if (length > MOST_CHARACTERS - FOR_REST) break
    texts.push(text)
  }
  const rest = notes.length - texts.length + more
  if (rest > 0) texts.push(`"${rest} more"`)
  return `[${texts.join(',')}]`
}

const ascii = (text: string): string =>
  text.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
