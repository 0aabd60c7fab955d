// 附件导入的办理: an archive taken in, tried out, attached, taken back; what is long is a job that outlives the page.
import { randomUUID } from 'node:crypto'
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { refuseClassified } from '@houqin/classified'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { keepFile, linkFile } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import type { System } from '@houqin/http'
import { requireImport } from '@houqin/imports'
import { enqueue, readJob } from '@houqin/jobs'
import type { Workers } from '@houqin/jobs'
import { Problem, say } from '@houqin/problem'
import { actionOf } from '@houqin/register-rights'
import type { FileImportAnswer, FileImportState, FileLine, FileOutcome, ImportCounts, ImportMode, WireFileImport } from '@houqin/wire'
import { sql } from 'kysely'
import { countLines, dropLines, readLines } from './lines.ts'
import { openPack } from './pack.ts'
import { changeImport, importWire, readImport } from './stored-import.ts'
import type { StoredFileImport } from './stored-import.ts'
import { undo } from './undo.ts'
import { apply, markedName, tryOut } from './walk.ts'
import type { Telling } from './walk.ts'

export type Work = 'try' | 'apply' | 'undo'
export type FileImports = ReturnType<typeof createFileImports>

const deeds = Object.freeze({ try: tryOut, apply: applyAsMeant, undo })
const atWork: Readonly<Record<Work, FileImportState>> = Object.freeze({ try: 'trying', apply: 'importing', undo: 'undoing' })
const titles: Readonly<Record<Work, string>> = Object.freeze({ try: '试算附件：', apply: '导入附件：', undo: '撤销附件导入：' })
const fits: Readonly<Record<Work, readonly FileImportState[]>> = Object.freeze({
  try: ['taken', 'trying', 'tried'], apply: ['tried', 'importing'], undo: ['done', 'importing', 'undoing', 'undone'],
})
const isAtWork = (state: string): boolean => state === 'queued' || state === 'running'

