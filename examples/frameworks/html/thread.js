import { connect } from '/pq/pullquote.js';

const json = async (url, init) => {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
};

connect({
  room: { specialty: 'cardiology' },
  destinations: (query) => json(`/api/discussions?q=${encodeURIComponent(query)}`),
});

document.addEventListener('pq-share', (event) => {
  const body = JSON.stringify({ destination: event.destination.id, html: event.compose('html') });
  event.respondWith(json('/api/posts', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
});
document.addEventListener('pq-shared', () => void show());

/** A tag with its attributes, and what stands in it. */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The server cleaned a post's HTML before it kept it. */
const parsed = (html) => [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];

const section = document.querySelector('.item');
const thread = document.querySelector('#thread');
const toggle = document.querySelector('#toggle');

async function show() {
  const { item, posts } = await json('/api/thread');
  if (!section.hasChildNodes())
    section.append(
      element('pq-label', { item }, element('a', { href: item }, item)),
      element('pq-share', { item }, element('a', { href: item }, 'Read it at its source')),
    );
  for (const { id, author, html } of posts) {
    if (thread.querySelector(`[data-post="${id}"]`)) continue; // What stands there stays as it is.
    const by = element('p', { class: 'by' }, element('strong', {}, author));
    thread.append(element('article', { 'data-post': id }, by, element('div', {}, ...parsed(html))));
  }
}

document.querySelector('#refresh').addEventListener('click', () => void show());
toggle.addEventListener('click', () => {
  if (thread.isConnected) thread.remove();
  else document.body.append(thread);
  toggle.textContent = thread.isConnected ? 'Hide the thread' : 'Show the thread';
});

void show();
