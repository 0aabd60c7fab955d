// A terminal 模拟终端: its own socket to a gateway; registers, proves itself, reports, answers commands, and sends later what it could not send at once.
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { createFramer, parameterIds, readBody, readPacket, timeOf, writeBody, writePackets } from '@houqin/jt808'
import type { Body, Dialect, Edition, Message, MessageId, Packet, Parameter, Position } from '@houqin/jt808'

export interface TerminalOptions {
  readonly host: string
  readonly port: number
  /** Its number, without zeros in front. */
  readonly phone: string
  readonly edition: Edition
  readonly dialect?: Dialect
  readonly plate: string
  readonly model: string
  /** Where it is now, for whoever asks by 0x8201. */
  readonly where: () => Position
  /** What somebody has written to the driver by 0x8300. */
  readonly told?: (text: string) => void
}
export interface Terminal {
  /** Looks for the gateway and signs in; tried again until `close`. */
  open(): void
  /** Reports at once, or keeps it for later. What was not acknowledged when the link ended is sent again as 0x0704. */
  report(position: Position): void
  heartbeat(): void
  /** The driver has put in his card, or taken it out; the 2011 edition tells the first alone. */
  card(status: 'in' | 'out', driver: { readonly name: string; readonly licence: string }, at: Date): void
  /** No signal: the link is gone without a word, and none is made until `found`. */
  lose(): void
  found(): void
  signedIn(): boolean
  /** Milliseconds between two reports, as it has been set; `null` while nobody tracks it and it stands. */
  reportsEvery(at: Date, standing: boolean): number | null
  /** km/h above which it calls overspeed. */
  maxSpeed(): number
  /** Positions nobody has acknowledged yet. */
  unheard(): number
  close(): void
}

/** What a terminal keeps of its blind area; the oldest go first. */
const mostKept = 3000
const mostInOne = 15
const pauseMs = [2000, 5000, 10_000, 30_000] as const

