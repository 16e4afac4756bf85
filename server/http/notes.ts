/**
 * Notes to the caller: parts of a body that were taken, but not as they were sent, such as a picture of an article
 * whose address is relative. They travel in a header, because the form of an answer is the API's.
 */
export const NOTES_HEADER = 'X-Parley-Notes'

/** Proxies refuse headers that are much longer. */
const MOST_CHARACTERS = 4000

export function createNotes() {
  const notes = new Set<string>()
  return {
    add: (what: string): void => void notes.add(what),
    clear: (): void => notes.clear(),
    /** A JSON list in ASCII; undefined where there is nothing to tell. */
    header: (): string | undefined => (notes.size === 0 ? undefined : encode([...notes])),
  }
}

function encode(notes: string[]): string {
  for (let kept = notes.length; ; kept--) {
    const rest = notes.length - kept
    const text = ascii(JSON.stringify(rest === 0 ? notes : [...notes.slice(0, kept), `${rest} more`]))
    if (text.length <= MOST_CHARACTERS || kept === 0) return text
  }
}

const ascii = (text: string): string =>
  text.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
