// Ranks 职级 of a district: what the office-space and car rules are written by.

/** A district is of county level, so its first rank is 县级正职. */
export const ranks = Object.freeze({
  countyChief: '县级正职',
  countyDeputy: '县级副职',
  sectionChief: '正科级',
  sectionDeputy: '副科级',
  below: '科级以下',
} as const)
export type Rank = keyof typeof ranks
