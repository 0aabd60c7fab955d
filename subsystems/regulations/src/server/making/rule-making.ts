// What each step of rule-making does 制度制定联动: who is asked, what must be settled first, and the version that comes of it.
import { systemActor } from '@houqin/access'
import { instantOf, localDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { document, regulationsOfficer, ruleMaking } from '../../contract/index.ts'
import { settleVersions } from '../law/settle-versions.ts'
import { documentOf } from '../law/store-law.ts'
import { canonicalTitle } from '../law/title.ts'
import { circulate, remind } from '../reading/circulate.ts'
import { personsAsked } from './asked.ts'
import { cutDraft } from './cut-draft.ts'
import { issueVersion } from './issue-version.ts'
import { standingRule } from './old-articles.ts'
import { opinionAuthors, requireHandled, requireReasons } from './opinions.ts'

type Making = Happened<typeof ruleMaking>
const closingTime = '18:00'

export function ruleMakingEffects(system: System): Effects {
  return effects(ruleMaking, {
    start: ({ tx, matter }) => requireRule(tx, matter.form),
    async ask({ tx, at, matter, engine, input }) {
      requireDraft(matter)
      if (input.opinionsUntil < localDate(at)) throw refuse('征求意见的截止日期不能早于今天。', 'Opinions cannot end before today.')
      await engine.setDue(instantOf({ date: input.opinionsUntil, time: closingTime }))
      const asked = await personsAsked(tx, { catalogue: system.catalogue, matter: matter.id, day: localDate(at) })
      for (const person of asked) await engine.addParty(person)
      if (asked.length > 0) await engine.notify(asked)
    },
    async opine({ at, matter: { facts, requester }, engine }) {
      if (facts.opinionsUntil !== null && localDate(at) > facts.opinionsUntil)
        throw refuse(`征求意见已于 ${facts.opinionsUntil} 截止。`, `Opinions ended on ${facts.opinionsUntil}.`)
      if (requester !== null) await engine.notify([requester])
    },
    handle: ({ tx, matter }) => requireReasons(tx, matter.id),
    async submit({ tx, at, matter, engine, comment }) {
      requireDraft(matter)
      const { opinionsUntil } = matter.facts
      if (opinionsUntil !== null && localDate(at) <= opinionsUntil && (comment ?? '').trim() === '')
        throw refuse(`征求意见到 ${opinionsUntil} 为止；提前送审的，请在说明里写明原因。`, `Opinions are asked for until ${opinionsUntil}; say why it goes to review before that.`)
      await requireHandled(tx, matter.id)
      // what became of an opinion stands at the matter, and whoever gave one hears of it
      const authors = await opinionAuthors(tx, matter.id)
      if (authors.length > 0) await engine.notify(authors)
    },
    async issue({ tx, matter, engine, input }) {
      const articles = requireDraft(matter)
      const issued = await issueVersion(tx, system, {
        title: matter.form.title, number: input.number, inForceOn: input.inForceOn, articles, matter: matter.number,
        rule: matter.facts.issued ?? matter.form.document, issuer: await nameOfOrgan(tx, matter.organ),
      })
      await engine.setFacts({ issued })
      await engine.setDue(instantOf({ date: input.evaluateBy, time: closingTime }))
    },
    async circulate({ tx, at, matter, engine, input }) {
      const persons = await circulate(tx, system, { matter: matter.id, rule: matter.facts.issued, at, until: input.readBy, everybody: input.audience === 'everybody' })
      if (persons.length > 0) await engine.notify(persons)
    },
    async remind({ tx, at, matter, engine }) {
      await engine.notify(await remind(tx, { rule: matter.facts.issued, at }))
    },
    async keep({ engine, input }) {
      await engine.setDue(instantOf({ date: input.evaluateBy, time: closingTime }))
    },
    async revise({ engine }) {
      await engine.setFacts({ opinionsUntil: null, finding: null, number: null, inForceOn: null, evaluateBy: null, worth: null })
    },
    async repeal({ tx, matter, input }) {
      const of = matter.facts.issued ?? matter.form.document
      const { rows } = await sql<{ version: number }>`select version from regulations.document where id = ${of}::uuid for update`.execute(tx)
      if (of === null || rows[0] === undefined) throw refuse('没有可废止的制度。', 'There is no rule to repeal.')
      await system.registers.update(tx, systemActor, document, of, { repealedOn: input.repealedOn }, rows[0].version)
      await settleVersions(tx, system)
    },
    async overdue({ matter, engine }) {
      // the day of evaluation: from now on it is the officer's
      if (matter.state === 'inForce') await engine.setHolder({ role: regulationsOfficer })
      if (matter.state === 'opinions' && matter.requester !== null) await engine.notify([matter.requester])
    },
  })
}

/** A new rule has a name of its own; what is revised or repealed is a rule of the house. */
async function requireRule(tx: Tx, { aim, title, document: of }: Making['matter']['form']): Promise<void> {
  if (aim === 'make') {
    if (of !== null) throw badForm('document', '新订不选原制度；要改它，事由请选“修订”', 'a new rule concerns none that stands; choose revision to change one')
    const there = await documentOf(tx, title)
    if (there) throw badForm('title', `已有《${there.title}》，事由请选“修订”`, `there is ${there.title} already, choose revision`)
    return
  }
  const rule = of === null ? undefined : await standingRule(tx, of)
  if (!rule) throw badForm('document', '请选要修订或废止的制度', 'choose the rule to revise or repeal')
  if (rule.kind !== 'house') throw badForm('document', `《${rule.title}》不是本局制度，不能在这里${aim === 'revise' ? '修订' : '废止'}`, `${rule.title} is no rule of the house`)
  if (rule.repealedOn !== null) throw badForm('document', `《${rule.title}》自 ${rule.repealedOn} 起废止`, `${rule.title} is repealed from ${rule.repealedOn}`)
  if (canonicalTitle(rule.title) !== canonicalTitle(title))
    throw badForm('title', `名称要与原制度一致：${rule.title}；要改名的，新订一件并废止原来的`, `the name must be that of the rule: ${rule.title}; to rename it, make a new one and repeal this`)
}
/** What repeals a rule needs no draft. @throws Problem in the sentences that the draft's page shows. */
function requireDraft({ form, facts }: Making['matter']): ReturnType<typeof cutDraft>['articles'] {
  if (form.aim === 'repeal') return []
  const { articles, faults } = cutDraft(facts.draft ?? '', form.title)
  if (faults.length > 0) throw refuse(`草案还不能成为制度：${faults.join(' ')}`, `The draft is no rule yet: ${faults.join(' ')}`)
  return articles
}

async function nameOfOrgan(tx: Tx, organ: string | null): Promise<string | null> {
  const { rows } = await sql<{ label: string }>`select label from people.organ where id = ${organ}::uuid`.execute(tx)
  return rows[0]?.label ?? null
}
function refuse(zh: string, en: string): Problem {
  return new Problem('step-not-possible', say(zh, en))
}
function badForm(field: string, zh: string, en: string): Problem {
  return new Problem('bad-input', say(`${zh}。`, `${en}.`), { issues: [{ at: `input.${field}`, says: say(zh, en) }] })
}
