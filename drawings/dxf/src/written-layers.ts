// The layers rooms are written out on, known again when such a drawing comes back.
export const roomLayer = 'ROOM'
/** What is taken off a room and is none: pillars, shafts. */
export const holeLayer = 'ROOM_HOLE'
export const labelLayer = 'ROOM_LABEL'
export const titleLayer = 'FLOOR_TITLE'
