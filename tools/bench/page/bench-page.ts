/** Stands in the page before its own scripts, for what the benchmark does and measures there. */
import * as measures from './measures'
import { BenchText } from './peers'

const bench = { ...measures, BenchText }

export type Bench = typeof bench

Object.defineProperty(globalThis, 'bench', { value: bench })
