// 草案页: what whoever decides must read: the articles as they would be cut, what is wrong with them, and how they differ from the rule that stands.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { ruleMaking } from '../../contract/index.ts'
import type { MakingPage } from '../../contract/index.ts'
import { compareVersions } from '../law/compare-versions.ts'
import { digestOf } from '../law/store-law.ts'
import { readingFigures } from '../reading/to-read.ts'
import { cutDraft } from './cut-draft.ts'
import { articlesOfVersion, standingRule } from './old-articles.ts'

/** @throws Problem `not-found` for whoever does not read the matter. */
export async function makingPage({ db, matters, clock }: Pick<System, 'db' | 'matters' | 'clock'>, { actor, number }: { actor: Actor; number: string }): Promise<MakingPage> {
  const { form, facts, state } = await matters.read(db, actor, ruleMaking, number)
  const draft = textOf(facts['draft'])
  const issued = idOf(facts['issued'])
  const of = issued ?? idOf(form['document'])
  const cut = draft === '' ? { articles: [], faults: [] } : cutDraft(draft, textOf(form['title']))
  const standing = of === undefined ? undefined : await standingRule(db, of, cut.articles.length > 0 && isIssued(state) ? digestOf(cut.articles) : undefined)
  const old = standing?.version ? await articlesOfVersion(db, standing.version.id) : []
  return {
    rule: standing ? { id: standing.id, title: standing.title, inForceOn: standing.version?.inForceOn ?? null } : null,
    articles: cut.articles.map(({ number: called, part, chapter, section, paragraphs }) => ({ number: called, part, chapter, section, paragraphs })),
    faults: cut.faults,
    changes: old.length > 0 && cut.articles.length > 0 ? compareVersions(old, cut.articles) : null,
    standingText: textFrom(old),
    reading: issued === undefined ? null : await readingFigures(db, { rule: issued, today: clock.today() }),
  }
}

/** The text of a version as a draft is written, to begin a revision from. */
function textFrom(articles: Awaited<ReturnType<typeof articlesOfVersion>>): string {
  const lines: string[] = []
  for (const [at, { number, text, part, chapter, section }] of articles.entries()) {
    const before = articles[at - 1]
    if (part !== null && part !== before?.part) lines.push(part)
    if (chapter !== null && (chapter !== before?.chapter || part !== before.part)) lines.push(chapter)
    if (section !== null && (section !== before?.section || chapter !== before.chapter)) lines.push(section)
    lines.push(`${number} ${text}`)
  }
  return lines.join('\n')
}
/** The draft stands as a version itself by then. */
function isIssued(state: string): boolean {
  return state === 'inForce' || state === 'evaluated'
}
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined
}
