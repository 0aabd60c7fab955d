// Plants 埋点: what is wrong in the demonstration district on purpose, so that every rule finds something.

/** Ordinary invented units and persons carry them, spread over the district. */
export const plants = Object.freeze({
  /** An organ with more established staff than its establishment. */
  overEstablishment: Object.freeze({ organ: '投促局', by: 4 }),
  /** A person with two main posts at once. */
  twoMainPosts: Object.freeze({ from: '望湖街道', alsoAt: '望湖便民中心', title: '副主任' }),
  /** A contractor still at work whose contract has ended. */
  contractEnded: Object.freeze({ contractor: '望湖洁运清洁服务有限公司', days: 12 }),
  /** Retired within the last months, so that a room may still be theirs. */
  justRetired: 24,
})
