// 远近: how near what was found is to what was typed: itself, begun with it, holding it, found by something else of it.
import { readingsOf } from '@houqin/search'
import type { WireHit } from '@houqin/wire'

const joiners = /[\s\-_.·•/]/g
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(joiners, '')

/** 0 is nearest; rows of one rank keep their order. */
export function closeness(q: string, { kind, id, name }: Pick<WireHit, 'kind' | 'id' | 'name'>): number {
  const typed = plain(q)
  const texts = [plain(name), ...(kind === 'matter' ? [plain(id)] : [])]
  if (/^[a-z]+$/.test(typed)) texts.push(...spelt(name))
  const [exact, begun, held] = [texts.includes(typed), texts.some((text) => text.startsWith(typed)), texts.some((text) => text.includes(typed))]
  // A matter or a clause is called by a whole sentence: what is called so by its name comes first.
  return (exact ? 0 : begun ? 2 : held ? 4 : 6) + (kind === 'register' || exact ? 0 : 1)
}

function spelt(name: string): readonly string[] {
  const han = name.replace(/[^\p{Script=Han}]/gu, '')
  return readingsOf(han).flatMap((syllables) => [syllables.join(''), syllables.map((syllable) => syllable[0] ?? '').join('')])
}
