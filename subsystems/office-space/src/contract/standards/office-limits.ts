// Limits of an office 办公室面积上限: usable area a person by rank, as the building standard of 2014 gives them for a county or district.
import { parameter } from '@houqin/define'
import type { Citation, Level } from '@houqin/define'
import { ranks } from '@houqin/people'
import type { Rank } from '@houqin/people'

/** 发改投资〔2014〕2674号 replaced the figures of 1999 (计投资〔1999〕2250号), which are not to be used. Read second-hand. */
export const buildingStandard = (clause?: string): Citation => ({
  document: '党政机关办公用房建设标准', number: '发改投资〔2014〕2674号', mark: 'V2', level: '国家' satisfies Level, ...(clause !== undefined && { clause }),
})
/** Read in the text itself: articles 5 to 8 and 18 to 20. */
export const officeRules = (clause: string): Citation => ({ document: '党政机关办公用房管理办法', clause, mark: 'V', level: '国家' })
export const standardSince = '2014-11-24'
export const rulesSince = '2017-12-05'

export const officeArea = parameter('办公室使用面积每人不超过', '㎡', { scale: 2, by: ranks })

const limits: readonly (readonly [Rank, string, string])[] = [
  ['countyChief', '30.00', 'OFF-AREA-19'], ['countyDeputy', '24.00', 'OFF-AREA-20'], ['sectionChief', '18.00', 'OFF-AREA-21'],
  ['sectionDeputy', '12.00', 'OFF-AREA-22'], ['below', '9.00', 'OFF-AREA-23'],
]
/** The same rows stand under both standards that use them, so that each is versioned and tried out whole. */
export const officeAreaValues = limits.map(([key, value, provision]) => ({
  parameter: 'officeArea' as const, key, value, from: standardSince, cite: buildingStandard('第十二条 表1'), provision,
}))
