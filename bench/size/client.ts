/**
 * Sends requests over connections that are kept, and says how long each answer took to the last byte.
 * It shares the machine with what it measures, so it does next to nothing: a connection reads into the
 * same bytes each time. With undici it took three times as long, and its collections of garbage
 * stood in the figures.
 */
import { connect, type Socket } from 'node:net'
import type { Request } from './shapes/shape.ts'

export interface Answer {
  status: number
  /** The body; for a 200 only if the caller asked for it. */
  text: string
  /** Milliseconds. */
  took: number
}

export interface Client {
  /** @throws where the server ends the connection, or says something that this client does not understand */
  send(request: Request, options?: { readsText?: boolean }): Promise<Answer>
  close(): void
}

export function openClient(url: string, token: string): Client {
  const { hostname, port, host } = new URL(url)
  const all: Connection[] = []
  const idle: Connection[] = []
  const open = () => {
    const connection = new Connection(hostname, Number(port))
    all.push(connection)
    return connection
  }
  return {
    async send({ method, path, body, version }, { readsText = false } = {}) {
      const connection = takeOpen(idle) ?? open()
      const payload = body ? JSON.stringify(body) : ''
      const lines = [
        `${method} ${path} HTTP/1.1`,
        `host: ${host}`,
        `authorization: Bearer ${token}`,
        'accept: application/json',
        ...(version ? [`intercom-version: ${version}`] : []),
        ...(body ? ['content-type: application/json', `content-length: ${Buffer.byteLength(payload)}`] : []),
      ]
      const answer = await connection.ask(`${lines.join('\r\n')}\r\n\r\n${payload}`, readsText)
      idle.push(connection)
      return answer
    },
    close() {
      for (const connection of all) connection.end()
    },
  }
}

/** The server ends those that it did not hear of for a while. */
function takeOpen(idle: Connection[]): Connection | undefined {
  let connection = idle.pop()
  while (connection?.isOver) connection = idle.pop()
  return connection
}

const READ_BYTES = 64 * 1024
const END_OF_HEAD = '\r\n\r\n'

/** State of the answer that is being received. */
interface Coming {
  status: number
  /** Bytes of the body that are still to come. */
  lacking: number
  readsText: boolean
  text: Buffer[]
}

/** One request after the other. */
class Connection {
  #socket: Socket
  #readsText = false
  /** Bytes of an incomplete head. */
  #head: Buffer = Buffer.alloc(0)
  #coming: Coming | undefined
  #settle: { resolve(answer: Omit<Answer, 'took'>): void; reject(error: Error): void } | undefined

  constructor(host: string, port: number) {
    const callback = (count: number, bytes: Uint8Array) => {
      try {
        this.#read(Buffer.from(bytes.buffer, bytes.byteOffset, count))
      } catch (error) {
        this.#socket.destroy(error as Error)
      }
      return true
    }
    this.#socket = connect({ host, port, noDelay: true, onread: { buffer: Buffer.alloc(READ_BYTES), callback } })
    this.#socket.on('error', (error) => this.#settle?.reject(error))
    this.#socket.on('close', () => this.#settle?.reject(new Error('the server ended the connection')))
  }

  get isOver(): boolean {
    return this.#socket.destroyed || this.#socket.readableEnded
  }

  async ask(request: string, readsText: boolean): Promise<Answer> {
    const started = performance.now()
    this.#readsText = readsText
    const answer = await new Promise<Omit<Answer, 'took'>>((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(request)
    })
    return { ...answer, took: performance.now() - started }
  }

  end(): void {
    this.#settle = undefined
    this.#socket.destroy()
  }

  #read(bytes: Buffer): void {
    let body = bytes
    if (!this.#coming) {
      const begun = this.#head.length > 0 ? Buffer.concat([this.#head, bytes]) : bytes
      const end = begun.indexOf(END_OF_HEAD)
      if (end === -1) {
        this.#head = Buffer.from(begun)
        return
      }
      this.#head = Buffer.alloc(0)
      this.#coming = this.#readHead(begun.toString('latin1', 0, end))
      body = begun.subarray(end + END_OF_HEAD.length)
    }
    const { status, readsText, text } = this.#coming
    if (readsText) text.push(Buffer.from(body)) // the next reading writes over them
    this.#coming.lacking -= body.length
    if (this.#coming.lacking > 0) return
    this.#coming = undefined
    this.#settle!.resolve({ status, text: Buffer.concat(text).toString() })
  }

  #readHead(head: string): Coming {
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (!status || length === undefined) throw new Error(`an answer without a status or a length: ${head}`)
    return { status, lacking: Number(length), readsText: this.#readsText || status !== 200, text: [] }
  }
}
