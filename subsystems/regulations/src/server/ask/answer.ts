// 问一问: one question, one clause word for word, one who answers for it, one thing to begin; or that no rule was found. Nothing is made up.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Db } from '@houqin/db'
import type { AnyStandard } from '@houqin/define'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { areas } from '../../contract/index.ts'
import type { Answer, Area, NearRule, Reading, StartableMatter } from '../../contract/index.ts'
import { figureAsked, isFiller, isNamed, metIn, saidOf, termsOf } from './question.ts'
import type { Term } from './question.ts'

interface Clause {
  readonly kind: 'provision' | 'article'
  /** Of the provision, or of the article. */
  readonly id: string
  /** Of the provision; null for an article. */
  readonly code: string | null
  readonly title: string
  readonly value: string
  readonly unit: string | null
  readonly source: string | null
  readonly area: Area | null
  readonly reading: Reading
  /** What is looked through besides the title. */
  readonly words: string
  readonly article: string | null
  readonly number: string | null
  readonly text: string | null
  readonly document: string | null
  readonly document_title: string | null
}
interface Item {
  readonly owner: string
  readonly limit: string
  readonly feedback: string
  readonly matter: string | null
  readonly keywords: string
  readonly bases: readonly { readonly document: string; readonly clause: string | null; readonly of: string | null; readonly article: string | null; readonly text: string | null }[]
}

/** The share of a question that a clause must meet to be its answer; less where its title is said, more for an article, which names nothing; and to outweigh what the catalogue says. */
const enough = { titled: 0.5, row: 0.62, article: 0.7 }
const sure = 0.8
/** In as many places as this, as it were, stands a word that stands nowhere. */
const unheard = 20
/** What it is worth that a row tells the kind of figure asked for, what it costs that it does not, and how much less of the question it then need say. */
const [figureWorth, figureMissed, figureHelp] = [0.2, 0.1, 0.1]
/** What it is worth that it is called by its name, and that its title is said. */
const nameWorth = 0.3
const titleWorth = 0.2
/** So many of those that come next are shown, where they meet at least this share of the question; of an article so many characters. */
const [nearAtMost, nearEnough, beginning] = [3, 0.35, 60]
/** More than this of a part of its title, and a row is named. */
const half = 0.5

export async function answer(system: System, { actor, question }: { actor: Actor; question: string }): Promise<Answer> {
  const { db } = system
  const today = system.clock.today()
  const item = await itemFor(db, { question, today })
  const matter = item ? startable(system, actor, item.matter) : null
  const ranked = await rankedClauses(db, { question, today })
  const [best] = ranked
  const base = item?.bases.find(({ text }) => text !== null) ?? item?.bases[0]
  // What can be begun is the answer to most who ask so; where nothing can, the clause that fits is.
  if (best && best.share >= (base && item?.matter ? sure : enough[best.met])) return { ...told(system, actor, { clause: best.clause, item, matter }), near: nearOf(ranked.slice(1)) }
  if (!base) return { found: false, says: '没有找到规定。可以换个说法再问，或在“查条文”里按词语查。', matter, near: nearOf(ranked) }
  return {
    found: true,
    clause: {
      text: base.text ?? `《${base.document}》未收录原文。`, citation: `《${base.document}》${base.clause === null ? '' : ` ${base.clause}`}`,
      document: base.of === null ? null : { id: base.of, name: base.document }, article: base.article, reading: 'confirmed', held: base.text !== null, provision: null, checkedBy: [],
    },
    owner: item?.owner ?? fallbackOwner, limit: item?.limit ?? null, feedback: item?.feedback ?? null, matter, near: nearOf(ranked),
  }
}

const fallbackOwner = '制度管理员'
const areaOwners: Partial<Record<Area, string>> = { officeArea: '场所管理员', officeUse: '场所管理员', services: '服务诉求管理员' }

