// How readers come by the pages of the example site who enlarge them, use the keyboard, other colours or a screen reader,
// have no scripts, or print them.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openBrowser, publish, root, serve, temporaryFolder } from './published.mjs'

const chapter = 'framework/vision-and-purpose/'
const kinds = ['', chapter, 'framework/whole/', 'standards/S1/', 'strategies/family-help/', 'services/short-breaks/', 'glossary/', 'register/', 'register/C-0001/', 'search/?q=care', 'golden-thread/', 'coverage/', 'governance/', 'accessibility/', 'cookies/']

// A page with what pages rarely hold: parts that can be opened, and words and code that do not break.
function oddSite() {
  const folder = temporaryFolder()
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  write('site.toml', 'title = "Odd"\n[markdown]\nraw_html = true\n')
  write('content/index.md', '+++\ntitle = "Home"\n+++\n\nWelcome.\n')
  const wide = Array.from({ length: 12 }, (_, i) => `Column number ${i}`)
  const table = [wide, wide.map(() => '---'), ...Array.from({ length: 90 }, (_, i) => wide.map((_, j) => `r${i}c${j}`))].map((row) => `| ${row.join(' | ')} |`).join('\n')
  write('content/odd.md', `+++\ntitle = "${'Antidisestablishment'.repeat(6)}"\n+++\n\n<details><summary>More</summary><p>What is folded away.</p></details>\n\n` +
    `\`${'code_'.repeat(60)}\`\n\n\`\`\`\n${'wide code '.repeat(40)}\n\`\`\`\n\n[A law](https://www.legislation.gov.uk/)\n\n${table}\n`)
  return publish(folder)
}

let browser, site, odd
before(async () => {
  site = await serve(publish(root))
  odd = await serve(oddSite())
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  site?.close()
  odd?.close()
})

async function within(options, look) {
  const context = await browser.newContext(options)
  try {
    return await look(await context.newPage())
  } finally {
    await context.close()
  }
}
// Follows the focus from one Tab to the next, at most so far, until `reached`; what it passes, in words.
async function tab(page, reached, far = 80) {
  const passed = []
  for (let i = 0; i < far; ++i) {
    await page.keyboard.press('Tab')
    passed.push(await page.evaluate(() => {
      const at = document.activeElement
      return at.labels?.[0]?.textContent.trim() || at.ariaLabel || at.textContent.trim().replace(/\s+/g, ' ')
    }))
    if (reached(passed.at(-1))) return passed
  }
  assert.fail(`the keyboard passes ${passed.join('; ')}`)
}
const focusRing = (page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement)
    const { top, bottom, left, right } = document.activeElement.getBoundingClientRect()
    return { outlineStyle, width: parseFloat(outlineWidth), outlineColor, inView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth }
  })

// 1280 by 1024 px, four times enlarged.
const enlarged = { viewport: { width: 320, height: 256 } }

test('enlarged four times nothing scrolls sideways, and what has the focus is in view', async () => {
  await within(enlarged, async (page) => {
    for (const address of kinds) {
      await page.goto(site.address + address)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= 320, `${address} is ${wide} px wide`)
    }
    await page.goto(odd.address + 'odd/')
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320)
    await page.goto(site.address + chapter)
    for (let i = 0; i < 30; ++i) {
      await page.keyboard.press('Tab')
      assert.ok((await focusRing(page)).inView, `stop ${i + 1} of the keyboard is out of view`)
    }
  })
})

test('the keyboard goes from the head through the menu and the contents to the text, wide and enlarged', async () => {
  await within({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(site.address + chapter)
    const passed = await tab(page, (words) => words === 'Framework')
    assert.equal(passed[0], 'Skip to main content')
    assert.ok(passed.includes('Search'))
    assert.ok(!passed.includes('Menu'))
    const first = await page.locator('.contents a').first().textContent()
    await tab(page, (words) => words === first.trim())
    await page.keyboard.press('Enter')
    assert.equal(new URL(page.url()).hash, await page.locator('.contents a').first().getAttribute('href'))
  })
  await within(enlarged, async (page) => {
    await page.goto(site.address + chapter)
    await tab(page, (words) => words === 'Menu')
    assert.ok(!(await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Standards' }).isVisible()))
    await page.keyboard.press('Enter')
    await tab(page, (words) => words === 'Standards')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/standards/')
  })
})

test('enlarged four times the search and the filter of the register work by keyboard', async () => {
  await within(enlarged, async (page) => {
    await page.goto(site.address)
    await tab(page, (words) => words === 'Search this site')
    await page.keyboard.type('short breaks')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search/?q=short+breaks')
    await page.getByText('Results found').waitFor()
    await page.goto(site.address + 'register/')
    await tab(page, (words) => words === 'Title, supplier or reference', 120)
    await page.keyboard.type('early')
    await page.keyboard.press('Enter')
    await page.locator('#filter-status').filter({ hasText: 'found' }).waitFor()
    await tab(page, (words) => words === 'Value')
    await page.keyboard.press('Space')
    await page.waitForFunction(() => document.querySelector('#filter-results th[aria-sort="ascending"]'))
    assert.ok((await focusRing(page)).inView)
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320)
  })
})

const schemes = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['more contrast', { colorScheme: 'light', contrast: 'more' }],
  ['more contrast in the dark', { colorScheme: 'dark', contrast: 'more' }],
  ['forced colours', { forcedColors: 'active' }],
  ['forced colours in the dark', { forcedColors: 'active', colorScheme: 'dark' }]
]
// WCAG 2.2, relative luminance and contrast of two colours as computed styles give them.
const contrast = (one, other) => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
// The colour on which an element stands.
const groundOf = (element) => {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/^rgba.*, 0\)$/.test(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}

