// The first byte 首字节: one port for HTTPS and for those who typed http://, told apart by the first byte they send.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'

const handshake = 0x16
/** Whoever says nothing, or says it in plain, is listened to for no longer, however he draws it out. */
const patience = 10_000

/**
 * Lets `server` take the connections that begin as TLS does; the others are answered by `plain`.
 * @returns what ends the connections that `server` does not know of.
 */
export function splitByFirstByte(server: Server, plain: RequestListener): () => void {
  const toTls = server.listeners('connection')
  const answering = createServer((request, response) => {
    response.setHeader('connection', 'close')
    plain(request, response)
  })
  const waiting = new Set<Socket>()
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const giveUp = (): void => void socket.destroy()
    const deadline = setTimeout(giveUp, patience)
    const forget = (): void => {
      clearTimeout(deadline)
      waiting.delete(socket)
    }
    waiting.add(socket)
    socket.once('close', forget)
    socket.on('error', giveUp)
    socket.once('readable', () => {
      // null: it left without a word
      const first: Buffer | null = socket.read(1)
      if (first === null) return giveUp()
      socket.unshift(first)
      if (first[0] !== handshake) {
        answering.emit('connection', socket)
        return
      }
      forget()
      socket.off('close', forget)
      socket.off('error', giveUp)
      for (const take of toTls) take.call(server, socket)
    })
  })
  return () => {
    for (const socket of waiting) socket.destroy()
  }
}

const safe = new Set(['GET', 'HEAD'])

/** Sends a reader on to HTTPS; what carries a password or changes something is refused, so that it is not sent again. */
export function onToHttps(request: IncomingMessage, response: ServerResponse): void {
  const { host = '' } = request.headers
  if (safe.has(request.method ?? '') && /^[\w.:[\]-]+$/.test(host)) {
    response.writeHead(307, { location: `https://${host}${request.url ?? '/'}` }).end()
    return
  }
  response.writeHead(400, { 'content-type': 'application/problem+json; charset=utf-8' })
  response.end(JSON.stringify({
    type: '/problems/bad-request', title: '请求格式有误', status: 400,
    detail: '这里只用加密连接：请把地址开头的 http:// 改为 https:// 后重试；若刚才发送了密码，请修改密码。 Use https:// here; if you have just sent a password in plain, change it.',
  }))
}
