// A floor plan file of 20 MiB: read and recognised, against reading alone, in processor time of one process, which neighbours do not lengthen.
import { layFlat, proposeChoice, readDrawing, recognise } from '@houqin/dxf'
import { median, rounded } from './measured.ts'
import type { Measured } from './measured.ts'

const most = 20 * 2 ** 20
const runs = 3

export async function benchDrawings(): Promise<readonly Measured[]> {
  const { file, rooms } = drawn()
  const reading: number[] = []
  const whole: number[] = []
  const slices: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const began = processorTime()
    let last = began
    const drawing = readDrawing(file, { onProgress: () => {
      const now = processorTime()
      slices.push((now - last) * 1000)
      last = now
    } })
    const read = processorTime()
    const sheet = layFlat(drawing)
    const found = recognise(sheet, proposeChoice(drawing, sheet).choice)
    const ended = processorTime()
    if (found.rooms.length !== rooms) throw new Error(`of ${rooms} rooms ${found.rooms.length} were found: ${found.findings.slice(0, 5).map(({ en }) => en).join(' ')}`)
    reading.push(read - began)
    whole.push(ended - began)
  }
  const [alone, together] = [median(reading), median(whole)]
  return [
    { what: `reading ${rounded(file.length / 2 ** 20)} MiB`, value: rounded(alone), unit: 's' },
    { what: 'reading', value: rounded(file.length / 2 ** 20 / alone), unit: 'MiB/s' },
    { what: `reading and recognising ${rooms} rooms`, value: rounded(together), unit: 's', yardstick: { what: 'reading alone, s', value: rounded(alone) }, ratio: rounded(together / alone), goal: '≤ 2' },
    { what: 'longest step between two words of progress', value: rounded(Math.max(...slices)), unit: 'ms' },
  ]
}

/** Seconds this process has worked. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** @param size bytes, at least. Floors of forty rooms between walls that doors break, with names, and as much furniture as fills the file. */
export function drawn(size = most): { file: Uint8Array; rooms: number } {
  const parts: string[] = ['0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1021\n9\n$DWGCODEPAGE\n3\nANSI_936\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n']
  let length = 0
  let rooms = 0
  const add = (text: string): void => {
    parts.push(text)
    length += text.length
  }
  const line = (layer: string, x0: number, y0: number, x1: number, y1: number): void =>
    add(`  0\nLINE\n  5\n1A2B\n330\n1F\n100\nAcDbEntity\n  8\n${layer}\n100\nAcDbLine\n 10\n${x0}.0\n 20\n${y0}.0\n 30\n0.0\n 11\n${x1}.0\n 21\n${y1}.0\n 31\n0.0\n`)
  for (let floor = 0; length < size; floor += 1) {
    const y0 = floor * 30_000
    for (let at = 0; at < 40; at += 1) {
      const [x, y] = [(at % 20) * 3840, y0 + (at < 20 ? 0 : 8000)]
      line('WALL', x, y, x, y + 6000)
      line('WALL', x, y + 6000, x + 3600, y + 6000)
      line('WALL', x + 3600, y + 6000, x + 3600, y)
      line('WALL', x, y, x + 600, y)
      line('WALL', x + 1500, y, x + 3600, y)
      add(`  0\nARC\n  8\nDOOR\n 10\n${x + 600}.0\n 20\n${y}.0\n 40\n900.0\n 50\n0.0\n 51\n90.0\n  0\nTEXT\n  8\nNAME\n 10\n${x + 1000}.0\n 20\n${y + 3000}.0\n 40\n300.0\n  1\n办公室\n`)
      rooms += 1
      for (let desk = 0; desk < 150; desk += 1) line('FURNITURE', x + 200 + desk * 20, y + 400, x + 210 + desk * 20, y + 5200)
    }
    add(`  0\nTEXT\n  8\nTITLE\n 10\n30000.0\n 20\n${y0 - 4000}.0\n 40\n1000.0\n  1\n${floor + 1}层平面图\n`)
  }
  parts.push('0\nENDSEC\n0\nEOF\n')
  return { file: new TextEncoder().encode(parts.join('')), rooms }
}
