/** The words of a title in an address. The id before them carries the address; they may be empty. */
export const slug = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
    // The cut may have halved a letter of two units, or left a sign at the end.
    .replace(/[\uD800-\uDBFF]$|-+$/, '')

/** `12-words-of-the-title`, encoded for an address. */
export function idAndSlug(id: number, title: string): string {
  const words = slug(title)
  return words === '' ? String(id) : `${id}-${encodeURIComponent(words)}`
}
