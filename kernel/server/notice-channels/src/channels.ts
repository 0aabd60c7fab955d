// Channels 通知渠道: set up by the administrator, tried out, and used by notices.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { systemClock } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import { badInput } from '@houqin/fields'
import type { Robot } from '@houqin/notice-groups'
import { ChannelFailure, channelKinds } from '@houqin/notices'
import type { Address, Channel, ChannelKind, Message } from '@houqin/notices'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Vault } from '@houqin/secrets'
import type { Addresses, ChannelRow, TriedChannel } from '@houqin/wire'
import { addressesOf, keepAddresses, readAddresses } from './addresses.ts'
import { beginAttempt, endAttempt, sweepAttempts } from './attempts.ts'
import { discreet } from './discreet.ts'
import { later } from './failures.ts'
import type { Send } from './kind.ts'
import { kinds } from './kinds.ts'
import { addSetup, changeSetup, isInUse, listSetups, openedSecrets, removeSetup, requireKeeper, robotsOf, rowOf, setupInUse } from './setups.ts'
import type { NewSetup, SetupChanges, Stored } from './setups.ts'

export interface ChannelNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly catalogue: Catalogue
  readonly vault: Vault
  /** What the other sides compare their own time with; the machine's. */
  readonly wireClock?: Clock
  /** Milliseconds until silence is taken for a failure (15 s: less than the outbox grants an attempt). */
  readonly patience?: number
}
export interface Channels {
  /** One for each kind. */
  readonly all: readonly Channel[]
  list(db: Db | Tx, actor: Actor): Promise<readonly ChannelRow<Date, ChannelKind>[]>
  add(tx: Tx, actor: Actor, given: NewSetup): Promise<ChannelRow<Date, ChannelKind>>
  change(tx: Tx, actor: Actor, id: string, changes: SetupChanges, version: number): Promise<ChannelRow<Date, ChannelKind>>
  remove(tx: Tx, actor: Actor, id: string, version: number): Promise<void>
  /** Sends a message that says it is a trial, also by a channel not yet in use. @throws Problem not-allowed, not-found, bad-input. */
  tryOut(actor: Actor, id: string, to: string): Promise<TriedChannel<Sentence>>
  /** By person; those without an address are missing. */
  addressesOf(db: Db | Tx, asked: { kind: ChannelKind; persons: readonly string[] }): Promise<ReadonlyMap<string, Address>>
  readAddresses(db: Db | Tx, actor: Actor, person?: string): Promise<Addresses<ChannelKind>>
  keepAddresses(tx: Tx, actor: Actor, given: Addresses<ChannelKind>, person?: string): Promise<Addresses<ChannelKind>>
  /** Those that speak into a group, in use or not. */
  robots(db: Db | Tx): Promise<readonly Robot[]>
  sweep(db: Db): Promise<void>
}

const usualPatience = 15_000

export function createChannels({ db, clock, catalogue, vault, wireClock = systemClock, patience = usualPatience }: ChannelNeeds): Channels {
  const keeper = { clock, vault }
  const book = { clock, catalogue }
  // kept as long as nobody changes the settings: an application holds its token here
  const opened = new Map<string, { readonly version: number; readonly send: Send }>()
  const senderOf = (setup: Stored): Send => {
    const known = opened.get(setup.id)
    if (known?.version === setup.version) return known.send
    const secrets = openedSecrets(vault, setup)
    const send = discreet(kinds[setup.kind].open({ settings: setup.settings, secrets, clock: wireClock, patience }), Object.values(secrets))
    opened.set(setup.id, { version: setup.version, send })
    return send
  }
  const sendBy = async (setup: Stored, message: Message, signal: AbortSignal): Promise<{ readonly receipt: string }> => {
    const place = await beginAttempt(db, clock, { setup: setup.id, perMinute: setup.perMinute })
    if ('freeAt' in place) throw new ChannelFailure({
      permanent: false,
      again: place.freeAt,
      says: say(`渠道“${setup.title}”每分钟 ${setup.perMinute} 条的名额已用完，稍后再发`, `The channel "${setup.title}" has used its ${setup.perMinute} messages of this minute, later again`),
    })
    try {
      const { receipt } = await senderOf(setup)(message, signal)
      await endAttempt(db, place.id, { receipt })
      return { receipt }
    } catch (error) {
      await endAttempt(db, place.id, { problem: saysOf(error) })
      // a secret that cannot be opened is entered anew, and the message then arrives
      throw error instanceof Problem ? new ChannelFailure({ permanent: false, says: error.detail, cause: error }) : error
    }
  }
  const channelOf = (kind: ChannelKind): Channel => Object.freeze<Channel>({
    kind,
    isOpen: (from) => isInUse(from, kind),
    async send(message, signal) {
      const setup = await setupInUse(db, kind, message.to.value)
      if (!setup) throw later(`通知渠道“${kinds[kind].title.zh}”没有启用`, `No channel "${kinds[kind].title.en}" is in use`)
      return sendBy(setup, message, signal)
    },
  })
  return Object.freeze<Channels>({
    all: channelKinds.map(channelOf),
    list: (from, actor) => listSetups(from, keeper, actor),
    add: (tx, actor, given) => addSetup(tx, keeper, { actor, given }),
    change: (tx, actor, id, changes, version) => changeSetup(tx, keeper, { actor, id, changes, version }),
    remove: (tx, actor, id, version) => removeSetup(tx, keeper, { actor, id, version }),
    async tryOut(actor, id, to) {
      requireKeeper(actor)
      const setup = await rowOf(db, id)
      const value = kinds[setup.kind].group ? setup.title : to.trim()
      if (value === '') throw badInput([{ at: 'to', says: say(`请填写${kinds[setup.kind].address.zh}`, `Fill in: ${kinds[setup.kind].address.en}`) }])
      const tried = await tryBy(setup, { value, name: actor.principal.name })
      await db.transaction().execute((tx) => record(tx, {
        at: clock.now(), ...signature(actor), action: 'channel.try', subject: { kind: 'channel.setup', id }, summary: `用通知渠道“${setup.title}”发送测试消息`, after: { to: value, ...tried },
      }))
      return tried
    },
    addressesOf: (from, asked) => addressesOf(from, book, asked),
    readAddresses: (from, actor, person) => readAddresses(from, { actor, person }),
    keepAddresses: (tx, actor, given, person) => keepAddresses(tx, book, { actor, person, given }),
    robots: (from) => robotsOf(from, clock),
    sweep: (from) => sweepAttempts(from, clock),
  })

  async function tryBy(setup: Stored, to: Address): Promise<TriedChannel<Sentence>> {
    const message: Message = {
      to, title: '智慧后勤测试消息 Houqin trial', text: `这是一条测试消息，收到即说明“${setup.title}”可用。\nThis is a trial: the channel works.`, url: null, key: `trial:${setup.id}:${clock.now().toISOString()}`,
    }
    try {
      return { receipt: (await sendBy(setup, message, AbortSignal.timeout(patience + 2000))).receipt }
    } catch (error) {
      return { problem: saysOf(error) }
    }
  }
}

function saysOf(error: unknown): Sentence {
  if (error instanceof ChannelFailure) return error.says
  if (error instanceof Problem) return error.detail
  return say('发送时系统内部出错，请系统管理员查看日志', 'Sending failed inside the house; the system administrator looks at the log')
}
