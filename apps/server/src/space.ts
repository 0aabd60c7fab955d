// Disk space 磁盘空间: before the disk is full, writing is refused in a sentence while reading goes on; the database never meets the end.
import { statfs } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { localeOfHeader } from '@houqin/http'
import type { Log } from '@houqin/http'
import { noSpace, problemDocument } from '@houqin/problem'

export interface Space {
  /** Too little for people's writing. */
  low(): boolean
  /** Too little even for what the house does by itself. */
  spent(): boolean
  stop(): void
}

/** What is kept free: 512 MiB, on a small disk a twentieth. The log of the database grows by 16 MiB at a time. */
const reserveOf = (total: number): number => Math.min(512 * 2 ** 20, total / 20)
const lookEvery = 1000

/** Looks at the disk that holds `folder` once a second, and at once. */
export async function watchSpace(folder: string, log: Log): Promise<Space> {
  let low = false
  let spent = false
  const look = async (): Promise<void> => {
    const { bavail, bsize, blocks } = await statfs(folder)
    const free = bavail * bsize
    const reserve = reserveOf(blocks * bsize)
    // a little more must be free again than was missed, or it would come and go
    const nowLow = free < (low ? reserve * 1.1 : reserve)
    if (nowLow !== low) log.warn({ freeMiB: Math.floor(free / 2 ** 20), folder }, nowLow ? 'disk nearly full, writing is refused' : 'disk has space again, writing goes on')
    low = nowLow
    spent = free < reserve / 4
  }
  await look()
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'disk space unknown'))
  }, lookEvery)
  timer.unref()
  return Object.freeze({ low: () => low, spent: () => spent, stop: () => clearInterval(timer) })
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answers writes itself while there is no space; who wants to read may sign in for it. */
export function guarded(space: Pick<Space, 'low'>, listener: RequestListener): RequestListener {
  return (request, response) => {
    const writes = !reading.has(request.method ?? '') && !/^\/api\/session(\/|\?|$)/.test(request.url ?? '')
    if (writes && space.low()) refuse(request, response)
    else listener(request, response)
  }
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const document = problemDocument(noSpace(), localeOfHeader(request.headers['accept-language']))
  // heard to its end and thrown away: whoever still sends would not hear the answer
  request.resume()
  response.writeHead(document.status, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '60' })
  response.end(JSON.stringify(document))
}