function told(system: System, actor: Actor, { clause, item, matter }: { clause: Clause; item: Item | undefined; matter: StartableMatter | null }): Omit<Extract<Answer, { found: true }>, 'near'> {
  const checkedBy = standardsOn(system, clause)
  // closer to this very clause than what the catalogue has for some word of the question
  const mends = checkedBy.map((standard) => startable(system, actor, standard.mend?.().id ?? null)).find((one) => one !== null)
  const held = clause.text !== null
  const row = clause.kind === 'provision' ? { id: clause.id, title: clause.title, value: clause.value, unit: clause.unit } : null
  return {
    found: true,
    clause: {
      text: clause.text ?? [clause.value, clause.unit].filter(Boolean).join(' '),
      citation: held ? `《${clause.document_title ?? ''}》 ${clause.number ?? ''}` : documentsOf(clause.source),
      document: clause.document === null ? null : { id: clause.document, name: clause.document_title ?? '' },
      article: clause.article, reading: clause.reading, held, provision: row,
      checkedBy: checkedBy.map(({ id, title }) => ({ standard: id, title })),
    },
    owner: item?.owner ?? (clause.area === null ? undefined : areaOwners[clause.area]) ?? fallbackOwner,
    limit: item?.limit ?? null, feedback: item?.feedback ?? null, matter: mends ?? matter,
  }
}

function standardsOn({ catalogue }: System, { code }: Clause): readonly AnyStandard[] {
  return code === null ? [] : [...catalogue.standards.values()].filter(({ values }) => values.some(({ provision }) => provision === code))
}

/** What may have been meant: some of the words stand there. */
function nearOf(ranked: readonly Ranked[]): readonly NearRule[] {
  const fit = ranked.slice(0, nearAtMost * 2).filter(({ share }) => share >= nearEnough)
  const apart = fit.filter(({ clause: { title, number } }, at) => fit.findIndex(({ clause }) => clause.title === title && clause.number === number) === at)
  return apart.slice(0, nearAtMost).map(({ clause: { kind, id, title, value, unit, number, article, document, document_title: of } }) => {
    if (kind === 'provision') return { title, says: [value, unit].filter(Boolean).join(' '), provision: id, document: null, article: null }
    const says = value.length > beginning ? `${value.slice(0, beginning)}…` : value
    return { title: `《${of ?? ''}》${number ?? ''}`, says, provision: null, document: document === null ? null : { id: document, name: of ?? '' }, article }
  })
}

/** The documents of a printed source, without where its words were seen. */
function documentsOf(source: string | null): string {
  return source?.startsWith('《') ? (source.split('；见：')[0] ?? source) : '出处待补'
}

/** The matter, where it is declared and the asker may start it. */
function startable({ catalogue }: System, { principal }: Actor, id: string | null): StartableMatter | null {
  const declared = id === null ? undefined : catalogue.matters.get(id)
  return declared && holds(principal, declared.access.start) ? { matter: declared.id, title: declared.title } : null
}

/** The catalogue item whose longest wording stands in the question. */
async function itemFor(db: Db, { question, today }: { question: string; today: string }): Promise<Item | undefined> {
  const { rows } = await sql<Item>`
    select i.owner, i."limit", i.feedback, i.matter, i.keywords,
           coalesce((select jsonb_agg(jsonb_build_object('document', b.document, 'clause', b.clause, 'of', d.id, 'article', a.id, 'text', a.text) order by b.position)
                       from regulations.catalogue_item__bases b
                       left join regulations.document d on d.title = b.document and d.retired_at is null and d.merged_into is null
                       left join lateral (select id from regulations.version v where v.document = d.id and v.retired_at is null
                                             and coalesce(v.in_force_on, v.made_on, ${today}::date) <= ${today}::date and coalesce(v.in_force_until, ${today}::date) >= ${today}::date limit 1) v on true
                       left join regulations.article a on a.of = v.id and a.number = b.clause and a.retired_at is null
                      where b.parent = i.id), '[]') as bases
      from regulations.catalogue_item i where i.retired_at is null and i.merged_into is null order by i.position`.execute(db)
  const plain = question.normalize('NFKC')
  const fits = rows.map((row) => ({ row, longest: Math.max(0, ...row.keywords.split(/[、,，\s]+/).filter((word) => word !== '' && plain.includes(word)).map((word) => word.length)) }))
  return fits.filter(({ longest }) => longest > 0).toSorted((a, b) => b.longest - a.longest)[0]?.row
}

