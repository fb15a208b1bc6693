// Runs commands in turn and gathers what each took.
import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, rmSync, openSync, closeSync, mkdirSync } from 'node:fs'
import path from 'node:path'

export class Measuring {
  constructor({ measure, log }) {
    this.measure = measure
    this.log = log
    mkdirSync(path.dirname(log), { recursive: true })
  }

  // Seconds, seconds of all processors, bytes at the peak; and what the command wrote. A command that fails ends the benchmark,
  // unless it may: then there is only its exit code.
  run({ command, cwd, env, may_fail }) {
    const file = openSync(this.log, 'w')
    const told = spawnSync(this.measure, command, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', file], encoding: 'utf8' })
    closeSync(file)
    const [wall, cpu, peak, code = 127] = (told.stdout || undefined)?.split(' ').map(Number) ?? []
    const written = readFileSync(this.log, 'utf8')
    if (code !== 0 && !may_fail) throw new Error(`${command.join(' ')} failed (${code}):\n${written.slice(-2000)}`)
    return { wall, cpu, peak, code, written }
  }

  // A B C A B C …: of each case its figures in the order of the cases. A case has `name`, `command` and may have `cwd`, `env`,
  // `before`, `after` (called each time, not counted), `check` (called with what it wrote), `runs` when it is run less often, with
  // `why_not` when that is never.
  in_turn(cases, runs) {
    const figures = cases.map(({ name, why_not }) => ({ name, why_not, all: [] }))
    for (let run = 0; run < runs; ++run)
      cases.forEach((each, index) => {
        if (run >= (each.runs ?? runs) || figures[index].failed) return
        progress(`${each.name}, run ${run + 1} of ${each.runs ?? runs}`)
        each.before?.()
        const figure = this.run(each)
        if (figure.code !== 0) figures[index].failed = figure.code
        else {
          each.check?.(figure.written)
          figures[index].all.push(figure)
        }
        each.after?.()
      })
    progress('')
    return figures.map(summary)
  }
}

export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b), middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

function summary({ name, all, failed, why_not }) {
  if (failed || all.length === 0) return { name, failed: failed ? `failed (${failed})` : why_not ?? 'not run' }
  const of = part => all.map(figure => figure[part])
  return {
    name, runs: all.length, wall: median(of('wall')), least: Math.min(...of('wall')), most: Math.max(...of('wall')),
    cpu: median(of('cpu')), peak: Math.max(...of('peak')),
  }
}

// Removes whatever is not a source from a site's folder, so that the next build finds nothing of an earlier one.
export function clean(folder, sources) {
  for (const name of readdirSync(folder)) if (!sources.includes(name)) rmSync(path.join(folder, name), { recursive: true })
}

export function* files_below(folder, at = '') {
  for (const entry of readdirSync(path.join(folder, at), { withFileTypes: true })) {
    const name = path.join(at, entry.name)
    if (entry.isDirectory()) yield* files_below(folder, name)
    else yield name
  }
}

// Files and bytes of a tree, those of an ending alone if there is one.
export function size_of(folder, ending = '') {
  let files = 0, bytes = 0
  for (const name of files_below(folder))
    if (name.endsWith(ending)) {
      ++files
      bytes += lstatSync(path.join(folder, name)).size
    }
  return { files, bytes }
}

// The files of a tree with what tells whether one was written again, and how many were between two such.
export function snapshot(folder) {
  const files = new Map()
  for (const name of files_below(folder)) {
    const { ino, mtimeNs } = lstatSync(path.join(folder, name), { bigint: true })
    files.set(name, `${ino} ${mtimeNs}`)
  }
  return files
}

export function written_between(before, after) {
  let count = 0
  for (const [name, mark] of after) if (before.get(name) !== mark) ++count
  return count
}
