// 上限: how large a ledger may be before it is refused in words, whatever it claims to be.
const mega = 2 ** 20

export const sheetLimits = Object.freeze({
  /** Bytes of the file as it is sent. */
  fileBytes: 50 * mega,
  /** Parts in the zip archive. */
  parts: 2_000,
  /** Bytes of all parts once unpacked. */
  unpackedBytes: 600 * mega,
  /** Unpacked bytes for one packed byte, of parts larger than `ratioFrom`: text packs to a fiftieth, a bomb to a thousandth. */
  ratio: 250,
  ratioFrom: 20 * mega,
  /** Texts of a workbook, and their characters in all: they stay in memory. */
  texts: 2_000_000,
  textCharacters: 80_000_000,
  /** Characters of one cell, as Excel has it. */
  cellCharacters: 32_767,
  columns: 200,
  rows: 200_000,
  mergedCells: 50_000,
  sheets: 200,
})