for (const [name, options] of schemes)
  test(`what has the focus is seen to have it: ${name}`, async () => {
    await within({ viewport: { width: 1280, height: 900 }, ...options }, async (page) => {
      for (const address of [chapter, 'register/']) {
        await page.goto(site.address + address)
        for (let i = 0; i < 28; ++i) {
          await page.keyboard.press('Tab')
          const ring = await focusRing(page)
          const place = `${address}, stop ${i + 1}: ${JSON.stringify(ring)}`
          assert.ok(ring.outlineStyle !== 'none' && ring.width >= 2 && ring.inView, place)
          const ground = await page.evaluate(`(${groundOf})(document.activeElement)`)
          assert.ok(contrast(ring.outlineColor, ground) >= 3, `${place} on ${ground}`)
        }
      }
    })
  })

test('in forced colours charts, the current page and tags are told by what is left', async () => {
  await within({ viewport: { width: 1280, height: 900 }, forcedColors: 'active' }, async (page) => {
    await page.goto(site.address + 'golden-thread/')
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    for (const part of ['.chart text', '.chart rect'])
      assert.ok(contrast(await page.locator(part).first().evaluate((e) => getComputedStyle(e).fill), ground) >= 4.5, part)
    await page.goto(site.address + 'standards/')
    const current = page.locator('.main-navigation [aria-current]')
    const other = page.locator('.main-navigation a:not([aria-current])').first()
    const line = (link) => link.evaluate((e) => getComputedStyle(e).borderBottomColor)
    assert.ok(contrast(await line(current), ground) >= 3)
    assert.equal(await line(other), ground)
    await page.goto(site.address + 'register/C-0001/')
    assert.notEqual(await page.locator('.tag').first().evaluate((e) => getComputedStyle(e).borderTopStyle), 'none')
  })
})

test('who asks for more contrast gets it', async () => {
  const colours = (options) =>
    within(options, async (page) => {
      await page.goto(site.address + chapter)
      return page.evaluate(() => {
        const style = (selector, name) => getComputedStyle(document.querySelector(selector))[name]
        return { ground: style('body', 'backgroundColor'), text: style('body', 'color'), lead: style('.lead', 'color'), link: style('.text a', 'color'), line: style('.contents', 'borderLeftColor') }
      })
    })
  for (const colorScheme of ['light', 'dark']) {
    const viewport = { width: 1280, height: 900 }
    const [usual, more] = [await colours({ viewport, colorScheme }), await colours({ viewport, colorScheme, contrast: 'more' })]
    for (const part of ['lead', 'link', 'line']) {
      assert.ok(contrast(more[part], more.ground) > contrast(usual[part], usual.ground), `${part}, ${colorScheme}`)
      assert.ok(contrast(more[part], more.ground) >= 7, `${part}, ${colorScheme}`)
    }
  }
})

