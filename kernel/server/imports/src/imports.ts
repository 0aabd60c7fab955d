// 导入的办理: a ledger taken in, its columns matched, tried out, written, taken back; what is long is a job that outlives the page.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { keepFile, linkFile } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import type { System } from '@houqin/http'
import { enqueue, readJob } from '@houqin/jobs'
import type { Workers } from '@houqin/jobs'
import { importable } from '@houqin/ledgers'
import { Problem, say } from '@houqin/problem'
import { actionOf } from '@houqin/register-rights'
import { openLedger } from '@houqin/sheets'
import type { ImportAnswer, ImportLine, ImportMode, ImportOutcome, ImportPicks, ImportState, WireImport } from '@houqin/wire'
import { sql } from 'kysely'
import { readHead } from './ledger-head.ts'
import { countLines, dropLines, openWords, readLines } from './lines.ts'
import { missingFields, planOf, requireFitting } from './plan.ts'
import { requireImport, requireOwn } from './rights.ts'
import { apply, englishOptions, tryOut } from './run.ts'
import type { Telling } from './run.ts'
import { changeImport, importWire, newImportId, readImport } from './stored-import.ts'
import type { StoredImport } from './stored-import.ts'
import { changedSince, undo } from './undo.ts'

export type Work = 'try' | 'apply' | 'undo'
const states: Readonly<Record<Work, ImportState>> = Object.freeze({ try: 'trying', apply: 'importing', undo: 'undoing' })
const titles: Readonly<Record<Work, string>> = Object.freeze({ try: '试算', apply: '导入', undo: '撤销导入' })

export interface Arrangement {
  readonly sheet?: string | undefined
  readonly head?: { readonly row: number; readonly rows: 1 | 2 } | undefined
  readonly mapping?: Readonly<Record<string, number>> | undefined
  readonly fixed?: Readonly<Record<string, string>> | undefined
  readonly key?: readonly string[] | undefined
  readonly picks?: ImportPicks | undefined
  readonly mode?: ImportMode | undefined
}
export type Imports = ReturnType<typeof createImports>

