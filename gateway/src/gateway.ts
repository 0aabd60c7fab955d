// The gateway 接入网关: terminals speak, are known, believed and answered; what they say is stored before it is acknowledged.
import { identityOf, readBody, readPacket, replyTo } from '@houqin/jt808'
import type { Body, Edition, MessageId, Packet } from '@houqin/jt808'
import type { Clock } from '@houqin/clock'
import { createBatches } from './batches.ts'
import type { Batches } from './batches.ts'
import type { Book, KnownTerminal, Presence } from './book.ts'
import type { Outcome, Patience } from './commands.ts'
import type { Counters } from './counters.ts'
import { handle } from './handle.ts'
import type { Desk } from './handle.ts'
import { answer, createLink, noteHeader, say } from './link.ts'
import type { Link, Outlet } from './link.ts'
import { createStrangers } from './strangers.ts'
import type { Stranger } from './strangers.ts'

/** `strict`: nothing before a good 0x0102. `lenient`: a terminal in the book may report at once, as many in the field do. */
export type Policy = 'strict' | 'lenient'

export interface GatewayOptions {
  readonly book: Book
  readonly clock: Clock
  readonly counters: Counters
  readonly policy: Policy
  readonly patience?: Patience
  /** A link on which nothing whole arrives is let go after so long. */
  readonly silentMs?: number
  /** A link nobody has signed in on is let go after so long. */
  readonly loginMs?: number
  readonly linger?: number
  readonly log: (line: string) => void
}
export interface Inlet {
  receive(chunk: Uint8Array): void
  ended(): void
}
export interface Session {
  readonly identity: string
  readonly vehicle: string | null
  readonly remote: string
  readonly transport: 'tcp' | 'udp'
  readonly since: Date
  readonly lastAt: Date
}
export interface Gateway {
  connect(outlet: Outlet): Inlet
  /** @param body or what it is in the terminal's edition. Rejects with a RangeError for values the wire cannot carry. */
  command<Id extends MessageId>(identity: string, id: Id, body: Body<Id> | ((edition: Edition) => Body<Id>)): Promise<Outcome>
  /** Lets go of who is silent, asks for missing parts, sends commands again. Called every second. */
  sweep(): void
  sessions(): readonly Session[]
  /** Who spoke and is not in the book, whoever spoke last first. */
  strangers(): readonly Stranger[]
  /** Whom the gateway had listed before it was started again. */
  recallStrangers(earlier: readonly Stranger[]): void
  links(): number
  waiting(): number
  /** Stores what waits and lets everybody go. */
  stop(): Promise<void>
}

/** How long what the book says of a terminal is believed. */
const knownMs = 60_000
/** How long a stranger is not asked about again. */
const absentMs = 5_000
const mostQueued = 1000
const defaults = { patience: { firstMs: 10_000, tries: 3 }, silentMs: 300_000, loginMs: 60_000 }