interface Ranked {
  readonly clause: Clause
  readonly share: number
  readonly met: keyof typeof enough
  readonly rank: number
}
/** Of all clauses those first that say the most of the question; rare words weigh more, and of two alike the shorter one wins. */
async function rankedClauses(db: Db, { question, today }: { question: string; today: string }): Promise<readonly Ranked[]> {
  const [terms, figure] = [termsOf(question), figureAsked(question)]
  if (terms.length === 0) return []
  const clauses = [...(await provisionsNow(db)), ...(await articlesMeeting(db, { terms, today }))]
  const meets = clauses.map((clause) => terms.map((term) => Math.max(metIn(term, clause.title), metIn(term, clause.words))))
  // A word that stands nowhere tells less than one that stands in a few places: people have many words for one thing.
  const weights = terms.map((term, at) => {
    const heard = meets.filter((one) => (one[at] ?? 0) > 0).length
    return heard === 0 && isFiller(term) ? 0 : Math.log(1 + clauses.length / (1 + (heard || unheard)))
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return []
  const scored = clauses.map((clause, at): Ranked => {
    const share = terms.reduce((sum, _, term) => sum + (meets[at]?.[term] ?? 0) * (weights[term] ?? 0), 0) / whole
    const inTitle = terms.filter((term) => metIn(term, clause.title) > 0).length / terms.length
    const tells = clause.kind === 'provision' && figure?.test(`${clause.unit ?? ''} ${clause.title} ${clause.value}`)
    const told = tells ? figureWorth : figure === undefined ? 0 : -figureMissed
    const said = clause.kind === 'provision' ? saidOf(clause.title, terms) : []
    const met: keyof typeof enough = clause.kind === 'article' ? 'article' : Math.max(0, ...said) > half ? 'titled' : 'row'
    const called = clause.kind === 'provision' && isNamed(clause.title, { question, terms })
    return { clause, share: called ? 1 : tells ? share + figureHelp : share, met, rank: share + (called ? nameWorth : 0) + told + titleWorth * Math.max(0, ...said) + 0.15 * inTitle + (clause.kind === 'provision' ? 0.05 : 0) + trust(clause) - Math.min(0.1, clause.words.length / 20_000) }
  })
  return scored.toSorted((a, b) => b.rank - a.rank)
}

/** What is held and read stands before what somebody has heard. */
function trust({ text, reading }: Clause): number {
  return (text === null ? 0 : 0.12) - { confirmed: 0, secondHand: 0.03, unconfirmed: 0.12 }[reading]
}

async function provisionsNow(db: Db): Promise<readonly Clause[]> {
  const { rows } = await sql<Clause>`
    select 'provision' as kind, p.id, p.code, p.title, p.value, p.unit, p.source, p.area, p.reading, concat_ws(' ', p.value, p.unit, p.condition, a.text) as words,
           a.id as article, a.number, a.text, d.id as document, d.title as document_title
      from regulations.provision p
      left join lateral (select g.article, g.of_document from regulations.ground g where g.provision = p.id and g.standing = 'agrees' order by g.position limit 1) g on true
      left join regulations.article a on a.id = g.article
      left join regulations.document d on d.id = g.of_document
     where p.retired_at is null and p.merged_into is null`.execute(db)
  return rows.map((row) => (row.area === null ? row : { ...row, words: `${areas[row.area]} ${row.words}` }))
}
/** Articles in force in which a wording stands, by its grams. */
async function articlesMeeting(db: Db, { terms, today }: { terms: readonly Term[]; today: string }): Promise<readonly Clause[]> {
  const grams = [...new Set(terms.flatMap(({ wordings }) => wordings.map((wording) => wording.slice(0, 2).toLowerCase())))]
  const { rows } = await sql<Clause>`
    select 'article' as kind, a.id, null as code, concat_ws(' ', d.title, a.chapter) as title, a.text as value, null as unit, null as source, null as area, 'confirmed' as reading,
           a.text as words, a.id as article, a.number, a.text, d.id as document, d.title as document_title
      from regulations.articles_touching(${grams}::text[]) as t join regulations.article a on a.id = t join regulations.version v on v.id = a.of join regulations.document d on d.id = v.document
     where a.retired_at is null and v.retired_at is null and d.retired_at is null and d.standing <> 'repealed'
       and coalesce(v.in_force_on, v.made_on, ${today}::date) <= ${today}::date and coalesce(v.in_force_until, ${today}::date) >= ${today}::date`.execute(db)
  return rows
}