export function createImports(system: System) {
  const { db, clock, catalogue, files } = system
  const registerOf = (id: string): Register => {
    const register = catalogue.registers.get(id)
    if (!register) throw new Problem('not-found', say('没有这个台账。', 'There is no such register.'))
    return register
  }
  const englishOf = (register: Register): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(register.fields).map(([name, { label }]) => [name, system.word(`${register.id}.fields.${name}`, label, 'en')]))
  const planned = (stored: StoredImport) => planOf(registerOf(stored.register), stored, (field) => englishOptions(system, stored.register, field))

  async function answer(on: Db | Tx, actor: Actor, stored: StoredImport): Promise<ImportAnswer> {
    const register = registerOf(stored.register)
    const wire = importWire(stored, { account: actor.principal.account, locale: actor.locale })
    const job = stored.job === null ? null : await readJob(on, stored.job, stored.account)
    const stopped = job?.state === 'failed' ? job.problem : null
    return {
      ...wire,
      problem: wire.problem ?? stopped,
      fields: Object.entries(importable(register)).map(([field, { label, optional }]) => ({ field, label: system.word(`${register.id}.fields.${field}`, label, actor.locale), required: !optional })),
      missing: missingFields(planned(stored)),
      words: wire.own && stored.state === 'tried' ? await openWords(on, stored.id) : [],
      progress: job && isAtWork(job.state) ? { done: job.done, of: job.of } : null,
    }
  }
  /** His own, held until the transaction ends, and nobody at work on it. */
  async function atRest(tx: Tx, actor: Actor, id: string): Promise<StoredImport> {
    const stored = await readImport(tx, { id, lock: true })
    requireImport(actor, registerOf(stored.register))
    const job = stored.job === null ? null : await readJob(tx, stored.job, stored.account)
    if (job && isAtWork(job.state)) throw new Problem('conflict', say(`正在${job.title}，请等它结束。`, 'Work on this import is under way; wait for it to end.'))
    return stored
  }

  /** @param received the file, in but not kept yet. @throws Problem in words for what is no ledger. */
  async function takeIn(actor: Actor, register: Register, received: ReceivedFile, { sheet, mode = 'partial' }: { sheet?: string | undefined; mode?: ImportMode | undefined } = {}): Promise<string> {
    requireImport(actor, register)
    const ledger = await openLedger(received.path)
    const head = await readHead(db, { ledger, register, sheet, english: englishOf(register) }).finally(() => ledger.close())
    const at = clock.now()
    const id = newImportId()
    const { principal, ip, locale } = actor
    await transaction(db, async (tx) => {
      const file = await keepFile(tx, files, received, { by: principal.account, at })
      await linkFile(tx, { file: file.id, owner: { kind: 'imports.import', id }, at })
      await sql`
        insert into imports.import (id, register, account, account_name, session, ip, locale, file, file_name, file_size, sha256, sheets, sheet, head_row, head_rows, titles, samples, mapping, fixed, remembered, key, picks, mode, state, counts, created_at)
        values (${id}, ${register.id}, ${principal.account}, ${principal.name}, ${principal.session}, ${ip}, ${locale}, ${file.id}, ${file.name}, ${file.size}, ${file.sha256},
          ${ledger.sheets.map(({ name }) => name)}::text[], ${head.sheet}, ${head.head_row}, ${head.head_rows}, ${head.titles}::text[], ${JSON.stringify(head.samples)}::jsonb, ${JSON.stringify(head.mapping)}::jsonb, ${JSON.stringify(head.fixed)}::jsonb,
          ${head.remembered}, ${head.key}::text[], ${JSON.stringify(head.picks)}::jsonb, ${mode}, 'mapping', '{}'::jsonb, ${at})`.execute(tx)
      await record(tx, {
        at, ...signature(actor), action: actionOf(register, 'import-upload'), subject: { kind: register.id, id: '' },
        summary: `上传待导入的${register.title}《${file.name}》`, after: { import: id, sha256: file.sha256, size: file.size },
      })
    })
    return id
  }

  /** Changes how the ledger is read; what was tried out before is void. @throws Problem `stale-version`, `conflict`, `bad-input`. */
  async function arrange(tx: Tx, actor: Actor, id: string, { version, ...given }: Arrangement & { version: number }): Promise<ImportAnswer> {
    const stored = await atRest(tx, actor, id)
    requireOwn(actor, stored)
    if (!['mapping', 'trying', 'tried'].includes(stored.state)) throw new Problem('conflict', say('已经导入，不能再改对应关系。', 'It has been imported; how it is read can no longer be changed.'))
    if (stored.version !== version) throw new Problem('stale-version', say('这次导入已在别处改过，请刷新。', 'This import was changed elsewhere; reload.'), { more: { version: stored.version } })
    const register = registerOf(stored.register)
    const anew = given.sheet !== undefined || given.head !== undefined ? await headAnew(stored, given) : {}
    const next = {
      ...stored, ...anew,
      ...(given.mapping && { mapping: given.mapping, remembered: false }), ...(given.fixed && { fixed: given.fixed }), ...(given.key && { key: given.key }), ...(given.picks && { picks: given.picks }), ...(given.mode && { mode: given.mode }),
    }
    requireFitting(register, next)
    const { sheet, head_row, head_rows, titles: heads, samples, mapping, fixed, remembered, key, picks, mode } = next
    await dropLines(tx, id)
    await changeImport(tx, id, { sheet, head_row, head_rows, titles: heads, samples, mapping, fixed, remembered, key, picks, mode, state: 'mapping', counts: {}, problem: null })
    return answer(tx, actor, await readImport(tx, { id }))
  }
  async function headAnew(stored: StoredImport, { sheet = stored.sheet, head }: Arrangement) {
    const register = registerOf(stored.register)
    const ledger = await openLedger(files.contentPath(stored.sha256))
    return readHead(db, { ledger, register, sheet, head, english: englishOf(register) }).finally(() => ledger.close())
  }

  /** Makes an import ready for a piece of work. @throws Problem `conflict` where it is not its turn. */
  async function ready(tx: Tx, actor: Actor, id: string, work: Work, { rest = false }: { rest?: boolean } = {}): Promise<StoredImport> {
    const stored = await atRest(tx, actor, id)
    if (work !== 'undo') requireOwn(actor, stored)
    const fits: Readonly<Record<Work, readonly ImportState[]>> = { try: ['mapping', 'trying', 'tried'], apply: ['tried', 'importing'], undo: ['done', 'importing', 'undoing', 'undone'] }
    if (!fits[work].includes(stored.state)) throw new Problem('conflict', say(`现在不能${titles[work]}：${notNow[stored.state].zh}`, `This cannot be done now: ${notNow[stored.state].en}`))
    const register = registerOf(stored.register)
    if (work === 'try' && Object.keys(stored.mapping).length === 0) throw new Problem('bad-input', say('一列都没有对上。请先指明哪一列是什么。', 'No column is matched. Say first which column is what.'))
    if (work === 'apply') await readyToApply(tx, stored)
    if (work === 'undo') {
      const since = await changedSince(tx, register, id, 100)
      if (since.count > 0 && !rest) throw new Problem('conflict', say(
        `导入后有 ${since.count} 条又被改过，撤销会保留它们。可以只撤销其余的，或都不撤销。`, `${since.count} rows were changed since. They would be left as they are: take back the rest, or nothing.`,
      ), { more: { changed: since.count, rows: since.rows } })
    }
    await sql`update imports.import set session = ${actor.principal.session}, ip = ${actor.ip}, locale = ${actor.locale} where id = ${id}`.execute(tx)
    return stored
  }
  async function readyToApply(tx: Tx, { id, mode, state, counts }: StoredImport): Promise<void> {
    if (mode === 'whole' && (counts.refused ?? 0) > 0) throw new Problem('conflict', say(`按“全部或全不”，还有 ${counts.refused} 行不能导入。请改好后重新上传，或改为“能导的先导”。`, `${counts.refused} rows cannot be imported, and it is to be all or nothing. Mend them, or import what can be.`))
    if ((counts.new ?? 0) + (counts.change ?? 0) === 0 && state === 'tried') throw new Problem('conflict', say('没有可以导入的行：都与台账相同，或都有问题。', 'There is nothing to import: every row is as it stands, or refused.'))
    // the lines of the trial make room for those of the import; one that was cut short goes on behind its own
    if (mode === 'partial' && state === 'tried') await dropLines(tx, id)
  }

  /** Hands the work to a job; its page follows it from anywhere. */
  async function start(tx: Tx, actor: Actor, id: string, work: Work, how: { rest?: boolean; thenApply?: boolean } = {}): Promise<ImportAnswer> {
    const stored = await ready(tx, actor, id, work, how)
    const job = await enqueue(tx, clock, { kind: `imports.${work}`, title: `${titles[work]}${registerOf(stored.register).title}`, owner: stored.account, payload: { import: id, ...(how.thenApply && { thenApply: true }) } })
    await changeImport(tx, id, { state: states[work], job, problem: null })
    return importAnswerOf(tx, actor, id)
  }
  const importAnswerOf = async (on: Db | Tx, actor: Actor, id: string): Promise<ImportAnswer> => answer(on, actor, await readImport(on, { id }))

  /** Does the work at once, for a ledger small enough to wait for. */
  async function doNow(actor: Actor, id: string, work: Work): Promise<void> {
    await transaction(db, async (tx) => {
      await ready(tx, actor, id, work)
      await changeImport(tx, id, { state: states[work], job: null, problem: null })
    })
    await perform(work, id, { progress: async () => undefined }, actor)
  }

  async function perform(work: Work, id: string, telling: Telling, by?: Actor): Promise<unknown> {
    const deeds = { try: tryOut, apply, undo }
    try {
      return await deeds[work](system, id, telling, by)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const { mode } = await readImport(db, { id })
      const back: ImportState = work === 'try' ? 'mapping' : work === 'apply' && mode === 'whole' ? 'tried' : states[work]
      await changeImport(db, id, { state: back, problem: error.detail, counts: await countLines(db, id) })
      throw error
    }
  }

  /** From the trial to the import, as whoever sent it asked in the beginning. */
  async function goOn(tx: Tx, id: string): Promise<void> {
    const stored = await readImport(tx, { id, lock: true })
    try {
      await readyToApply(tx, stored)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await changeImport(tx, id, { problem: error.detail })
      return
    }
    const job = await enqueue(tx, clock, { kind: 'imports.apply', title: `${titles.apply}${registerOf(stored.register).title}`, owner: stored.account, payload: { import: id } })
    await changeImport(tx, id, { state: states.apply, job })
  }

  return Object.freeze({
    takeIn, arrange, start, doNow,
    async read(actor: Actor, id: string): Promise<ImportAnswer> {
      const stored = await readImport(db, { id })
      requireImport(actor, registerOf(stored.register))
      return answer(db, actor, stored)
    },
    /** The newest first, whoever made them. */
    async list(actor: Actor, register: Register): Promise<{ readonly rows: readonly WireImport[] }> {
      requireImport(actor, register)
      const { rows } = await sql<StoredImport>`select * from imports.import where register = ${register.id} order by created_at desc, id limit 50`.execute(db)
      return { rows: rows.map((stored) => importWire(stored, { account: actor.principal.account, locale: actor.locale })) }
    },
    async lines(actor: Actor, id: string, { outcome, undone, after, limit }: { outcome?: ImportOutcome | undefined; undone?: 'undone' | 'kept' | undefined; after: number; limit: number }): Promise<{ readonly rows: readonly ImportLine[]; readonly next: string | null }> {
      const stored = await readImport(db, { id })
      requireImport(actor, registerOf(stored.register))
      requireOwn(actor, stored)
      return readLines(db, id, { outcome, undone, after, limit, locale: actor.locale })
    },
    /** For handing back the file or its refused rows. */
    async own(actor: Actor, id: string): Promise<StoredImport> {
      const stored = await readImport(db, { id })
      requireImport(actor, registerOf(stored.register))
      requireOwn(actor, stored)
      return stored
    },
    workers: {
      'imports.try': async ({ payload, progress }) => {
        const id = idIn(payload)
        const counts = await perform('try', id, { progress })
        if (goesOn(payload)) await transaction(db, async (tx) => goOn(tx, id))
        return counts
      },
      'imports.apply': ({ payload, progress }) => perform('apply', idIn(payload), { progress }),
      'imports.undo': ({ payload, progress }) => perform('undo', idIn(payload), { progress }),
    } satisfies Workers,
  })
}

const notNow: Readonly<Record<ImportState, { readonly zh: string; readonly en: string }>> = Object.freeze({
  mapping: say('还没有试算。', 'it has not been tried out.'),
  trying: say('试算还没有完成。', 'its trial is not done.'),
  tried: say('还没有导入。', 'it has not been imported.'),
  importing: say('导入还没有完成。', 'it is not imported whole yet.'),
  done: say('已经导入过了。', 'it has been imported.'),
  undoing: say('正在撤销。', 'it is being taken back.'),
  undone: say('已经撤销了。', 'it has been taken back.'),
})
function isAtWork(state: string): boolean {
  return state === 'queued' || state === 'running'
}
function goesOn(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'thenApply' in payload && payload.thenApply === true
}
function idIn(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'import' in payload && typeof payload.import === 'string') return payload.import
  throw new Error('the job names no import')
}
