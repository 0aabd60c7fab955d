// Load 压力: many terminals report as fast as asked, and how long each report waits for its acknowledgement is measured.
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { createFramer, readBody, readPacket, timeOf, writeBody, writePackets } from '@houqin/jt808'
import type { Clock } from '@houqin/clock'
import type { Position } from '@houqin/jt808'

export interface LoadOptions {
  readonly host: string
  readonly port: number
  /** Numbers and plates the gateway's book knows; each gets a socket. */
  readonly terminals: readonly { readonly phone: string; readonly plate: string }[]
  /** Positions a second over all terminals; Infinity sends on as soon as the window has room. */
  readonly rate: number
  /** Positions of one message: 1 is 0x0200, more is 0x0704. */
  readonly together?: number
  /** Messages a terminal leaves unanswered at most. */
  readonly window?: number
  /** Terminals that sign in at once. */
  readonly crowd?: number
  readonly clock: Clock
}
export interface LoadReport {
  readonly terminals: number
  readonly sent: number
  readonly acknowledged: number
  readonly refused: number
  /** Links that ended before they were asked to. */
  readonly lost: number
  readonly seconds: number
  /** Milliseconds from sending to the acknowledgement; of at most 200,000 messages, evenly taken. */
  readonly waited: { readonly p50: number; readonly p99: number; readonly most: number }
}
export interface Load {
  /** Positions sent and acknowledged so far. */
  figures(): { readonly sent: number; readonly acknowledged: number; readonly unanswered: number }
  /** Sends nothing more, waits for what is unanswered at most so long, closes the sockets. */
  stop(patienceMs?: number): Promise<LoadReport>
}

interface Sender {
  readonly socket: Socket
  readonly phone: string
  serial: number
  /** When each message went out. */
  readonly unanswered: Map<number, number>
  /** What is due in this tick, written at once. */
  readonly due: Uint8Array[]
  ready: boolean
}
const tickMs = 10
const mostSamples = 200_000

/** Resolves when every terminal has registered and signed in. @throws Error when one of them cannot. */
export async function startLoad({ host, port, terminals, rate, together = 1, window = 64, crowd = 200, clock }: LoadOptions): Promise<Load> {
  const senders: Sender[] = []
  const waited: number[] = []
  let [sent, acknowledged, refused, lost, stopping, answers] = [0, 0, 0, 0, false, 0]
  const answered = (sender: Sender, { serial, result }: { serial: number; result: number }): void => {
    const at = sender.unanswered.get(serial)
    if (at === undefined) return
    sender.unanswered.delete(serial)
    if (result === 0) acknowledged += together
    else refused += together
    answers += 1
    if (waited.length < mostSamples) waited.push(performance.now() - at)
    else waited[answers % mostSamples] = performance.now() - at
  }
  for (let from = 0; from < terminals.length; from += crowd)
    senders.push(...await Promise.all(terminals.slice(from, from + crowd).map((one) => signIn(one, { host, port, answered, ended: () => { if (!stopping) lost += 1 } }))))

  const began = performance.now()
  let [turn, drawn] = [0, 0]
  const due = (): number => (rate === Infinity ? Infinity : Math.floor((performance.now() - began) / 1000 * rate / together) - sent / together)
  const tick = (): void => {
    let [left, idle] = [due(), 0]
    const time = timeOf(clock.now())
    const speaking: Sender[] = []
    while (left > 0 && idle < senders.length) {
      const sender = senders[turn % senders.length]
      turn += 1
      if (!sender || !sender.ready || sender.unanswered.size >= window) {
        idle += 1
        continue
      }
      idle = 0
      left -= 1
      const body = together === 1
        ? writeBody(0x0200, drawnPosition((drawn += 1), time), { edition: 2013 })
        : writeBody(0x0704, { count: together, type: 0, positions: Array.from({ length: together }, () => drawnPosition((drawn += 1), time)) }, { edition: 2013 })
      const frames = writePackets({ id: together === 1 ? 0x0200 : 0x0704, edition: 2013, phone: sender.phone, serial: sender.serial, body })
      sender.unanswered.set((sender.serial + frames.length - 1) & 0xffff, performance.now())
      sender.serial = (sender.serial + frames.length) & 0xffff
      if (sender.due.length === 0) speaking.push(sender)
      sender.due.push(...frames)
      sent += together
    }
    for (const { socket, due: frames } of speaking) {
      socket.write(Buffer.concat(frames))
      frames.length = 0
    }
  }
  const timer = setInterval(tick, tickMs)
  const unanswered = (): number => senders.reduce((sum, one) => sum + one.unanswered.size, 0)
  return {
    figures: () => ({ sent, acknowledged, unanswered: unanswered() }),
    async stop(patienceMs = 10_000) {
      clearInterval(timer)
      const until = performance.now() + patienceMs
      while (unanswered() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, tickMs))
      const seconds = (performance.now() - began) / 1000
      stopping = true
      for (const { socket } of senders) socket.destroy()
      const sorted = waited.toSorted((a, b) => a - b)
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      return { terminals: senders.length, sent, acknowledged, refused, lost, seconds, waited: { p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 } }
    },
  }
}

