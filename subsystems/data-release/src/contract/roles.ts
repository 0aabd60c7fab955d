// Who agrees that data leaves the house.
import { defineRole } from '@houqin/define'

/** Of an organ, with those below it: agrees to exports its people ask for (数据安全员, usually the office's chief). */
export const officer = defineRole('data-release.officer', { title: '数据安全员', reach: 'organ' })
