// A comment 留言: a word or a paper added to a matter without moving it.
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { badInput, isId } from '@houqin/fields'
import { loadMatter, mayRead, mayWrite, nameOf, noSuchMatter, personOf, readComment, signed, writeHappening } from '@houqin/matter-records'
import type { Caller } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'
import { keepFiles } from './files.ts'

export interface CommentGiven {
  readonly text: unknown
  readonly files?: readonly string[] | undefined
}
const mostFiles = 9

/** Whoever comments becomes a party. @throws Problem not-found, not-allowed for whoever only reads, bad-input. */
export async function addComment(tx: Tx, desk: Desk, { caller, matter, number, given }: { caller: Caller; matter: Matter; number: string; given: CommentGiven }): Promise<void> {
  const stored = await loadMatter(tx, { matter, where: { number }, actor: caller.actor, lock: true })
  if (stored === undefined || !mayRead(caller.actor, matter, stored)) throw noSuchMatter(number)
  if (!mayWrite(caller.actor, matter, stored)) throw new Problem('not-allowed', say('您只能查看这件事项，不能留言。', 'You may read this matter but not comment on it.'))
  const comment = readComment(given.text, { rule: 'required', at: 'text' })
  const files = given.files ?? []
  if (files.length > mostFiles || !files.every(isId))
    throw badInput([{ at: 'files', says: say(`留言最多带 ${mostFiles} 个已上传的文件`, `A comment may carry ${mostFiles} uploaded files`) }])
  const now = desk.clock.now()
  const person = personOf(caller)
  await writeHappening(tx, {
    matter: stored.id, at: now, what: 'comment', version: stored.version, by: nameOf(caller), comment, files,
    parties: person === null ? [] : [{ person, why: 'acted' }],
  })
  await keepFiles(tx, { caller, matter, id: stored.id, at: now, files: files.map((id, index) => ({ id, at: `files[${index}]` })) })
  await record(tx, {
    at: now, ...signed(caller), action: `${matter.id}.comment`, subject: { kind: matter.id, id: stored.id },
    summary: `${stored.number} 留言`, after: { comment, files },
  })
  await announce(tx, desk, { id: stored.id, step: 'comment' })
}
