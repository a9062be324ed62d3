// Counts down one speaker after the other. The clock on the wall decides, not the ticks: a sleeping tab loses no second.
const clock = document.querySelector('[data-clock]')
const plan = [...document.querySelectorAll('[data-plan] li')]
const part = name => clock.querySelector(`[data-${name}]`)
let at = 0
let left = 0
let until = 0

const write = seconds => {
  const whole = Math.ceil(Math.abs(seconds))
  return `${seconds < 0 && whole ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function show() {
  const seconds = until ? (until - Date.now()) / 1000 : left
  part('time').textContent = write(seconds)
  clock.classList.toggle('late', seconds < 0)
  part('state').textContent = seconds < 0 ? clock.dataset.over : ''
}

function choose(number) {
  at = Math.max(0, Math.min(number, plan.length))
  plan.forEach((line, i) => i === at ? line.setAttribute('aria-current', 'true') : line.removeAttribute('aria-current'))
  until = 0
  left = at < plan.length ? Number(plan[at].dataset.seconds) : 0
  part('speaker').textContent = at < plan.length ? clock.dataset.now.replace('{0}', plan[at].querySelector('strong').textContent) : clock.dataset.done
  part('go').textContent = part('go').dataset.start
  part('go').disabled = at === plan.length
  show()
}

part('go').addEventListener('click', () => {
  if (until) {
    left = (until - Date.now()) / 1000
    until = 0
  } else {
    until = Date.now() + left * 1000
  }
  part('go').textContent = until ? part('go').dataset.pause : part('go').dataset.start
  show()
})
part('next').addEventListener('click', () => choose(at + 1))
part('back').addEventListener('click', () => choose(at - 1))
setInterval(() => until && show(), 200)
clock.hidden = false
choose(0)
