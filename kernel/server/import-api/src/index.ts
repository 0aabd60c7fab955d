// The routes of imports 导入的接口: ledgers, files for the rows of a register, lines of a form.
export { fileImportRoutes } from './file-routes.ts'
export { lineImportRoutes } from './line-routes.ts'
export { importRoutes } from './routes.ts'
