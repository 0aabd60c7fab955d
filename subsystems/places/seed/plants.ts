// Plants 埋点 of the places: a lease that has run out, a stewardship about to, and rooms that only their keepers know of, on purpose.

export const plants = Object.freeze({
  /** Somebody still works there. */
  leaseEnded: Object.freeze({ site: '婚姻登记中心', days: 19 }),
  /** Nobody has been named to follow. */
  stewardshipEnds: Object.freeze({ site: '园林绿化养护站', days: 6 }),
  /** A machine room and a file room of each managed site, where it has more than one. */
  gradedRooms: 13,
})
