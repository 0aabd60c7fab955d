// Positions in COPY's binary form 二进制行: fifteen fields after their lengths, written once into one piece of memory, and nothing for the database to parse.
import type { ReceivedPosition } from '@houqin/gateway'

/** The columns in the order the rows have them. */
export const columns = 'vehicle, at, digest, received_at, latitude, longitude, altitude, speed, direction, alarms, status, mileage, fuel, quality, extra'

const fields = 15
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
/** A row without its extra: how many fields, the length of each, and a uuid, five of eight bytes, eight of four, one of two. */
const plainRow = 2 + fields * 4 + 16 + 5 * 8 + 7 * 4 + 2
const trailer = 2
const epochMs = Date.UTC(2000, 0, 1)
const word = 2 ** 32

/** What the database would have said to a number that does not fit its column: so a batch is halved until the row stands alone. */
class OutOfRange extends RangeError {
  readonly code = '22003'
}

/** All of them for `copy … from stdin (format binary)`. @throws RangeError with the code 22003 for a number that no column takes. */
export function copyRows(positions: readonly ReceivedPosition[]): Buffer {
  const extras = positions.map(({ extra }) => (extra === null ? undefined : Buffer.from(JSON.stringify(extra))))
  const to = new Rows(signature.length + positions.length * plainRow + extras.reduce((sum, extra) => sum + (extra === undefined ? 0 : extra.length + 1), 0) + trailer)
  to.bytes(signature)
  for (const [nth, p] of positions.entries()) {
    to.small(fields)
    to.uuid(p.vehicle)
    to.moment(p.at)
    to.int(p.digest)
    to.moment(p.receivedAt)
    to.int(micro(p.latitude))
    to.int(micro(p.longitude))
    to.int(p.altitude)
    to.int(p.speed)
    to.int(p.direction)
    to.long(p.alarms)
    to.long(p.status)
    to.long(p.mileage)
    to.int(p.fuel)
    to.short(p.quality)
    to.json(extras[nth])
  }
  to.small(-1)
  return to.written()
}
const micro = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 1e6))

const hyphen = 0x2d
/** Of a hexadecimal digit's code. */
const nibble = (code: number): number => (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57)

class Rows {
  readonly #bytes: Buffer
  #at = 0

  constructor(length: number) {
    this.#bytes = Buffer.allocUnsafeSlow(length)
  }
  /** Null takes no more than its length. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }
  bytes(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
  }
  small(value: number): void {
    this.#bytes[this.#at] = value >> 8
    this.#bytes[this.#at + 1] = value
    this.#at += 2
  }
  #word(value: number): void {
    const at = this.#at
    this.#bytes[at] = value >>> 24
    this.#bytes[at + 1] = value >>> 16
    this.#bytes[at + 2] = value >>> 8
    this.#bytes[at + 3] = value
    this.#at = at + 4
  }
  #eight(value: number): void {
    this.#word(8)
    this.#word(Math.floor(value / word))
    this.#word(value >>> 0)
  }
  short(value: number): void {
    if ((value << 16) >> 16 !== value) throw new OutOfRange(`${value} is out of range`)
    this.#word(2)
    this.small(value)
  }
  int(value: number | null): void {
    if (value === null) return this.#word(-1)
    if ((value | 0) !== value) throw new OutOfRange(`${value} is out of range`)
    this.#word(4)
    this.#word(value)
  }
  long(value: number | null): void {
    if (value === null) return this.#word(-1)
    if (!Number.isSafeInteger(value)) throw new OutOfRange(`${value} is out of range`)
    this.#eight(value)
  }
  /** Microseconds since the year 2000. */
  moment(value: Date): void {
    const since = (value.getTime() - epochMs) * 1000
    if (!Number.isSafeInteger(since)) throw new OutOfRange('the moment is out of range')
    this.#eight(since)
  }
  uuid(value: string): void {
    this.#word(16)
    for (let from = 0; from < value.length; from += 2) {
      if (value.charCodeAt(from) === hyphen) from += 1
      this.#bytes[this.#at] = (nibble(value.charCodeAt(from)) << 4) | nibble(value.charCodeAt(from + 1))
      this.#at += 1
    }
  }
  json(value: Buffer | undefined): void {
    if (value === undefined) return this.#word(-1)
    this.#word(value.length + 1)
    this.#bytes[this.#at] = 1
    this.#at += 1
    this.bytes(value)
  }
}
