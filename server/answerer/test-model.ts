/** A stub of an API with chat completions, for tests: it answers from the passages that it is sent, as a model would. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { smallTalk } from './small-talk.ts'
import { isSatisfied, wantsHuman } from './wishes.ts'

interface Asked {
  url: string
  headers: IncomingHttpHeaders
  body: { model: string; messages: { role: string; content: string }[] }
}

export interface TestModel {
  url: string
  asked: Asked[]
  /** The next answer, in place of the stub's own: its status and its body; nothing for null. */
  next: { status: number; body: string } | null | undefined
  close(): void
}

export async function startModel(): Promise<TestModel> {
  const model: TestModel = { url: '', asked: [], next: undefined, close }
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request))
    model.asked.push({ url: request.url!, headers: request.headers, body })
    const given = model.next
    model.next = undefined
    if (given === null) return
    const { status, body: answer } = given ?? { status: 200, body: completion(JSON.stringify(reply(body))) }
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`
  return model

  function close() {
    server.closeAllConnections()
    server.close()
  }
}

export const completion = (content: string): string => JSON.stringify({ choices: [{ message: { content } }] })

function reply({ messages }: Asked['body']) {
  const question = messages.at(-1)!.content
  if (wantsHuman(question)) return { outcome: 'escalated', answer: 'Somebody will come.' }
  if (isSatisfied(question)) return { outcome: 'resolved', answer: 'You are welcome.' }
  const talk = smallTalk(question, null)
  if (talk) return { outcome: 'asked', answer: talk.asks }
  const [, first] = /\[1\] .*\n([^]*?)(?:\n\n|\n\[2\]|$)/.exec(messages[0]!.content) ?? []
  if (first === undefined) return { outcome: 'unanswered', answer: 'The passages do not say.' }
  return { outcome: 'answered', answer: first, sources: [1] }
}
