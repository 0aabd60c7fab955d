// The bureau's own rule 本局自定: how its registers are kept; no law stands behind it, and the citation says so.
import type { Citation } from '@houqin/define'

/** @param clause the column of the register, and what it means there. */
export const ownRule = (clause: string): Citation => ({ document: '本局台账登记规则（自定）', clause, mark: 'V', level: '区' })
export const ownSince = '2020-01-01'