export function createFileImports(system: System) {
  const { db, clock, catalogue, files } = system
  const registerOf = (id: string): Register => {
    const register = catalogue.registers.get(id)
    if (!register) throw new Problem('not-found', say('没有这个台账。', 'There is no such register.'))
    return register
  }
  async function answer(on: Db | Tx, actor: Actor, stored: StoredFileImport): Promise<FileImportAnswer> {
    const job = stored.job === null ? null : await readJob(on, stored.job, stored.account)
    const wire = importWire(stored, { account: actor.principal.account, locale: actor.locale })
    return { ...wire, problem: wire.problem ?? (job?.state === 'failed' ? job.problem : null), progress: job && isAtWork(job.state) ? { done: job.done, of: job.of } : null }
  }
  async function own(on: Db | Tx, actor: Actor, id: string, lock = false): Promise<StoredFileImport> {
    const stored = await readImport(on, { id, lock })
    requireImport(actor, registerOf(stored.register))
    return stored
  }
  function requireOwn(actor: Actor, { account }: StoredFileImport): void {
    if (account !== actor.principal.account) throw new Problem('not-found', say('这次导入不是您做的，看不到逐个结果。', 'You did not make this import; its lines are shown to whoever did.'))
  }

  /** Names are looked through before anything is kept: what bears a mark of secrecy may not lie here. */
  async function requireUnmarked(actor: Actor, register: Register, received: ReceivedFile): Promise<void> {
    const pack = await openPack(received.path)
    const mark = markedName([received.name, ...pack.entries.map(({ path }) => path)])
    pack.close()
    if (mark === undefined) return
    await transaction(db, (tx) => record(tx, { at: clock.now(), ...signature(actor), action: 'files.classified-refused', subject: { kind: register.id, id: '' }, summary: `上传的附件压缩包里有文件名带“${mark}”标志，整包未收下` }))
    throw refuseClassified({ mark, where: 'name' })
  }

  return Object.freeze({
    /** @throws Problem `not-allowed`, `bad-input` for a register or a field that holds no files. */
    fieldOf(actor: Actor, register: Register, named?: string): string {
      requireImport(actor, register)
      const holding = Object.entries(register.fields).filter(([, { kind }]) => kind === 'files').map(([name]) => name)
      const field = named ?? holding[0]
      if (field === undefined || !holding.includes(field)) throw new Problem('bad-request', say(`${register.title}没有这样一项附件。`, `${register.id} has no such field of files.`))
      return field
    },
    /** @param received the archive, in but not kept yet. It is tried out at once. @throws Problem in words for what is no archive. */
    async takeIn(actor: Actor, register: Register, field: string, received: ReceivedFile): Promise<FileImportAnswer> {
      await requireUnmarked(actor, register, received)
      const id = randomUUID()
      const at = clock.now()
      const { principal, ip, locale } = actor
      await transaction(db, async (tx) => {
        const file = await keepFile(tx, files, received, { by: principal.account, at })
        await linkFile(tx, { file: file.id, owner: { kind: 'file_imports.import', id }, at })
        const job = await enqueue(tx, clock, { kind: 'file-imports.try', title: titles.try + register.title, owner: principal.account, payload: { import: id } })
        await sql`
          insert into file_imports.import (id, register, field, account, account_name, session, ip, locale, file, file_name, file_size, sha256, state, counts, job, created_at)
          values (${id}, ${register.id}, ${field}, ${principal.account}, ${principal.name}, ${principal.session}, ${ip}, ${locale}, ${file.id}, ${file.name}, ${file.size}, ${file.sha256}, 'trying', '{}'::jsonb, ${job}, ${at})`.execute(tx)
        await record(tx, {
          at, ...signature(actor), action: actionOf(register, 'import-upload'), subject: { kind: register.id, id: '' },
          summary: `上传待导入的${register.title}附件《${file.name}》`, after: { import: id, sha256: file.sha256, size: file.size },
        })
      })
      return answer(db, actor, await readImport(db, { id }))
    },
    /** Hands the work to a job. @throws Problem `conflict` where it is not its turn. */
    async start(tx: Tx, actor: Actor, id: string, work: Work): Promise<FileImportAnswer> {
      const stored = await own(tx, actor, id, true)
      if (work !== 'undo') requireOwn(actor, stored)
      const job = stored.job === null ? null : await readJob(tx, stored.job, stored.account)
      if (job && isAtWork(job.state)) throw new Problem('conflict', say(`正在${job.title}，请等它结束。`, 'Work on this import is under way; wait for it to end.'))
      if (!fits[work].includes(stored.state)) throw new Problem('conflict', say('现在不能做这一步，请刷新后看它走到了哪里。', 'It is not the turn of this step; reload and see where it stands.'))
      if (work === 'apply' && stored.state === 'tried') {
        if ((stored.counts.new ?? 0) === 0) throw new Problem('conflict', say('没有可以放入的文件：都已在台账里，或都有问题。', 'There is nothing to attach: every file is there already, or refused.'))
        if (stored.mode === 'whole' && (stored.counts.refused ?? 0) > 0) throw new Problem('conflict', say('按“全部或全不”：还有放不进去的文件，一个也没有放。', 'All or nothing: some files are refused, so none was attached.'))
        await dropLines(tx, id)
      }
      await sql`update file_imports.import set session = ${actor.principal.session}, ip = ${actor.ip}, locale = ${actor.locale} where id = ${id}`.execute(tx)
      const next = await enqueue(tx, clock, { kind: `file-imports.${work}`, title: titles[work] + registerOf(stored.register).title, owner: stored.account, payload: { import: id } })
      await changeImport(tx, id, { state: atWork[work], job: next, problem: null })
      return answer(tx, actor, await readImport(tx, { id }))
    },
    /**
     * How it is meant, before it is attached: all or nothing, and whose the files are of which that is said by hand (null takes it back). What was
     * said is tried out again. @throws Problem `stale-version`, `conflict` where it is not its turn.
     */
    async mean(tx: Tx, actor: Actor, id: string, { version, mode, chosen = [] }: { readonly version: number; readonly mode?: ImportMode | undefined; readonly chosen?: readonly { readonly file: number; readonly row: string | null }[] | undefined }): Promise<FileImportAnswer> {
      const stored = await own(tx, actor, id, true)
      requireOwn(actor, stored)
      if (stored.version !== version) throw new Problem('stale-version', say('这次导入已在别处改过，请刷新。', 'This import was changed elsewhere; reload.'), { more: { version: stored.version } })
      if (stored.state !== 'tried') throw new Problem('conflict', say('现在不能改，请刷新后看它走到了哪里。', 'It cannot be changed now; reload and see where it stands.'))
      const by = { ...stored.chosen, ...Object.fromEntries(chosen.map(({ file, row }) => [file, row])) }
      await changeImport(tx, id, { ...(mode && { mode }), chosen: Object.fromEntries(Object.entries(by).flatMap(([file, row]) => (row === null ? [] : [[file, row]]))) })
      await record(tx, {
        at: clock.now(), ...signature(actor), action: actionOf(registerOf(stored.register), 'import-files-mean'), subject: { kind: stored.register, id: '' },
        summary: `附件《${stored.file_name}》${chosen.length > 0 ? `手工指定 ${chosen.length} 个文件的归属` : `改为${mode === 'whole' ? '全部或全不' : '能放的先放'}`}`, after: { import: id, mode, chosen },
      })
      return chosen.length > 0 ? this.start(tx, actor, id, 'try') : answer(tx, actor, await readImport(tx, { id }))
    },
    async read(actor: Actor, id: string): Promise<FileImportAnswer> {
      return answer(db, actor, await own(db, actor, id))
    },
    /** The newest first, whoever made them. */
    async list(actor: Actor, register: Register): Promise<{ readonly rows: readonly WireFileImport[] }> {
      requireImport(actor, register)
      const { rows } = await sql<StoredFileImport>`select * from file_imports.import where register = ${register.id} order by created_at desc, id limit 50`.execute(db)
      return { rows: rows.map((stored) => importWire(stored, { account: actor.principal.account, locale: actor.locale })) }
    },
    async lines(actor: Actor, id: string, { outcome, undone, after, limit }: { outcome?: FileOutcome | undefined; undone?: 'undone' | 'kept' | undefined; after: number; limit: number }): Promise<{ readonly rows: readonly FileLine[]; readonly next: string | null }> {
      requireOwn(actor, await own(db, actor, id))
      return readLines(db, id, { outcome, undone, after, limit, locale: actor.locale })
    },
    workers: Object.fromEntries((['try', 'apply', 'undo'] as const).map((work) => [`file-imports.${work}`, async ({ payload, progress }: Parameters<Workers[string]>[0]) => {
      const id = idIn(payload)
      try {
        return await deeds[work](system, id, { progress })
      } catch (error) {
        if (error instanceof Problem && error.more['classified'] !== true) await changeImport(db, id, { state: work === 'try' ? 'taken' : atWork[work], problem: error.detail, counts: await countLines(db, id) })
        throw error
      }
    }])) satisfies Workers,
  })
}

/** Meant whole, what went in is taken out again when one was refused meanwhile. */
async function applyAsMeant(system: System, id: string, telling: Telling): Promise<ImportCounts<FileOutcome>> {
  const counts = await apply(system, id, telling)
  const { mode } = await readImport(system.db, { id })
  if (mode === 'partial' || (counts.refused ?? 0) === 0) return counts
  const after = await undo(system, id, telling)
  await changeImport(system.db, id, { problem: say(`按“全部或全不”：有 ${counts.refused} 个文件放的时候放不进去了，已放的全部取出。`, `All or nothing: ${counts.refused} files were refused while attaching, so all were taken out again.`) })
  return after
}

function idIn(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'import' in payload && typeof payload.import === 'string') return payload.import
  throw new Error('the job names no import')
}
