import { OpenDocument } from '../../../core/publication/open-document'
import { figureList } from '../../unit/support/figures'
import { publication } from '../../unit/support/report'

/** The report as the app gives it to its page. */
export const report = new OpenDocument({ ...publication, figures: figureList })
