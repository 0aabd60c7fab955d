// An office floor drawn the way most are: only walls, two lines each, broken at the doors; a corridor between two rows of rooms.
import type { Group } from './draw.ts'
import { arc, centred, line } from './draw.ts'

interface Measures {
  readonly columns: number
  readonly rows: 2
  /** Clear width and depth of a room, thickness of walls, width of the corridor and of doors: millimetres. */
  readonly width: number
  readonly depth: number
  readonly wall: number
  readonly corridor: number
  readonly door: number
}

const kinds = ['办公室', '会议室', '档案室', '值班室', '接待室', '资料室']

export function wallsOf({ columns, width, depth, wall, corridor, door }: Measures): { entities: readonly (readonly Group[])[]; names: readonly string[] } {
  const entities: (readonly Group[])[] = []
  const names: string[] = []
  const total = columns * width + (columns + 1) * wall
  const height = 2 * depth + corridor + 4 * wall
  const draw = (x0: number, y0: number, x1: number, y1: number): void => void entities.push(line('墙', x0, y0, x1, y1))
  const box = (x0: number, y0: number, x1: number, y1: number): void => {
    draw(x0, y0, x1, y0)
    draw(x1, y0, x1, y1)
    draw(x1, y1, x0, y1)
    draw(x0, y1, x0, y0)
  }
  box(0, 0, total, height)
  // the corridor's long faces are broken at each door, and the jambs close the wall's thickness
  for (const row of [0, 1]) {
    const roomSide = row === 0 ? wall + depth : wall + depth + wall + corridor + wall
    const corridorSide = row === 0 ? roomSide + wall : roomSide - wall
    const [far, near] = row === 0 ? [wall, roomSide] : [roomSide + depth, roomSide]
    let from = wall
    for (let column = 0; column < columns; column += 1) {
      const x = wall + column * (width + wall)
      const doorAt = x + 600
      draw(from, corridorSide, doorAt, corridorSide)
      draw(doorAt, corridorSide, doorAt, near)
      draw(doorAt + door, corridorSide, doorAt + door, near)
      from = doorAt + door
      draw(x, near, doorAt, near)
      draw(doorAt + door, near, x + width, near)
      draw(x, near, x, far)
      draw(x, far, x + width, far)
      draw(x + width, far, x + width, near)
      entities.push(arc('门', doorAt, corridorSide, door, 0, 90))
      const name = `${kinds[column % kinds.length] ?? ''}${row === 0 ? '甲' : '乙'}${column + 1}`
      names.push(name)
      entities.push(centred('文字', x + width / 2, (near + far) / 2, name))
    }
    draw(from, corridorSide, total - wall, corridorSide)
  }
  draw(wall, wall + depth + wall, wall, wall + depth + wall + corridor)
  draw(total - wall, wall + depth + wall, total - wall, wall + depth + wall + corridor)
  entities.push(centred('文字', total / 2, height / 2, '走廊'))
  return { entities, names }
}
