// 草案成条: a draft is cut into articles as an imported text is, and whatever keeps it from being a rule is said in sentences.
import { longestDraft } from '../../contract/index.ts'
import type { LawArticle } from '../law/law-text.ts'
import { linesOf } from '../law/lines-of.ts'
import { articlesOf } from '../law/parse-law.ts'
import { canonicalTitle } from '../law/title.ts'

export interface CutDraft {
  readonly articles: readonly LawArticle[]
  /** Sentences; none means that it may go on. */
  readonly faults: readonly string[]
}

/** @param title may stand as the first line, and is then left out. */
export function cutDraft(text: string, title: string): CutDraft {
  if (text.trim() === '') return { articles: [], faults: ['还没有写草案。'] }
  if (text.length > longestDraft) return { articles: [], faults: [`草案有 ${text.length} 字，超过 ${longestDraft} 字，请分成几部制度。`] }
  const lines = linesOf(text)
  const first = lines.findIndex(({ is }) => is === 'article')
  if (first < 0) return { articles: [], faults: ['没有找到条文：每一条另起一段，以“第一条”“第二条”开头。'] }
  const stray = lines.slice(0, first).filter((line) => (line.is === 'paragraph' || line.is === 'title' ? canonicalTitle(line.text) !== canonicalTitle(title) : line.is === 'item' || line.is === 'point'))
  const body = articlesOf(lines)
  if ('refused' in body) return { articles: [], faults: [body.refused] }
  const misplaced = stray.map((line) => `“${line.text.slice(0, 20)}”在第一条之前，不属于任何一条，请删去或写进条文。`)
  return { articles: body.articles, faults: [...misplaced, ...body.doubts.map(asFault)] }
}

/** A doubt about a text that stands is a fault in one that is being written. */
function asFault(doubt: string): string {
  return doubt.replace('两条都收下了，请核对原文', '请改条号').replace('请核对是否缺条', '请补上或改条号').replace('请核对原文', '请补上内容或删去')
}