export function createGateway(options: GatewayOptions): Gateway {
  const { book, clock, counters, policy, log } = options
  const { patience, silentMs, loginMs } = { ...defaults, ...options }
  const links = new Set<Link>()
  const sessions = new Map<string, Link>()
  const strangers = createStrangers()
  const nowMs = (): number => clock.now().getTime()
  const failed = (what: string) => (error: unknown): void => {
    counters.add(what)
    log(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }
  /** Whether nobody is read, because more came than is stored. */
  let held = false
  const batches: Batches = createBatches({
    book,
    ...(options.linger !== undefined && { linger: options.linger }),
    failed: failed('store-failed'),
    eased: () => {
      held = false
      for (const link of links) {
        link.lastAt = nowMs() // it may have spoken all the while
        goOn(link)
      }
    },
  })
  let told: Promise<void> = Promise.resolve()
  /** Who came and went since the book was last told: thousands may in one second. */
  let news: Presence[] = []
  const tell = (link: Link, online: boolean, cause: Presence['cause']): void => {
    if (link.known.state !== 'known' || !link.known.terminal) return
    const change: Presence = { terminal: link.known.terminal.id, online, at: clock.now(), cause, transport: link.outlet.transport, remote: link.outlet.remote }
    if (news.push(change) > 1) return
    told = told.then(() => {
      const changes = news
      news = []
      return book.present(changes)
    }).catch(failed('presence-failed'))
  }

  /** One identity, one link: the newest that proved itself. */
  function bind(link: Link): void {
    const { identity } = link
    if (identity === undefined) return
    const old = sessions.get(identity)
    if (old === link) return
    sessions.set(identity, link)
    if (old) {
      counters.add('replaced', identity)
      end(old, 'replaced')
    }
    tell(link, true, 'authenticated')
  }

  function end(link: Link, cause: Presence['cause']): void {
    if (link.ended) return
    link.ended = true
    link.queue.length = 0
    links.delete(link)
    link.commands.end()
    if (link.identity !== undefined && sessions.get(link.identity) === link) {
      sessions.delete(link.identity)
      tell(link, false, cause)
    }
    link.outlet.close()
  }

  const desk: Desk = {
    book, clock, counters, batches, log,
    bind,
    leave(link) {
      link.authenticated = false
      if (link.identity !== undefined && sessions.get(link.identity) === link) {
        sessions.delete(link.identity)
        tell(link, false, 'logout')
      }
    },
  }

  /** Every link and not only the one that just spoke: the others have as much on its way. */
  function hold(): void {
    if (held || !batches.crowded()) return
    held = true
    counters.add('held')
    for (const { outlet } of links) outlet.pause()
  }

  function receive(link: Link, chunk: Uint8Array): void {
    const now = nowMs()
    for (const said of link.framer.push(chunk)) {
      if (link.ended) return
      const packet = said.content ? readPacket(said.content) : said.fault
      if ('reason' in packet) {
        counters.fault({ at: clock.now(), device: link.identity ?? link.outlet.remote, ...packet, bytes: said.raw ?? said.content ?? chunk })
        continue
      }
      link.lastAt = now
      if (link.busy || held || link.queue.length > 0) enqueue(link, packet)
      else take(link, packet)
    }
  }

  function enqueue(link: Link, packet: Packet): void {
    link.queue.push(packet)
    if (link.queue.length >= mostQueued) link.outlet.pause()
  }

  /** In the order they came: while one is looked up, those behind it wait. */
  function take(link: Link, packet: Packet): void {
    const later = considered(link, packet)
    hold()
    if (later === undefined) return
    link.busy = true
    void later
      .catch((error: unknown) => {
        // the database is away: no answer, the terminal asks again
        failed('lookup-failed')(error)
      })
      .then(() => {
        link.busy = false
        goOn(link)
      })
  }

  /** With what waited, and then with what is still on the wire. */
  function goOn(link: Link): void {
    while (!link.busy && !held && link.queue.length > 0) {
      const next = link.queue.shift()
      if (next) take(link, next)
    }
    if (!held && link.queue.length < mostQueued) link.outlet.resume()
  }

  function considered(link: Link, packet: Packet): Promise<void> | undefined {
    const identity = packet.phone === link.phone && link.identity !== undefined ? link.identity : identityOf(packet.phone)
    // whoever signed in speaks for himself alone
    if (link.identity !== undefined && link.identity !== identity) {
      counters.fault({ at: clock.now(), device: link.identity, reason: 'identity', says: `speaks as ${identity}`, bytes: packet.body })
      return undefined
    }
    noteHeader(link, packet)
    const { known } = link
    if (known.state !== 'unknown' && nowMs() - known.askedAt < (known.state === 'known' ? knownMs : absentMs))
      return dispatched(link, { packet, identity, terminal: known.terminal })
    return book.find(identity).then((terminal) => {
      link.known = { state: terminal ? 'known' : 'absent', terminal, askedAt: nowMs() }
      if (terminal) strangers.forget(identity)
      return dispatched(link, { packet, identity, terminal })
    })
  }

  function dispatched(link: Link, { packet, identity, terminal }: { packet: Packet; identity: string; terminal: KnownTerminal | undefined }): Promise<void> | undefined {
    if (link.ended) return undefined
    for (const { reason, says } of packet.faults) counters.fault({ at: clock.now(), device: identity, reason, says, bytes: packet.body })
    if (terminal === undefined) {
      if (strangers.saw(identity, seen(link))) counters.fault({ at: clock.now(), device: identity, reason: 'unknown-terminal', says: `${identity} is not in the book`, bytes: packet.body })
      else counters.add('unknown-terminal', identity)
    }
    if (packet.encryption !== 0 && packet.body.length > 0) {
      // nobody has given us a key; what is read of it would be made up
      if (replyTo(packet.id) !== 'closes') answer(link, packet, 3)
      return undefined
    }
    if (packet.id === 0x0100 || (packet.id === 0x0102 && terminal)) return introduced(link, { packet, identity, terminal })
    if (terminal === undefined) {
      answer(link, packet, 1)
      return undefined
    }
    if (!link.authenticated && policy === 'strict') {
      counters.add('unauthenticated', identity)
      answer(link, packet, 1)
      return undefined
    }
    link.identity = identity
    bind(link)
    return handle(desk, link, packet, terminal)
  }

  /** Who it is and its code may come in parts like anything else. */
  function introduced(link: Link, { packet, identity, terminal }: { packet: Packet; identity: string; terminal: KnownTerminal | undefined }): Promise<void> | undefined {
    const assembled = link.assembler.accept(packet, link.lastAt)
    if (assembled.kind !== 'whole') return undefined
    const whole = { ...packet, body: assembled.body }
    return packet.id === 0x0100 ? register(link, whole, identity) : terminal && authenticate(link, { packet: whole, identity, terminal })
  }

  const seen = (link: Link): Pick<Stranger, 'lastAt' | 'remote' | 'transport' | 'edition'> => ({
    lastAt: clock.now(), remote: link.outlet.remote, transport: link.outlet.transport, edition: link.edition,
  })

  async function register(link: Link, packet: Packet, identity: string): Promise<void> {
    const message = readBody(0x0100, packet.body, { edition: link.edition })
    if (!message.known || message.id !== 0x0100) return
    if (message.faults.some(({ reason }) => reason === 'clipped')) {
      counters.fault({ at: clock.now(), device: identity, reason: 'clipped', says: 'a registration lacks fields', bytes: packet.body })
      return answer(link, packet, 2)
    }
    link.edition = message.body.edition
    const said = await book.register(identity, message.body, clock.now())
    link.known = { state: 'unknown' }
    if (said.result === 4) strangers.told(identity, { ...seen(link), registration: message.body })
    if (said.result !== 0) counters.add(`register-${said.result}`, identity)
    if (!link.ended) say(link, 0x8100, { serial: packet.serial, result: said.result, code: said.result === 0 ? said.code : undefined })
  }

  async function authenticate(link: Link, { packet, identity, terminal }: { packet: Packet; identity: string; terminal: KnownTerminal }): Promise<void> {
    const message = readBody(0x0102, packet.body, { edition: link.edition })
    if (!message.known || message.id !== 0x0102) return
    const good = await book.authenticates(terminal, message.body.code)
    // a terminal that never was given a code brings one from the platform it spoke to before
    if (good === false || (good === undefined && policy === 'strict')) {
      counters.add('authentication', identity)
      return answer(link, packet, 1)
    }
    if (link.ended) return
    link.identity = identity
    link.authenticated = true
    bind(link)
    answer(link, packet, 0)
  }

  return Object.freeze<Gateway>({
    connect(outlet) {
      const link = createLink(outlet, { patience, now: nowMs() })
      links.add(link)
      if (held) outlet.pause()
      return { receive: (chunk) => receive(link, chunk), ended: () => end(link, 'closed') }
    },
    async command(identity, id, body) {
      const link = sessions.get(identityOf(identity))
      if (link === undefined) return { outcome: 'offline' }
      return link.commands.expect({ id, ...say(link, id, typeof body === 'function' ? body(link.edition) : body) }, nowMs())
    },
    sweep() {
      const now = nowMs()
      for (const link of held ? [] : [...links]) {
        const signedIn = link.identity !== undefined
        if (signedIn ? now - link.lastAt >= silentMs : now - link.openedAt >= loginMs) {
          counters.add(signedIn ? 'silent' : 'never-signed-in', link.identity)
          end(link, 'silent')
          continue
        }
        link.commands.sweep(now, (frame) => link.outlet.send(frame))
        const { ask, lost } = link.assembler.due(now)
        for (const { firstSerial, indexes } of ask) say(link, 0x8003, { serial: firstSerial, missing: indexes })
        for (const { indexes } of lost) counters.add('part-lost', link.identity, indexes.length)
      }
    },
    sessions: () =>
      [...sessions].map(([identity, { known, outlet, openedAt, lastAt }]) => ({
        identity, vehicle: known.state === 'known' ? known.terminal?.vehicle ?? null : null, remote: outlet.remote, transport: outlet.transport,
        since: new Date(openedAt), lastAt: new Date(lastAt),
      })),
    strangers: () => strangers.list(),
    recallStrangers: (earlier) => strangers.recall(earlier),
    links: () => links.size,
    waiting: () => batches.waiting(),
    async stop() {
      await batches.stop()
      for (const link of [...links]) end(link, 'stopped')
      await told
    },
  })
}
