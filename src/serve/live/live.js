// Shows this page anew when what it is made of has changed, at the part that changed.
(() => {
  const own = document.currentScript
  const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, pre, figure'
  const partsOf = (root) => [...(root.querySelector('main') ?? root.body ?? root).querySelectorAll(blocks)]
  const scriptsOf = (root) => [...root.querySelectorAll('script[src]')].map((script) => script.getAttribute('src')).filter((address) => !address.startsWith('/_framewright/'))
  const headOf = (root) => [...root.head.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')).join()

  // The first part that stands in the new page and not, in its turn, in the old.
  const firstChanged = (before, after) => {
    const index = after.findIndex((part, i) => part.outerHTML !== before[i])
    return index < 0 && before.length !== after.length ? after.length - 1 : index
  }

  const point = (index) => {
    const part = partsOf(document)[index]
    if (!part) return
    const { top, bottom } = part.getBoundingClientRect()
    if (top < 0 || bottom > innerHeight) part.scrollIntoView({ block: 'center' })
    part.classList.add('framewright-changed')
    setTimeout(() => part.classList.remove('framewright-changed'), 1500)
  }

  const show = async () => {
    const answer = await fetch(location.href, { cache: 'no-cache' })
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const index = firstChanged(partsOf(document).map((part) => part.outerHTML), partsOf(next))
    // A page with scripts of its own, or another style, begins anew.
    if (scriptsOf(document).length + scriptsOf(next).length > 0 || headOf(document) !== headOf(next)) {
      sessionStorage.setItem('framewright-changed', String(index))
      location.reload()
      return
    }
    document.title = next.title
    document.body.replaceWith(next.body)
    point(index)
  }

  const left = sessionStorage.getItem('framewright-changed')
  sessionStorage.removeItem('framewright-changed')
  if (left !== null) addEventListener('load', () => point(Number(left)))

  let work = Promise.resolve()
  const listen = () => {
    const query = new URLSearchParams({ page: decodeURIComponent(location.pathname), version: own.dataset.version })
    const events = new EventSource(`/_framewright/events?${query}`)
    events.onmessage = (event) => {
      own.dataset.version = event.data
      work = work.then(show).catch(() => location.reload())
    }
    // The address asks for the version that the page has now.
    events.onerror = () => {
      events.close()
      setTimeout(listen, 500)
    }
  }
  listen()
})()