function signIn({ phone, plate }: { phone: string; plate: string }, { host, port, answered, ended }: {
  host: string
  port: number
  answered: (sender: Sender, answer: { serial: number; result: number }) => void
  ended: () => void
}): Promise<Sender> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    const framer = createFramer()
    const sender: Sender = { socket, phone, serial: 0, unanswered: new Map(), due: [], ready: false }
    const refuse = (what: string): void => {
      reject(new Error(`terminal ${phone}: ${what}`))
      socket.destroy()
    }
    const say = (id: 0x0100 | 0x0102, body: Uint8Array): void => {
      for (const frame of writePackets({ id, edition: 2013, phone, serial: sender.serial, body })) socket.write(frame)
      sender.serial += 1
    }
    socket.on('connect', () => say(0x0100, writeBody(0x0100, { edition: 2013, province: 32, city: 205, maker: 'HQLOA', model: 'LOAD', terminalId: phone.slice(-7), plateColour: 2, plate }, { edition: 2013 })))
    socket.on('data', (chunk: Buffer) => {
      for (const { content } of framer.push(chunk)) {
        const packet = content && readPacket(content)
        if (!packet || 'reason' in packet) continue
        const message = readBody(packet.id, packet.body, { edition: 2013 })
        if (!message.known) continue
        if (message.id === 0x8100) {
          if (message.body.result !== 0) return refuse(`registration was answered ${String(message.body.result)}`)
          say(0x0102, writeBody(0x0102, { code: message.body.code ?? '' }, { edition: 2013 }))
        } else if (message.id === 0x8001 && message.body.id === 0x0102) {
          if (message.body.result !== 0) return refuse(`its code was answered ${String(message.body.result)}`)
          sender.ready = true
          resolve(sender)
        } else if (message.id === 0x8001) answered(sender, message.body)
      }
    })
    socket.on('error', (error) => reject(error))
    socket.on('close', () => {
      if (sender.ready) ended()
      else reject(new Error(`terminal ${phone}: the link ended before it was signed in`))
      sender.ready = false
    })
  })
}

/** Somewhere in the district; no two within a quarter of a million are the same. */
function drawnPosition(nth: number, time: string): Position {
  return {
    alarms: 0, status: 3, latitude: 31_440_000 + (nth % 500) * 200, longitude: 120_250_000 + (Math.floor(nth / 500) % 500) * 240, altitude: 5, speed: nth % 700,
    direction: nth % 360, time, items: [{ id: 0x01, name: 'mileage', value: nth }, { id: 0x02, name: 'fuel', value: 300 }],
  }
}
