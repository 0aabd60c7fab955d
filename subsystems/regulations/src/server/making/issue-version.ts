// 印发: an approved draft becomes a version: of a new document, or the next dated one of the rule it revises.
import { systemActor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { document, version } from '../../contract/index.ts'
import type { LawArticle } from '../law/law-text.ts'
import { digestOf, documentOf, storeArticles } from '../law/store-law.ts'
import type { Books } from '../law/store-law.ts'
import { settleVersions } from '../law/settle-versions.ts'
import { standingRule } from './old-articles.ts'
import type { StandingRule } from './old-articles.ts'

export interface Issued {
  readonly title: string
  /** Of the decision that issues it: 清机管〔2026〕9号. */
  readonly number: string
  readonly inForceOn: string
  /** Whose rule it is; null where the matter belongs to no organ. */
  readonly issuer: string | null
  /** The rule it revises; null for a new one. */
  readonly rule: string | null
  /** The matter by which it was made. */
  readonly matter: string
  readonly articles: readonly LawArticle[]
}

/** @returns the document's id. @throws Problem `step-not-possible` for a version that cannot stand beside those there are. */
export async function issueVersion(tx: Tx, books: Books, issued: Issued): Promise<string> {
  const today = books.clock.today()
  const { number, inForceOn, articles } = issued
  const digest = digestOf(articles)
  const rule = issued.rule === null ? undefined : await standingRule(tx, issued.rule)
  if (rule?.version?.digest === digest) throw refuse('草案与现行版本一字不差，没有可印发的新版本。', 'The draft is the version in force word for word; there is nothing to issue.')
  if (rule?.version?.madeOn === today) throw refuse(`《${rule.title}》今天已经印发过一个版本，同一天不能有两个版本。`, `A version of ${rule.title} was issued today already; there cannot be two on one day.`)
  const of = rule?.id ?? (await newDocument(tx, books, issued))
  const { id } = await books.registers.insert(tx, systemActor, version, {
    document: of, number, madeOn: today, inForceOn, origin: originOf(issued, { today, rule }), articles: articles.length, digest,
  })
  await storeArticles(tx, books, { of: id, title: rule?.title ?? issued.title, articles })
  await settleVersions(tx, books)
  return of
}

async function newDocument(tx: Tx, books: Books, { title, number, issuer }: Issued): Promise<string> {
  const there = await documentOf(tx, title)
  if (there) throw refuse(`已有《${there.title}》，请作为修订办理。`, `There is ${there.title} already; take it as a revision.`)
  const today = books.clock.today()
  const { id } = await books.registers.insert(tx, systemActor, document, {
    title, number, issuer, level: 'district', kind: 'house', standing: 'notHeld', adoptedOn: today, promulgatedOn: today,
  })
  return id
}

function originOf({ number, inForceOn, matter }: Issued, { today, rule }: { today: string; rule: StandingRule | undefined }): string {
  return `${today} ${number}${rule?.version ? '修订' : '印发'}，自 ${inForceOn} 起施行（${matter}）`
}
function refuse(zh: string, en: string): Problem {
  return new Problem('step-not-possible', say(zh, en))
}
