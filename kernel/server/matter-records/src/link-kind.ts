// The kinds of links 关联的种类 between two matters.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { LinkKind } from '@houqin/wire'

export const linkKinds = Object.freeze(['duplicate-of', 'follows', 'part-of'] as const) satisfies readonly LinkKind[]

export const linkWords: Readonly<Record<LinkKind, Sentence>> = Object.freeze({
  'duplicate-of': say('重复于', 'duplicate of'),
  'follows': say('接续', 'follows'),
  'part-of': say('属于', 'part of'),
})
export function isLinkKind(kind: unknown): kind is LinkKind {
  return linkKinds.some((known) => known === kind)
}
