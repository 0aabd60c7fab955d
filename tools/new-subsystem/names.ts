// The names of a new subsystem 新子系统的名称: one word in each place where it is written.
import { fault } from '@houqin/fault'

export interface Names {
  /** `key-box`: folder, package and the beginning of every id. */
  readonly id: string
  /** `keyBox`: what the code calls it. */
  readonly camel: string
  /** `key_box`: the PostgreSQL schema. */
  readonly schema: string
  /** `Key box` */
  readonly words: string
  /** 钥匙柜 */
  readonly title: string
  /** `KB`: letters of its matters' numbers. */
  readonly prefix: string
}

/** @param taken letters other matters have. @throws Fault in both languages for a name that will not do. */
export function namesOf({ id, title, taken }: { id: string; title: string; taken: ReadonlySet<string> }): Names {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(id) || id.length > 30) throw fault({
    code: 'new-subsystem.bad-name',
    zh: `“${id}”不能作子系统名：请用小写英文单词，以连字符相连，如 key-box。`,
    en: `“${id}” is no name for a subsystem: write lower-case English words joined by hyphens, such as key-box.`,
  })
  if (!/^\p{Script=Han}{2,12}$/u.test(title)) throw fault({
    code: 'new-subsystem.bad-title',
    zh: `“${title}”不能作中文名：请写 2–12 个汉字，如 钥匙柜。`,
    en: `“${title}” is no Chinese title: write 2 to 12 Chinese characters, such as 钥匙柜.`,
  })
  const parts = id.split('-')
  const words = parts.join(' ')
  return Object.freeze({
    id, title,
    camel: parts.map((part, at) => (at === 0 ? part : `${part.charAt(0).toUpperCase()}${part.slice(1)}`)).join(''),
    schema: id.replaceAll('-', '_'),
    words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    prefix: freeLetters(parts, taken),
  })
}

/** The initials, or the first two letters of its name that nobody has. */
function freeLetters(parts: readonly string[], taken: ReadonlySet<string>): string {
  const letters = parts.join('').replace(/\d/g, '').toUpperCase()
  const initials = parts.length > 1 ? [parts.map((part) => part.charAt(0).toUpperCase()).join('').slice(0, 2)] : []
  const pairs = [...letters].flatMap((first, at) => [...letters.slice(at + 1)].map((second) => `${first}${second}`))
  const free = [...initials, ...pairs].find((pair) => !taken.has(pair))
  if (free !== undefined) return free
  throw fault({
    code: 'new-subsystem.no-letters',
    zh: `“${parts.join('-')}”里的字母都已被别的事项编号占用：请换一个名称。`,
    en: `Every pair of letters in “${parts.join('-')}” is taken by another matter: choose another name.`,
  })
}
