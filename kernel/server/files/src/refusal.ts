// 拒收: why a file is not taken, in a sentence for whoever sent it.
import { Problem, say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { takenExtensions } from './file-name.ts'

const enList = takenExtensions.replaceAll('、', ', ')

export const refusals = Object.freeze({
  empty: () => new Problem('unsupported-media', say('文件是空的：请重新选择文件。', 'The file is empty: choose it again.')),
  cutShort: () => new Problem('bad-request', say('文件没有传完：请检查网络后重传。', 'The upload was cut short: check the network and send it again.')),
  tooLarge: (maxBytes: number) => new Problem('too-large', say(
    `文件超过 ${megabytes(maxBytes)} MB：请压缩或分开上传。`,
    `The file is larger than ${megabytes(maxBytes)} MB: compress it or send it in parts.`,
  )),
  unknown: () => new Problem('unsupported-media', say(
    `认不出这个文件的内容：可以上传 ${takenExtensions}（不含宏）。`,
    `The content of this file is not known here: send ${enList} (without macros).`,
  )),
  notTaken: (type: string) => new Problem('unsupported-media', say(
    `这里不收 ${type} 文件：请换一种格式。`, `Files of type ${type} are not taken here: send another format.`,
  )),
  otherThanSaid: (type: string, said: string) => new Problem('unsupported-media', say(
    `文件内容是 ${type}，却标作 ${said}：请用原来的格式上传，不要改文件后缀。`,
    `The content is ${type} but it is called ${said}: send it in its own format, without changing its extension.`,
  )),
  damaged: (type: string) => new Problem('unsupported-media', say(
    `文件已损坏或不完整（${type}）：请在手机或电脑上打开确认，再重新上传。`,
    `The file is damaged or incomplete (${type}): open it on your device to make sure, then send it again.`,
  )),
  tooManyPixels: (width: number, height: number) => new Problem('too-large', say(
    `图片尺寸 ${width}×${height} 过大：请缩小后上传。`, `The picture is ${width}×${height} pixels, which is too large: make it smaller.`,
  )),
  tooLong: (maxSeconds: number) => new Problem('too-large', say(
    `视频超过 ${maxSeconds} 秒：请剪短后上传。`, `The film is longer than ${maxSeconds} seconds: cut it shorter.`,
  )),
  notYours: say(
    '这个附件不是您上传的，或没有上传成功、已被清理，请重新上传', 'this file was not uploaded by you, or was never uploaded or has been swept away: upload it again',
  ),
  unclaimable: (issues: readonly FieldIssue[]) => new Problem('bad-input', say(
    `有 ${issues.length} 个附件不能使用：不是您上传的，或没有上传成功、已被清理。请重新上传后再提交。`,
    `${issues.length} of the files cannot be used: not uploaded by you, never uploaded, or swept away. Upload them again, then send.`,
  ), { issues }),
  unpacksTooLarge: () => new Problem('too-large', say('文件解压后过大：请拆分后上传。', 'The file is too large once unpacked: split it.')),
})

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 2 ** 20 * 10) / 10)
}
