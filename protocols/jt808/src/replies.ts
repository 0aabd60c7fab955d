// The reply table 应答对照: what the platform answers to each message of a terminal.

/**
 * `closes`: answers a command of the platform and gets no answer itself. `general`: 0x8001. `register`: 0x8100.
 * `media`: 0x8800. `file`: 0x9212. `time`: 0x8004. `parts`: sends the named packets of an earlier message again.
 */
export type Reply = 'closes' | 'general' | 'register' | 'media' | 'file' | 'time' | 'parts'

const closing = [0x0001, 0x0104, 0x0107, 0x0201, 0x0302, 0x0500, 0x0700, 0x0802, 0x0805, 0x1003, 0x1205, 0x1206]
const general = [
  0x0002, 0x0003, 0x0102, 0x0108, 0x0200, 0x0301, 0x0303, 0x0608, 0x0701, 0x0702, 0x0704, 0x0705, 0x0800, 0x0900, 0x0901, 0x0a00, 0x1005, 0x1210, 0x1211,
]
const table: ReadonlyMap<number, Reply> = new Map<number, Reply>([
  ...closing.map((id) => [id, 'closes'] as const),
  ...general.map((id) => [id, 'general'] as const),
  [0x0100, 'register'], [0x0801, 'media'], [0x1212, 'file'], [0x0004, 'time'], [0x0005, 'parts'],
])

/** What a message of a terminal is answered with; undefined for a number the table does not have: that is unsupported (0x8001 result 3). */
export function replyTo(id: number): Reply | undefined {
  return table.get(id)
}

/** Which messages of a terminal answer which command; any other command is answered by 0x0001. */
const answers: ReadonlyMap<number, readonly number[]> = new Map([
  [0x8104, [0x0104]], [0x8106, [0x0104]], [0x8107, [0x0107]], [0x8201, [0x0201]], [0x8302, [0x0302]], [0x8500, [0x0500]], [0x8608, [0x0608]],
  [0x8700, [0x0700]], [0x8702, [0x0702]], [0x8801, [0x0805]], [0x8802, [0x0802]], [0x9003, [0x1003]], [0x9201, [0x1205]], [0x9205, [0x1205]],
  [0x9206, [0x1206]],
])
/** True when a terminal's message is the answer proper to a command, not only the word that it arrived. */
export function answersCommand(command: number, message: number): boolean {
  return (answers.get(command) ?? [0x0001]).includes(message)
}
/** True when more than the general answer is to come. */
export function awaitsMore(command: number): boolean {
  return answers.has(command)
}
/** What a terminal's general answer says. */
export const resultWords = Object.freeze(['ok', 'failed', 'wrong', 'unsupported'] as const)