test('without scripts every kind of page reads and leads on', async () => {
  await within({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page) => {
    for (const address of kinds) {
      await page.goto(site.address + address)
      assert.equal(await page.locator('h1').count(), 1, address)
      assert.ok(await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Register' }).or(page.getByRole('navigation', { name: 'Main' }).getByRole('link').last()).isVisible(), address)
      assert.ok(await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibility' }).isVisible(), address)
    }
  })
})

test('the foot has the same links in the same order on every kind of page', async () => {
  await within({}, async (page) => {
    const feet = new Set()
    for (const address of kinds) {
      await page.goto(site.address + address)
      feet.add((await page.getByRole('navigation', { name: 'About this site' }).getByRole('link').allTextContents()).join(', '))
    }
    assert.deepEqual([...feet], ['Accessibility, Cookies, Privacy, Contact the commissioning team, Changes as a feed'])
  })
})

// Of the tree that a screen reader is given, from the DevTools protocol: what is not ignored, as role and name.
async function tree(page) {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  await client.detach()
  return nodes.filter((node) => !node.ignored).map((node) => ({ role: node.role?.value ?? '', name: node.name?.value ?? '', level: node.properties?.find(({ name }) => name === 'level')?.value.value }))
}
const named = ['link', 'button', 'searchbox', 'textbox', 'combobox', 'checkbox', 'region', 'navigation', 'search', 'image', 'heading', 'DisclosureTriangle', 'caption']

test('in the tree of each kind of page everything that must have a name has one', async () => {
  await within({ viewport: { width: 1280, height: 900 } }, async (page) => {
    for (const address of [...kinds, 'register/?q=early']) {
      await page.goto(site.address + address)
      if (address.includes('?q')) await page.getByText('found:').first().waitFor()
      const nodes = await tree(page)
      const count = (role) => nodes.filter((node) => node.role === role).length
      assert.deepEqual([count('banner'), count('main'), count('contentinfo')], [1, 1, 1], address)
      const nameless = nodes.filter(({ role, name }) => named.includes(role) && name.trim() === '' && role !== 'search' && role !== 'caption')
      assert.deepEqual(nameless, [], address)
      const landmarks = nodes.filter(({ role }) => ['region', 'navigation', 'search'].includes(role)).map(({ role, name }) => `${role}: ${name}`)
      assert.equal(new Set(landmarks).size, landmarks.length, `${address}: ${landmarks}`)
      const levels = nodes.filter(({ role }) => role === 'heading').map(({ level }) => level)
      assert.equal(levels.filter((level) => level === 1).length, 1, `${address}: ${levels}`)
      for (let i = 1; i < levels.length; ++i) assert.ok(levels[i] <= levels[i - 1] + 1, `${address}: ${levels}`)
    }
  })
})

// The width of a page of A4 within its margins, at 96 px an inch.
const paper = { width: Math.floor(((210 - 36) / 25.4) * 96), height: 1000 }

test('on paper nothing is cut off, heads of tables repeat, folded parts are open, and addresses follow their links', async () => {
  await within({ viewport: paper }, async (page) => {
    await page.emulateMedia({ media: 'print' })
    for (const address of [site.address + chapter, site.address + 'register/', site.address + 'register/C-0001/', site.address + 'framework/whole/', site.address + 'coverage/', odd.address + 'odd/']) {
      await page.goto(address)
      const cut = await page.evaluate((width) =>
        [...document.querySelectorAll('main *')]
          .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden') && (e.getBoundingClientRect().right > width + 1 || (getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1)))
          .map((e) => `${e.tagName}.${e.className}`).slice(0, 3), paper.width)
      assert.deepEqual(cut, [], address)
      const heads = await page.evaluate(() => [...document.querySelectorAll('thead')].filter((e) => e.checkVisibility() && getComputedStyle(e).display !== 'table-header-group').length)
      assert.equal(heads, 0, address)
    }
    await page.goto(odd.address + 'odd/')
    assert.ok((await page.locator('details p').boundingBox()).height > 0)
    const after = (link) => link.evaluate((e) => getComputedStyle(e, '::after').content)
    assert.equal(await after(page.locator('main a[href^="https:"]').first()), '" (https://www.legislation.gov.uk/)"')
    for (const part of ['.skip-link', '.main-navigation', '.breadcrumbs', '.site-footer nav'])
      if (await page.locator(part).count()) assert.ok(!(await page.locator(part).first().isVisible()), part)
  })
})

test('a page saved as a PDF has its tags, all its text, and the head of a table on each of its pages', { skip: !existsSync('/usr/bin/pdftotext') && 'there is no pdftotext' }, async () => {
  const file = path.join(temporaryFolder(), 'page.pdf')
  await within({}, async (page) => {
    await page.goto(odd.address + 'odd/')
    await page.pdf({ path: file, tagged: true, outline: true, preferCSSPageSize: true })
  })
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  const sheets = text.split('\f').filter((sheet) => /r\d+c\d+/.test(sheet))
  assert.ok(sheets.length > 1, `the table takes ${sheets.length} sheets`)
  for (const sheet of sheets) assert.match(sheet, /Column/)
  assert.match(text, /What is folded away/)
  assert.match(text, /\(https:\/\/www\.legislation\.gov\.uk\/\)/)
  assert.match(text, /r89c11/)
  assert.match(text, /\b1 of \d/)
  assert.match(execFileSync('pdfinfo', [file], { encoding: 'utf8' }), /Tagged: +yes/)
})
