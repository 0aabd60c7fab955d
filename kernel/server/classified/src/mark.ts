// The marks 绝密、机密、秘密: as a word of a name or a property, or as they stand at the head of a page with their star.
import { Problem, say } from '@houqin/problem'

const marks = ['绝密', '机密', '秘密'] as const
export type Mark = (typeof marks)[number]
export interface Found {
  readonly mark: Mark
  readonly where: 'name' | 'properties' | 'text'
}

/** 商业秘密、个人秘密、工作秘密、通信秘密、保守秘密 and the like are words of a law, not marks. */
const inWords = /(?<!商业|个人|工作|通信|国家|保守|技术)(绝密|机密|秘密)(?!书|会议室|柜|局)/

/** In a file's name or a property. */
export function markInName(text: string): Mark | undefined {
  return markOf(inWords.exec(text.normalize('NFKC'))?.[1])
}
/** In what is read from the beginning of a paper: `机密★10年`, or the word alone on its line. */
export function markAtHead(text: string): Mark | undefined {
  const head = text.normalize('NFKC').slice(0, 2000)
  return markOf(/(绝密|机密|秘密)\s*[★☆*]/.exec(head)?.[1] ?? /^\s*(绝密|机密|秘密)\s*$/m.exec(head.slice(0, 300))?.[1])
}
function markOf(found: string | undefined): Mark | undefined {
  return marks.find((mark) => mark === found)
}

/** @throws nothing: the problem to throw. The name of the file is not repeated: it may be secret itself. */
export function refuseClassified({ mark, where }: Found): Problem {
  const place = { name: say('文件名', 'its name'), properties: say('文件属性', 'its properties'), text: say('文件开头', 'its first lines') }[where]
  return new Problem('unsupported-media', say(
    `${place.zh}里有“${mark}”字样：本系统不得处理涉密信息，没有收下这个文件，本次上传已记录。涉密文件请按保密规定办理；确非涉密的，请更正后再上传。`,
    `${place.en} bears the mark ${mark}: classified information may not be handled in this system. The file was not taken and the attempt is recorded. If it is not classified, correct the mark and send it again.`,
  ))
}
