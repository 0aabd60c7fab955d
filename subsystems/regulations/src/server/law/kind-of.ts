// 种类与层级: what kind of rule a text is and whose, from its title and the lines under it.
import type { DocumentKind, DocumentLevel } from '../../contract/index.ts'

export interface Kind {
  readonly kind: DocumentKind
  readonly level: DocumentLevel
  readonly issuer: string | null
  /** Nothing in the text says so. */
  readonly guessed: boolean
}

const local = /^[一-龥]{2,12}?(省|自治区|自治州|市|区|县)/

export function kindOf({ title, origin }: { title: string; origin: string }): Kind {
  // titles of decisions name other bodies than the one that passed this
  const issuer = issuerOf(origin.replace(/《[^》]*》/g, ''))
  const of = (kind: DocumentKind, level: DocumentLevel, guessed = false): Kind => ({ kind, level, issuer, guessed })
  if (/全国人民代表大会/.test(origin)) return of('law', 'nation')
  if (/国务院令|国务院第\d+次常务会议/.test(origin)) return of('regulation', 'nation')
  const place = local.exec(title)?.[1]
  if (place !== undefined) {
    const level: DocumentLevel = /省|自治区/.test(place) ? 'province' : place === '市' || place === '自治州' ? 'city' : 'district'
    return of(title.endsWith('条例') && level !== 'district' ? 'local' : level === 'district' ? 'house' : 'circular', level)
  }
  if (/^(中国共产党|党政机关|党政领导干部)/.test(title)) return of('party', 'nation')
  if (/部令|局令|委员会令/.test(origin)) return of('rule', 'nation')
  if (/^中华人民共和国.*法$/.test(title)) return of('law', 'nation')
  if (/条例(实施细则)?$/.test(title)) return of('regulation', 'nation', true)
  if (title.endsWith('法') && !title.endsWith('办法')) return of('law', 'nation', true)
  return of('house', 'district', true)
}

function issuerOf(origin: string): string | null {
  if (/全国人民代表大会常务委员会|第十?[一-龥]+届全国人民代表大会常务委员会/.test(origin)) return '全国人民代表大会常务委员会'
  if (/全国人民代表大会/.test(origin)) return '全国人民代表大会'
  if (/国务院/.test(origin)) return '国务院'
  return /([一-龥]{2,20}(?:部|局|委员会|人民政府|办公厅|办公室))/.exec(origin)?.[1] ?? null
}
