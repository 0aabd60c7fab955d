// Vehicle video and alarm attachments over 808 车载视频与附件: JT/T 1078 signalling, and the file lists of 苏标 and 粤标.
import { Reader } from './cursor.ts'
import { list, raw, struct, text, textBy, time, u16, u32, u8 } from './layout.ts'
import type { Part, ValueOf } from './layout.ts'
import { alarmMark, mark30, mark7 } from './safety.ts'

const file = struct({ name: textBy(u8), size: u32 })
const listed = { platformAlarm: text(32), type: u8, files: list(u8, file) } as const
const short = struct({ terminalId: text(7), mark: mark7, ...listed })
const wide = struct({ terminalId: text(30), mark: mark30, ...listed })
const markOnly = struct({ mark: alarmMark(30, 0), ...listed })
const forms = { short, wide, markOnly } as const
type FileList = Omit<ValueOf<typeof short>, 'terminalId'> & { readonly terminalId?: string | undefined; readonly form: keyof typeof forms }

/** The file list names the terminal in 7 bytes, in 30, or inside the alarm's mark alone; whichever ends where the body ends. */
const attachments: Part<FileList> = {
  read(from) {
    const fits = (Object.keys(forms) as (keyof typeof forms)[]).find((form) => {
      const trial = new Reader(from.bytes.subarray(from.at), from.edition)
      forms[form].read(trial)
      return !trial.ranOut() && trial.left() === 0
    })
    const form = fits ?? 'short'
    return { form, ...forms[form].read(from) }
  },
  write: (to, { form, terminalId = '', ...value }) => (form === 'markOnly' ? markOnly.write(to, value) : forms[form].write(to, { terminalId, ...value })),
}
const fileDone = struct({ name: textBy(u8), type: u8, size: u32 })
const recordings = struct({ channel: u8, start: time, end: time, alarms: raw(8), media: u8, stream: u8, storage: u8, size: u32 })

export const videoUplink = Object.freeze({
  0x1003: struct({
    audioFormat: u8, audioChannels: u8, audioRate: u8, audioBits: u8, audioFrame: u16, audioOut: u8, videoFormat: u8, maxAudio: u8, maxVideo: u8,
  }),
  0x1005: struct({ start: time, end: time, on: u16, off: u16 }),
  0x1205: struct({ serial: u16, recordings: list(u32, recordings) }),
  0x1206: struct({ serial: u16, result: u8 }),
  0x1210: attachments,
  0x1211: fileDone,
  0x1212: fileDone,
})

const span = { start: time, end: time } as const
const server = { ip: textBy(u8), tcpPort: u16, udpPort: u16 } as const
export const videoDownlink = Object.freeze({
  0x9003: struct({}),
  0x9101: struct({ ...server, channel: u8, media: u8, stream: u8 }),
  0x9102: struct({ channel: u8, command: u8, closeType: u8, stream: u8 }),
  0x9105: struct({ channel: u8, lost: u8 }),
  0x9201: struct({ ...server, channel: u8, media: u8, stream: u8, storage: u8, mode: u8, speed: u8, ...span }),
  0x9202: struct({ channel: u8, command: u8, speed: u8, seek: time }),
  0x9205: struct({ channel: u8, ...span, alarms: raw(8), media: u8, stream: u8, storage: u8 }),
  0x9206: struct({
    ip: textBy(u8), port: u16, user: textBy(u8), password: textBy(u8), path: textBy(u8), channel: u8, ...span, alarms: raw(8), media: u8, stream: u8,
    storage: u8, condition: u8,
  }),
  0x9207: struct({ serial: u16, command: u8 }),
  0x9208: struct({ ...server, mark: mark7, platformAlarm: text(32), reserved: raw(16) }),
  0x9212: struct({ name: textBy(u8), type: u8, result: u8, missing: list(u8, struct({ offset: u32, length: u32 })) }),
  0x9301: struct({ channel: u8, direction: u8, speed: u8 }),
  0x9302: struct({ channel: u8, value: u8 }),
  0x9303: struct({ channel: u8, value: u8 }),
  0x9304: struct({ channel: u8, value: u8 }),
  0x9305: struct({ channel: u8, value: u8 }),
  0x9306: struct({ channel: u8, value: u8 }),
})
