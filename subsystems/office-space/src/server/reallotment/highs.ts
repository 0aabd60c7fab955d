// HiGHS 求解器: programs in whole numbers solved exactly, as WebAssembly in this thread, which it holds until it is done.
import highsModule from 'highs'
import type { Solver } from '../../contract/reallotment/solve.ts'

// its types are written for CommonJS, where the loader lies a level deeper than Node finds it
const load = highsModule as unknown as typeof highsModule.default

export async function highsSolver(): Promise<Solver> {
  const highs = await load()
  return (text, seconds) => {
    const { Status: status, Columns: columns } = highs.solve(text, { time_limit: seconds, mip_rel_gap: 0, output_flag: false })
    if (status !== 'Optimal' && status !== 'Time limit reached') return undefined
    return {
      proven: status === 'Optimal',
      valueOf(name) {
        const column = columns[name]
        return column && 'Primal' in column ? Number(column.Primal) : 0
      },
    }
  }
}
