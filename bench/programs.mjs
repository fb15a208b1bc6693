// The programs that are compared: how each is called on its site, and what must be removed before it is called again.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Measuring, clean, progress } from './measuring.mjs'
import { Report } from './report.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const eleventy = path.join(here, 'node_modules/@11ty/eleventy')
const sources = {
  framewright: ['site.toml', 'content', 'templates', 'static'],
  hugo: ['config.toml', 'content', 'layouts'],
  eleventy: ['eleventy.config.mjs', 'content', '_includes'],
}
const output = { hugo: 'public', eleventy: '_site' }

// The day of every build, so that nothing is overdue on another.
const date = ['--date', '2026-10-31']

// Nothing when there is no such program.
const first_line = (program, ...options) => spawnSync(program, options, { encoding: 'utf8' }).stdout?.split('\n')[0].trim() ?? ''

export class Bench {
  report = new Report()

  constructor(values, folder) {
    this.values = values
    this.folder = folder
    const build = path.resolve(values.build)
    this.program = path.join(build, 'src/framewright')
    this.tool = name => path.join(build, 'bench', name)
    this.threads = String(values.threads)
    this.measuring = new Measuring({ measure: this.tool('measure'), log: path.join(folder, 'log') })
    this.has_timings = execFileSync(this.program, ['build', '--help'], { encoding: 'utf8' }).includes('--timings')
  }

  in_turn(cases) { return this.measuring.in_turn(cases, this.values.runs) }

  corpus(kind, count) {
    const folder = path.join(this.folder, `${kind}-${count}`)
    rmSync(folder, { recursive: true, force: true })
    progress(`make ${count} ${kind}`)
    execFileSync(process.execPath, [path.join(here, 'corpus.mjs'), kind, folder, String(count)], { stdio: ['ignore', 'inherit', 'inherit'] })
    progress('')
    return folder
  }

  remove(folder) { rmSync(folder, { recursive: true, force: true }) }

  options() { return [...date, '--threads', this.threads] }

  // A build of a site into its own folder: cold, with all of an earlier build taken away first, unless `again`.
  framewright(name, site, { again = false, ...more } = {}) {
    return {
      name, command: [this.program, 'build', '--site', site, ...this.options()], output: path.join(site, 'public'),
      before: again ? undefined : () => clean(site, sources.framewright),
      check: written => {
        if (!written.includes(': no findings')) throw new Error(`${site} has findings:\n${written.slice(0, 2000)}`)
      },
      ...more,
    }
  }

  other(kind, folder, more = {}) {
    const site = path.join(folder, kind)
    const command = kind === 'hugo' ? ['hugo', '--quiet'] : [process.execPath, path.join(eleventy, 'cmd.cjs'), '--quiet']
    // Both collect their garbage harder when memory is nearly full; Node.js would else end at a limit of its own.
    const memory = Math.floor(0.8 * os.freemem() / 2 ** 20)
    const env = kind === 'hugo' ? { GOMAXPROCS: this.threads, GOMEMLIMIT: `${memory}MiB` } : { NODE_OPTIONS: `--max-old-space-size=${memory}` }
    return {
      name: kind === 'hugo' ? 'Hugo' : 'Eleventy', command, cwd: site, env, may_fail: true, output: path.join(site, output[kind]),
      before: () => clean(site, sources[kind]), ...more,
    }
  }

  limit(folder, more = {}) {
    const to = path.join(folder, 'limit')
    return {
      name: 'Limit', command: [this.tool('limit'), 'convert', this.threads, path.join(folder, 'framewright/content'), to],
      output: to, before: () => this.remove(to), ...more,
    }
  }

  copy(name, from) {
    const to = `${from}.copy`
    return { name, command: ['cp', '-r', from, to], before: () => this.remove(to), after: () => this.remove(to) }
  }

  // Changes a page as an editor does: a new file takes the place of the old one.
  change(page) {
    writeFileSync(`${page}.new`, `${readFileSync(page, 'utf8')}\nOne more sentence is added here.\n`)
    renameSync(`${page}.new`, page)
  }

  // What `build --timings` says of a cold build, where the program has that option.
  add_timings(title, site) {
    if (!this.has_timings) return
    clean(site, sources.framewright)
    const told = spawnSync(this.program, ['build', '--timings', '--site', site, ...this.options()], { encoding: 'utf8' })
    if (told.status === 0 && told.stderr.trim()) this.report.add({ title, text: told.stderr.trimEnd() })
  }

  is_in_memory(folder) {
    mkdirSync(folder, { recursive: true })
    return /^(tmpfs|ramfs)$/.test(first_line('stat', '-f', '-c', '%T', folder))
  }

  // Says so when others work on the machine, as the figures would be of both.
  busy() {
    const [load] = os.loadavg()
    return load < 0.5 ? '' : ` Other work was running beside it (load ${load.toFixed(1)} at the start).`
  }

  machine() {
    const commit = first_line('git', '-C', here, 'describe', '--always', '--dirty')
    const hugo = first_line('hugo', 'version').match(/v([0-9.]+)/)?.[1] ?? '(none)'
    const manifest = path.join(eleventy, 'package.json')
    const version = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : '(none)'
    return this.described ??= `Measured on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} processors (${os.cpus()[0].model.trim()}), ` +
      `${Math.round(os.totalmem() / 2 ** 30)} GiB of memory, ${os.type()} ${os.release().split('-')[0]}, ` +
      `sites ${this.is_in_memory(this.folder) ? 'in memory' : 'on a disk'}, ${this.threads} threads. ` +
      `${first_line(this.program, '--version')}${commit ? ` (${commit})` : ''}, Hugo ${hugo}, Eleventy ${version} on Node.js ` +
      `${process.version}, ${first_line(this.tool('limit'), 'version')}.${this.busy()}`
  }
}
