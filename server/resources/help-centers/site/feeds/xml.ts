/** XML that is written while it is sent: a head, then a piece for each element, then the end. */
import { Readable } from 'node:stream'
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
/** Elements that are sent at once. */
const TOGETHER = 500

/** Text must not hold the end of a CDATA section, which the serializer leaves as it is. */
export const xmlOf = (node: Element): string => toXml(node).replaceAll(']]>', ']]&gt;')

/** @param root an element whose children follow */
export function xmlStream(root: Element, children: AsyncIterable<Element>): Readable {
  const [open, end] = split(xmlOf({ ...root, children: [{ type: 'text', value: '\n' }] }))
  return Readable.from(
    (async function* write() {
      let waiting: string[] = [`${DECLARATION}${open}\n`]
      for await (const child of children) {
        waiting.push(`${xmlOf(child)}\n`)
        if (waiting.length < TOGETHER) continue
        yield waiting.join('')
        waiting = []
      }
      yield `${waiting.join('')}${end}\n`
    })(),
  )
}

function split(xml: string): [string, string] {
  const at = xml.lastIndexOf('</')
  return [xml.slice(0, at).trimEnd(), xml.slice(at)]
}
