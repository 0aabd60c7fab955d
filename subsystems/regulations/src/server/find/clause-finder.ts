// 条文 in the one search of the console: articles in force, each as it opens in its document.
import type { Finder, System } from '@houqin/http'
import { document } from '../../contract/index.ts'
import { findArticles } from './find-articles.ts'

/** Whoever is signed in reads every text that is held. */
export function clauseFinder({ db, clock, word }: System): Finder {
  return async ({ actor, q, each }) => {
    const { rows } = await findArticles(db, { words: q, today: clock.today(), all: false, limit: each })
    return rows.map(({ id, number, document: { id: of, name }, excerpt }) => ({
      kind: 'clause', id, name: `${name} ${number}`, title: word('regulations.article.title', '条文', actor.locale),
      detail: excerpt.map(({ text }) => text).join(''), path: `/registers/${document.id}/${of}#${id}`,
    }))
  }
}
