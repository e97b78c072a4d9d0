// All that a community's own developer writes to put Pullquote into a forum.
import { connect } from '/pq/pullquote.js';

connect({
  // One member's registration is still being checked, so each page says it of its reader.
  reader: { hcp: document.querySelector('meta[name="hcp"]').content === 'true' },
  room: { specialty: document.body.dataset.specialty },
  destinations: (query) => fetch('/api/threads?q=' + encodeURIComponent(query)).then(read),
});

document.addEventListener('pq-share', (event) => {
  event.respondWith(post(event.destination.id, event.compose('html')));
});

document.addEventListener('pq-shared', (event) => {
  const thread = new URL(event.destination.url, location.href);
  const here = thread.pathname === location.pathname;
  location.assign(thread);
  // Only the fragment differs: the browser would stay on the page as it was before the post.
  if (here) location.reload();
});

function post(threadId, html) {
  const csrf = document.querySelector('meta[name="csrf"]').content;
  return fetch('/api/posts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
    body: JSON.stringify({ threadId, html }),
  }).then(read);
}

/** The answer's JSON; what the forum refused becomes an error that the dialog shows, with the doctor's words kept. */
async function read(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}