export function createTerminal(options: TerminalOptions): Terminal {
  const { host, port, phone, edition, dialect, plate, model, where, told } = options
  let socket: Socket | undefined
  let state: 'none' | 'signing' | 'in' = 'none'
  let code: string | undefined
  let [serial, tries, signal, closed] = [0, 0, true, false]
  let retry: NodeJS.Timeout | undefined
  /** Sent and not acknowledged, by the serial they went out under. */
  const sent = new Map<number, readonly Position[]>()
  let kept: Position[] = []
  /** What can be read and set; the server's address is remembered and not followed. */
  const settings = new Map<number, Parameter['value']>([
    [parameterIds.heartbeatSeconds, 60], [parameterIds.server, host], [parameterIds.tcpPort, port], [parameterIds.reportStrategy, 0], [parameterIds.intervalSeconds, 10],
    [parameterIds.maxSpeed, 80], [parameterIds.overspeedSeconds, 10], [parameterIds.plate, plate], [parameterIds.plateColour, 2],
  ])
  const setting = (id: number): number => Number(settings.get(id) ?? 0)
  let tracking: { readonly every: number; readonly lasts: number; until?: number } | undefined
  /** A command that is sent again is answered again and done once. */
  let done = -1
  /** A card that was put in while nobody was connected. */
  let unsaid: (() => void) | undefined

  function send<Id extends MessageId>(id: Id, body: Body<Id>): number {
    const first = serial
    const frames = writePackets({ id, edition, phone: edition === 2019 ? phone.padStart(20, '0') : phone, serial, body: writeBody(id, body, { edition, dialect }) })
    serial = (serial + frames.length) & 0xffff
    for (const frame of frames) socket?.write(frame)
    // a message in parts is acknowledged by its last
    return (first + frames.length - 1) & 0xffff
  }

  function dial(): void {
    if (closed || !signal || socket) return
    const framer = createFramer()
    const mine = connect({ host, port, noDelay: true })
    socket = mine
    mine.on('connect', () => {
      state = 'signing'
      if (code === undefined) send(0x0100, { edition, province: 32, city: 205, maker: 'QXTX8', model: model.slice(0, 8), terminalId: phone.slice(-7), plateColour: 2, plate })
      else send(0x0102, { code })
    })
    mine.on('data', (chunk: Buffer) => {
      for (const { content } of framer.push(chunk)) {
        const packet = content && readPacket(content)
        if (packet && !('reason' in packet)) hear(packet)
      }
    })
    mine.on('error', () => undefined) // 'close' follows
    mine.on('close', () => {
      if (socket === mine) gone()
    })
  }

  function gone(): void {
    socket = undefined
    state = 'none'
    keep([...sent.values()].flat())
    sent.clear()
    if (closed || !signal) return
    retry = setTimeout(dial, pauseMs[Math.min(tries, pauseMs.length - 1)])
    tries += 1
  }
  function keep(positions: readonly Position[]): void {
    kept = [...kept, ...positions].slice(-mostKept)
  }

  function hear(packet: Packet): void {
    const message = readBody(packet.id, packet.body, { edition, dialect })
    if (!message.known) return void send(0x0001, { serial: packet.serial, id: packet.id, result: 3 })
    switch (message.id) {
      case 0x8100:
        code = message.body.result === 0 ? message.body.code ?? '' : undefined
        if (code === undefined) socket?.end() // asked again later: the ledger may know it by then
        else send(0x0102, { code })
        return
      case 0x8001:
        return acknowledged(message.body)
      case 0x8201:
        return void send(0x0201, { serial: packet.serial, ...where() })
      case 0x8104:
        return void send(0x0104, { serial: packet.serial, parameters: [...settings].map(([id, value]) => ({ id, value })) })
      case 0x8300: case 0x8103: case 0x8105: case 0x8202: case 0x8203:
        if (packet.serial !== done) obey(message)
        done = packet.serial
        return void send(0x0001, { serial: packet.serial, id: packet.id, result: 0 })
      case 0x8003: case 0x8004: case 0x8800:
        return
      default:
        send(0x0001, { serial: packet.serial, id: packet.id, result: 3 })
    }
  }

  function obey(message: Message): void {
    if (!message.known) return
    if (message.id === 0x8300) told?.(message.body.text)
    if (message.id === 0x8103) for (const { id, value } of message.body.parameters) settings.set(id, value)
    if (message.id === 0x8202) tracking = message.body.interval === 0 ? undefined : { every: message.body.interval * 1000, lasts: (message.body.validity ?? 0) * 1000 }
  }

  function acknowledged({ serial: of, id, result }: Body<0x8001>): void {
    if (id === 0x0102) {
      if (result !== 0) code = undefined
      if (result !== 0 || state !== 'signing') return void socket?.end()
      state = 'in'
      tries = 0
      unsaid?.()
      unsaid = undefined
      return catchUp()
    }
    const heard = sent.get(of)
    if (heard === undefined) return
    sent.delete(of)
    if (result !== 0) keep(heard)
    else if (id === 0x0704 && kept.length > 0) catchUp()
  }

  /** A few at a time: the next go when these are stored. */
  function catchUp(): void {
    const positions = kept.splice(0, mostInOne)
    if (positions.length > 0) sent.set(send(0x0704, { count: positions.length, type: 1, positions }), positions)
  }

  return {
    open: dial,
    report(position) {
      if (state !== 'in') return keep([position])
      sent.set(send(0x0200, position), [position])
    },
    heartbeat() {
      if (state === 'in') send(0x0002, {})
    },
    card(status, { name, licence }, at) {
      if (edition === 2011 && status === 'out') return
      const put = { name, licence, issuer: '清溪区交警大队' }
      const tell = (): void => {
        if (edition === 2011) send(0x0702, { ...put, idCard: '' })
        else send(0x0702, { status: status === 'in' ? 1 : 2, time: timeOf(at), ...(status === 'in' && { result: 0, ...put, expiry: '20301231' }), ...(status === 'in' && edition === 2019 && { idCard: '' }) })
      }
      unsaid = state === 'in' ? undefined : tell
      if (state === 'in') tell()
    },
    lose() {
      signal = false
      clearTimeout(retry)
      socket?.destroy()
    },
    found() {
      signal = true
      tries = 0
      dial()
    },
    signedIn: () => state === 'in',
    reportsEvery(at, standing) {
      if (tracking) {
        tracking.until ??= at.getTime() + tracking.lasts
        if (at.getTime() <= tracking.until) return tracking.every
        tracking = undefined
      }
      return standing ? null : Math.max(1, setting(parameterIds.intervalSeconds)) * 1000
    },
    maxSpeed: () => setting(parameterIds.maxSpeed),
    unheard: () => kept.length + [...sent.values()].reduce((sum, { length }) => sum + length, 0),
    close() {
      closed = true
      clearTimeout(retry)
      socket?.destroy()
    },
  }
}
