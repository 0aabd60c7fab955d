// What kinds of rule there are, and whose 制度的种类与层级.
import type { Level } from '@houqin/define'

export const documentKinds = Object.freeze({
  law: '法律',
  regulation: '行政法规',
  party: '党内法规',
  local: '地方性法规',
  rule: '部门规章',
  circular: '规范性文件',
  norm: '技术标准',
  house: '本局制度',
} as const)
export type DocumentKind = keyof typeof documentKinds

export const documentLevels = Object.freeze({ nation: '国家', province: '省', city: '市', district: '区' } as const satisfies Record<string, Level>)
export type DocumentLevel = keyof typeof documentLevels

/** How a rule stands on the present day. */
export const documentStandings = Object.freeze({
  current: '现行有效',
  pending: '尚未施行',
  repealed: '已废止',
  notHeld: '未收录原文',
} as const)
export type DocumentStanding = keyof typeof documentStandings
