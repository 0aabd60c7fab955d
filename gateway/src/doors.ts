// The doors 端口: TCP and UDP on one number, handing bytes to the gateway and its frames back.
import { createSocket } from 'node:dgram'
import type { Socket as UdpSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { fault } from '@houqin/fault'
import type { Gateway, Inlet } from './gateway.ts'
import type { Outlet } from './link.ts'

export interface Doors {
  readonly port: number
  close(): Promise<void>
}
/** Connections at once; each costs a few kilobytes. */
const mostLinks = 20_000
/** Connections that may wait to be taken: after a cut every terminal comes back in the same second. */
const backlog = 4096
/** What a terminal may leave unread before it is taken for gone. */
const mostUnread = 256 * 1024

/** Opens TCP and UDP on the same port; 0 takes any. @throws Fault `gateway.port` when it is taken. */
export async function openDoors({ gateway, host, port }: { gateway: Gateway; host: string; port: number }): Promise<Doors> {
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    hear(socket, gateway)
  })
  server.maxConnections = mostLinks
  const taken = await listening(server, { host, port })
  const udp = createSocket({ type: host.includes(':') ? 'udp6' : 'udp4' })
  try {
    await bound(udp, { host, port: taken })
  } catch (error) {
    server.close()
    throw error
  }
  hearDatagrams(udp, gateway)
  return {
    port: taken,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
      await new Promise<void>((resolve) => udp.close(() => resolve()))
    },
  }
}

function hear(socket: Socket, gateway: Gateway): void {
  let waiting: Uint8Array[] = []
  const flush = (): void => {
    const frames = waiting
    waiting = []
    if (!socket.destroyed) socket.write(Buffer.concat(frames))
  }
  const outlet: Outlet = {
    transport: 'tcp',
    remote: `${socket.remoteAddress ?? ''}:${String(socket.remotePort ?? '')}`,
    send(frame) {
      if (socket.writableLength > mostUnread) return void socket.destroy()
      if (waiting.push(frame) === 1) setImmediate(flush) // answers to one batch leave in one write
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    close: () => {
      if (waiting.length > 0) flush()
      socket.end()
      socket.destroySoon()
    },
  }
  const inlet = gateway.connect(outlet)
  socket.on('data', (chunk: Buffer) => inlet.receive(chunk))
  socket.on('error', () => undefined) // 'close' follows, and says all there is to say
  socket.on('close', () => inlet.ended())
}

function hearDatagrams(udp: UdpSocket, gateway: Gateway): void {
  const inlets = new Map<string, Inlet>()
  udp.on('message', (datagram, { address, port }) => {
    const remote = `${address}:${String(port)}`
    const known = inlets.get(remote)
    if (known) return known.receive(datagram)
    if (inlets.size >= mostLinks) return
    const inlet = gateway.connect({
      transport: 'udp', remote,
      send: (frame) => udp.send(frame, port, address, () => undefined),
      pause: () => undefined,
      resume: () => undefined,
      close: () => void inlets.delete(remote),
    })
    inlets.set(remote, inlet)
    inlet.receive(datagram)
  })
  udp.on('error', () => undefined)
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(portFault(port, cause)))
    server.listen({ port, host, backlog }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
function bound(udp: UdpSocket, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    udp.once('error', (cause) => reject(portFault(port, cause)))
    udp.bind(port, host, () => resolve())
  })
}
function portFault(port: number, cause: unknown): Error {
  return fault({
    code: 'gateway.port',
    zh: `终端接入端口 ${port} 打不开：可能已被占用，请换一个 --gateway-port。`,
    en: `The terminals' port ${port} cannot be opened: it may be taken, choose another --gateway-port.`,
    cause,
  })
}
