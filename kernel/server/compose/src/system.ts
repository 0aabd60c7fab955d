// The system composed: every engine of the kernel around one database, with the declarations of every part.
import { join } from 'node:path'
import { createAccess, isSystem } from '@houqin/access'
import type { AccessSettings } from '@houqin/access'
import { createApiKeys } from '@houqin/api-keys'
import { createApprovals } from '@houqin/approvals'
import { recordBy } from '@houqin/audit'
import { workingCalendar } from '@houqin/calendar'
import { systemClock } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { CryptoSuite } from '@houqin/crypto-suites'
import type { Db } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import type { Role } from '@houqin/define'
import { keepExpiries } from '@houqin/due'
import { claimFiles, fileStore } from '@houqin/files'
import { wordsOf } from '@houqin/http'
import type { ExportRules, Finder, Log, System } from '@houqin/http'
import { createMatters } from '@houqin/matters'
import { createChannels } from '@houqin/notice-channels'
import type { Effects } from '@houqin/matters'
import { createNotices } from '@houqin/notices'
import { createRegisters } from '@houqin/registers'
import { openSigner, openVault } from '@houqin/secrets'
import { createSecondFactor } from '@houqin/second-factor'
import { createSignals } from '@houqin/signals'
import type { OnAlarm } from '@houqin/signals'
import { createStandards } from '@houqin/standards'
import type { ServerPart } from './part.ts'

export interface SystemOptions {
  readonly parts: readonly ServerPart[]
  readonly db: Db
  readonly databaseUrl: string
  readonly clock: Clock
  readonly dataFolder: string
  readonly publicUrl: string
  readonly secure: boolean
  readonly version: string
  readonly log: Log
  readonly ready: () => boolean
  readonly access?: Partial<AccessSettings>
  /** Whoever holds one of these must have a second factor before he may do anything. */
  readonly secondFactorFor?: readonly Role[]
  /** What a house is created with; left out, what it was created with. */
  readonly crypto?: CryptoSuite
  readonly exports?: Partial<Pick<ExportRules, 'personal' | 'other'>>
}

/** Past these, what leaves the house is no longer one case's work. */
const usualExports = { personal: 500, other: 20_000 }
function exportRulesOf({ parts, exports }: SystemOptions): ExportRules {
  const by = parts.find(({ exportsBy }) => exportsBy)?.exportsBy
  return Object.freeze({ ...usualExports, ...exports, ...(by && { askBy: by.id }) })
}

/** @throws Error when the declarations do not fit together. Touches neither the database nor the network. */
export async function composeSystem(options: SystemOptions): Promise<System> {
  const { parts, clock } = options
  const catalogue = catalogueOf(parts.map(({ subsystem }) => subsystem))
  const words = wordsOf(catalogue, parts.map(({ subsystem, en }) => ({ subsystem: subsystem.id, en })))
  const standards = createStandards({ catalogue, clock })
  const fitting = Map.groupBy(parts.flatMap((part) => part.fitting ?? []), ({ register }) => register.id)
  const registers = createRegisters({
    catalogue,
    clock,
    words: words.fieldsOf,
    async kept(tx, register, ids) {
      for (const { refuse } of fitting.get(register.id) ?? []) await refuse(tx, ids)
      await keepExpiries(tx, register, ids)
    },
    holdFiles: (tx, { register, row, files, actor: { principal } }) =>
      claimFiles(tx, {
        files, owner: { kind: register, id: row }, at: clock.now(), by: isSystem(principal) ? 'house' : { account: principal.account },
      }),
  })
  const calendar = workingCalendar()
  const approvals = createApprovals({ catalogue, clock, calendar, departed: parts.find(({ departed }) => departed)?.departed })
  // what a part does about a step or an alarm may need the system, which needs the engines: the lists are filled once all stand
  const effects: Effects[] = parts.flatMap((part) => part.effects ?? [])
  const matters = createMatters({
    catalogue, registers, standards, clock, calendar, approvals,
    effects,
  })
  const vault = await openVault({ folder: options.dataFolder, suite: options.crypto })
  recordBy(vault.suite())
  const channels = createChannels({ db: options.db, clock, catalogue, vault })
  const onAlarm: OnAlarm[] = []
  const finders: Finder[] = []
  const system: System = Object.freeze({
    version: options.version,
    catalogue,
    clock,
    db: options.db,
    databaseUrl: options.databaseUrl,
    log: options.log,
    access: createAccess({ catalogue, clock, ...(options.access && { settings: options.access }) }),
    apiKeys: createApiKeys({ catalogue, clock }),
    secondFactor: createSecondFactor({ clock, phoneClock: systemClock, vault, requiredFor: options.secondFactorFor ?? [] }),
    registers,
    approvals,
    matters,
    channels,
    notices: createNotices({ catalogue, clock, calendar, ways: channels, publicUrl: options.publicUrl, word: words.word, told: words.told, failed: (what, error) => options.log.error({ err: error }, `${what} failed`) }),
    standards,
    signals: createSignals({ catalogue, clock, onAlarm }),
    files: await fileStore(join(options.dataFolder, 'files')),
    secrets: vault,
    signer: openSigner({ folder: options.dataFolder, suite: vault.suite() }),
    exportRules: exportRulesOf(options),
    word: words.word,
    told: words.told,
    responsibilities: parts.flatMap((part) => part.responsibilities ?? []),
    finders,
    publicUrl: options.publicUrl,
    secure: options.secure,
    ready: options.ready,
  })
  for (const part of parts) effects.push(...(part.effectsOf?.(system) ?? []))
  for (const part of parts) onAlarm.push(...(part.onAlarm?.(system) ?? []))
  for (const part of parts) finders.push(...(part.finders?.(system) ?? []))
  return system
}
