// 拒收: why a ledger cannot be read, in a sentence that says what to do with it.
import { Problem, say } from '@houqin/problem'
import { sheetLimits } from './limits.ts'

const another = (zh: string, en: string): Problem => new Problem('unsupported-media', say(zh, en))
const large = (zh: string, en: string): Problem => new Problem('too-large', say(zh, en))
const mega = (bytes: number): number => Math.round(bytes / 2 ** 20)

export const refusals = Object.freeze({
  oldExcel: () => another(
    '这是旧版 Excel 或 WPS 的文件（.xls、.et），这里读不了。请用 Excel 或 WPS 打开它，“另存为”选“Excel 工作簿（*.xlsx）”，再上传。',
    'This is a file of old Excel or WPS (.xls, .et), which cannot be read here. Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)”, and send that.',
  ),
  locked: () => another(
    '这个 Excel 文件加了打开密码，读不了。请去掉密码后另存一份再上传。', 'This workbook is locked with a password. Save a copy without it and send that.',
  ),
  web: () => another(
    '这个文件名叫 Excel，内容其实是网页或 XML 表格（有些系统这样导出）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再上传。',
    'This file is called Excel but holds a web page or an XML table, as some systems export. Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)”, and send that.',
  ),
  binary: () => another(
    '这是 .xlsb 或其他格式的表格，这里只读 .xlsx 和 .csv。请另存为“Excel 工作簿（*.xlsx）”再上传。',
    'This is a workbook of another format (.xlsb, .ods); only .xlsx and .csv are read here. Save it as “Excel Workbook (*.xlsx)” and send that.',
  ),
  macros: () => another('这个文件带宏，不收。请另存为不带宏的“Excel 工作簿（*.xlsx）”再上传。', 'This workbook holds macros and is not taken. Save it as a workbook without macros (*.xlsx) and send that.'),
  unknown: () => another('认不出这个文件，这里只读 Excel（.xlsx）和 CSV。请确认选对了文件。', 'This file is not known; only Excel (.xlsx) and CSV are read here. Make sure it is the right one.'),
  damaged: (cause?: unknown) => new Problem('unsupported-media', say(
    '这个文件已损坏或不完整，读不下去。请在 Excel 或 WPS 里打开确认，另存一份再上传。', 'The file is damaged or cut short. Open it in Excel or WPS to make sure, save a copy, and send that.',
  ), { cause }),
  empty: () => another('文件里没有内容。请确认选对了文件和工作表。', 'There is nothing in the file. Make sure it is the right file and sheet.'),
  fileTooLarge: () => large(
    `文件超过 ${mega(sheetLimits.fileBytes)} MB。请删去图片和用不到的工作表，或分成几份上传。`,
    `The file is larger than ${mega(sheetLimits.fileBytes)} MB. Take out pictures and sheets that are not needed, or send it in parts.`,
  ),
  unpacksTooLarge: () => large(
    `文件解压后超过 ${mega(sheetLimits.unpackedBytes)} MB，不像正常的台账，不读。请把需要的内容复制到一个新工作簿再上传。`,
    `Unpacked, the file would be larger than ${mega(sheetLimits.unpackedBytes)} MB, which no ledger is; it is not read. Copy what is needed into a new workbook and send that.`,
  ),
  bomb: () => large(
    '文件压缩得异常紧，解压后会撑满服务器，不读。请把需要的内容复制到一个新工作簿再上传。',
    'The file is packed so tightly that it would fill the server; it is not read. Copy what is needed into a new workbook and send that.',
  ),
  tooManyParts: () => large('文件里的部件太多，不像正常的台账。请把需要的内容复制到一个新工作簿再上传。', 'The file has too many parts for a ledger. Copy what is needed into a new workbook and send that.'),
  tooManyColumns: (column: number) => large(
    `第 ${column} 列还有内容，最多读 ${sheetLimits.columns} 列。请删去用不到的列（也看看最右边有没有误填的内容）再上传。`,
    `There is something in column ${column}; at most ${sheetLimits.columns} are read. Delete those that are not needed, and look far to the right for what was typed by mistake.`,
  ),
  tooManyRows: () => large(
    `表里超过 ${sheetLimits.rows} 行。请分成几份上传。`, `The sheet has more than ${sheetLimits.rows} rows. Send it in parts.`,
  ),
  tooManyTexts: () => large('表里的文字太多，一次读不下。请分成几份上传。', 'The workbook holds more text than can be read at once. Send it in parts.'),
  tooManyMerged: () => large(
    `合并单元格超过 ${sheetLimits.mergedCells} 处。请取消合并、填满后再上传。`, `There are more than ${sheetLimits.mergedCells} merged areas. Unmerge them, fill them in, and send again.`,
  ),
  longRecord: () => large('CSV 里有一行特别长，多半是引号没有成对。请检查引号，或用 Excel 打开后另存为 .xlsx。', 'A line of the CSV is far too long, most likely for want of a closing quote. Check the quotes, or open it in Excel and save it as .xlsx.'),
  noSheet: (name: string) => new Problem('bad-request', say(`没有名为“${name.slice(0, 60)}”的工作表。`, `There is no sheet “${name.slice(0, 60)}”.`)),
})
