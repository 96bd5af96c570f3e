import path from 'node:path'
import { loadReport } from '../../../main/library/report'

/** The bundled report as main reads it: once for all libraries that tests open. */
export const bundledReport = loadReport(path.join(__dirname, '../../../assets'))
